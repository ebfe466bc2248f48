// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Security.Cryptography.X509Certificates;
using Microsoft.Bot.Connector.Authentication.Outbound;
using Microsoft.Extensions.Logging;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The bot's single-tenant app with a client secret.</summary>
public class PasswordServiceClientCredentialFactory : ServiceClientCredentialsFactory
{
    private readonly Lazy<AppCredentialsSource> source;
    private IHttpClientFactory offered;

    /// <summary>A bot without an app: nobody is let in, and nothing can be sent.</summary>
    public PasswordServiceClientCredentialFactory()
        : this(null, null, null, null, null)
    {
    }

    public PasswordServiceClientCredentialFactory(string appId, string password, string tenantId, HttpClient httpClient, ILogger logger)
    {
        AppId = appId;
        Password = password;
        TenantId = tenantId;
        source = new(() => Make(httpClient));
    }

    public string AppId { get; set; }

    public string TenantId { get; }

    // Readable in the official class; a secret has no reader here.
    public string Password { private get; set; }

    internal override (string AppId, string TenantId) Bot => (AppId, TenantId);

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) =>
        Task.FromResult(!string.IsNullOrEmpty(appId) && string.Equals(appId, AppId, StringComparison.OrdinalIgnoreCase));

    /// <remarks>Nobody here asks: see <see cref="BotFrameworkAuthenticationFactory"/>.</remarks>
    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(string.IsNullOrEmpty(AppId));

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1725", Justification = "The official class has it under this name.")]
    public override Task<ServiceClientCredentials> CreateCredentialsAsync(string appId, string oauthScope, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken) =>
        source.Value.CreateAsync(appId, oauthScope);

    internal override void OfferHttp(IHttpClientFactory http) => offered ??= http;

    private AppCredentialsSource Make(HttpClient httpClient)
    {
        var tenant = string.IsNullOrEmpty(TenantId) ? AuthenticationConstants.DefaultChannelAuthTenant : TenantId;
        var made = new AppCredentialsSource(AppId, httpClient, http => MsalAccess.Confidential(AppId, tenant, http, app => app.WithClientSecret(Password)));
        if (offered is not null) made.OfferHttp(offered);
        return made;
    }
}

/// <summary>The bot's single-tenant app with a certificate.</summary>
public class CertificateServiceClientCredentialsFactory : ServiceClientCredentialsFactory
{
    private readonly AppCredentialsSource source;

    public CertificateServiceClientCredentialsFactory(X509Certificate2 certificate, string appId, string tenantId = null, HttpClient httpClient = null, ILogger logger = null, bool sendX5c = false)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        Bot = (appId, tenantId);
        source = new AppCredentialsSource(appId, httpClient, http => MsalAccess.Confidential(appId, tenantId, http, app => app.WithCertificate(certificate, sendX5c)));
    }

    internal override (string AppId, string TenantId) Bot { get; }

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => source.IsValidAppIdAsync(appId);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(false);

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken) =>
        source.CreateAsync(appId, audience);

    internal override void OfferHttp(IHttpClientFactory http) => source.OfferHttp(http);
}

/// <summary>The user-assigned managed identity that is the bot's app.</summary>
public class ManagedIdentityServiceClientCredentialsFactory : ServiceClientCredentialsFactory
{
    private readonly AppCredentialsSource source;

    public ManagedIdentityServiceClientCredentialsFactory(string appId, HttpClient httpClient = null, ILogger logger = null)
    {
        Bot = (appId, null);
        source = new AppCredentialsSource(appId, httpClient, http => MsalAccess.ManagedIdentity(appId, http));
    }

    internal override (string AppId, string TenantId) Bot { get; }

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => source.IsValidAppIdAsync(appId);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(false);

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken) =>
        source.CreateAsync(appId, audience);

    internal override void OfferHttp(IHttpClientFactory http) => source.OfferHttp(http);
}

/// <summary>The bot's single-tenant app, vouched for by a managed identity through a federated credential.</summary>
public class FederatedServiceClientCredentialsFactory : ServiceClientCredentialsFactory
{
    private readonly AppCredentialsSource source;

    public FederatedServiceClientCredentialsFactory(string appId, string clientId, string tenantId = null, HttpClient httpClient = null, ILogger logger = null)
    {
        Bot = (appId, tenantId);
        source = new AppCredentialsSource(appId, httpClient, http => MsalAccess.Federated(appId, tenantId, clientId, http));
    }

    internal override (string AppId, string TenantId) Bot { get; }

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => source.IsValidAppIdAsync(appId);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(false);

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken) =>
        source.CreateAsync(appId, audience);

    internal override void OfferHttp(IHttpClientFactory http) => source.OfferHttp(http);
}
