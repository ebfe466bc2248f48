// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Rest;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>
/// The bot's app as configuration names it: MicrosoftAppType (SingleTenant or UserAssignedMSI), MicrosoftAppId,
/// MicrosoftAppTenantId and, for a single-tenant app, MicrosoftAppPassword.
/// </summary>
public class ConfigurationServiceClientCredentialFactory : ServiceClientCredentialsFactory
{
    private readonly ServiceClientCredentialsFactory inner;

    /// <exception cref="ArgumentException">A setting is missing, or a managed identity is given a secret.</exception>
    /// <exception cref="InvalidOperationException">The settings ask for a multi-tenant app.</exception>
    public ConfigurationServiceClientCredentialFactory(IConfiguration configuration, HttpClient httpClient = null, ILogger logger = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var appId = Required(configuration, "MicrosoftAppId");
        var tenantId = Required(configuration, "MicrosoftAppTenantId");
        inner = configuration["MicrosoftAppType"]?.ToUpperInvariant() switch
        {
            "SINGLETENANT" => new PasswordServiceClientCredentialFactory(appId, Required(configuration, "MicrosoftAppPassword"), tenantId, httpClient, logger),
            "USERASSIGNEDMSI" when configuration["MicrosoftAppPassword"] is { Length: > 0 } =>
                throw new ArgumentException("A managed identity has no secret: MicrosoftAppPassword must not be set.", nameof(configuration)),
            "USERASSIGNEDMSI" => new ManagedIdentityServiceClientCredentialsFactory(appId, httpClient, logger),
            _ => throw new InvalidOperationException("MicrosoftAppType must be SingleTenant or UserAssignedMSI: multi-tenant bots cannot be registered any more."),
        };
    }

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) =>
        inner.IsValidAppIdAsync(appId, cancellationToken);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) =>
        inner.IsAuthenticationDisabledAsync(cancellationToken);

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken) =>
        inner.CreateCredentialsAsync(appId, audience, loginEndpoint, validateAuthority, cancellationToken);

    internal override (string AppId, string TenantId) Bot => inner.Bot;

    internal override void OfferHttp(IHttpClientFactory http) => inner.OfferHttp(http);

    private static string Required(IConfiguration configuration, string name) =>
        configuration[name] is { Length: > 0 } value ? value : throw new ArgumentException($"{name} is not set.", nameof(configuration));
}
