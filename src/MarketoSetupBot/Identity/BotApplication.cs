using System.Collections.Concurrent;
using MarketoSetupBot.Backend;
using MarketoSetupBot.Settings;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace MarketoSetupBot.Identity;

/// <summary>The bot's app at Entra, through MSAL.</summary>
internal sealed class BotApplication : IDisposable
{
    /// <summary>Entra exchanges tokens that a federated credential trusts when they are made for this audience.</summary>
    private const string ExchangeAudience = "api://AzureADTokenExchange";

    private readonly ConcurrentDictionary<string, KeptToken> tokens = new(StringComparer.Ordinal);
    private readonly Func<string, bool, CancellationToken, Task<AuthenticationResult>> acquire;
    private readonly TimeProvider clock;

    public BotApplication(BotSettings settings, IHttpClientFactory factory, TimeProvider clock)
    {
        this.clock = clock;
        var http = new FactoryHttpForMsal(factory);
        if (settings.Proof is BotProof.OwnIdentity)
        {
            var identity = Identity(settings.AppId, http);
            acquire = (resource, forceRefresh, cancellationToken) => identity.AcquireTokenForManagedIdentity(resource).WithForceRefresh(forceRefresh).ExecuteAsync(cancellationToken);
        }
        else
        {
            var app = Confidential(settings, http);
            acquire = (resource, forceRefresh, cancellationToken) => app.AcquireTokenForClient([resource + "/.default"]).WithForceRefresh(forceRefresh).ExecuteAsync(cancellationToken);
        }
    }

    /// <summary>The one that is kept, while it is good.</summary>
    /// <param name="resource">Application id URI of whom the token is for, such as <c>https://api.botframework.com</c>.</param>
    /// <param name="forceRefresh">Whether a token that is still good is to be replaced all the same.</param>
    /// <exception cref="MsalException">Entra refuses or does not answer.</exception>
    public ValueTask<string> TokenAsync(string resource, CancellationToken cancellationToken, bool forceRefresh = false) => tokens
        .GetOrAdd(resource, one => new KeptToken((refresh, token) => acquire(one, refresh, token), clock))
        .GetAsync(forceRefresh, cancellationToken);

    public void Dispose()
    {
        foreach (var token in tokens.Values) token.Dispose();
    }

    private static IConfidentialClientApplication Confidential(BotSettings settings, FactoryHttpForMsal http)
    {
        var builder = ConfidentialClientApplicationBuilder
            .Create(settings.AppId)
            .WithAuthority($"https://login.microsoftonline.com/{settings.TenantId}")
            // The authority is Microsoft's public one; asking which clouds exist would be one more request at start.
            .WithInstanceDiscovery(false)
            .WithLegacyCacheCompatibility(false)
            .WithHttpClientFactory(http);
        return Prove(builder, settings.Proof, http).Build();
    }

    private static ConfidentialClientApplicationBuilder Prove(ConfidentialClientApplicationBuilder builder, BotProof proof, FactoryHttpForMsal http)
    {
        switch (proof)
        {
            case BotProof.Password password:
                return builder.WithClientSecret(password.Value);
            case BotProof.Certificate certificate:
                return builder.WithCertificate(certificate.Value);
            case BotProof.TokenFile file:
                // Read each time it is wanted: the platform renews it within the hour.
                return builder.WithClientAssertion(async options => (await File.ReadAllTextAsync(file.Path, options.CancellationToken)).Trim());
            case BotProof.TrustedIdentity trusted:
                var identity = Identity(trusted.ClientId, http);
                return builder.WithClientAssertion(async options =>
                    (await identity.AcquireTokenForManagedIdentity(ExchangeAudience).ExecuteAsync(options.CancellationToken)).AccessToken);
            default:
                throw new InvalidOperationException("An app that is an identity has no other proof.");
        }
    }

    private static IManagedIdentityApplication Identity(string? clientId, FactoryHttpForMsal http) => ManagedIdentityApplicationBuilder
        .Create(clientId is null ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.WithUserAssignedClientId(clientId))
        .WithHttpClientFactory(http)
        .Build();
}
