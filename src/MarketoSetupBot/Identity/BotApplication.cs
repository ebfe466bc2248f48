using MarketoSetupBot.Backend;
using MarketoSetupBot.Settings;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace MarketoSetupBot.Identity;

/// <summary>The bot's app at Entra, through MSAL and its cache.</summary>
internal sealed class BotApplication
{
    /// <summary>Entra exchanges tokens that a federated credential trusts when they are made for this audience.</summary>
    private const string ExchangeAudience = "api://AzureADTokenExchange";

    private readonly Func<string, CancellationToken, Task<AuthenticationResult>> acquire;

    public BotApplication(BotSettings settings, IHttpClientFactory factory)
    {
        var http = new FactoryHttpForMsal(factory);
        if (settings.Proof is BotProof.OwnIdentity)
        {
            var identity = Identity(settings.AppId, http);
            acquire = (resource, cancellationToken) => identity.AcquireTokenForManagedIdentity(resource).ExecuteAsync(cancellationToken);
        }
        else
        {
            var app = Confidential(settings, http);
            acquire = (resource, cancellationToken) => app.AcquireTokenForClient([resource + "/.default"]).ExecuteAsync(cancellationToken);
        }
    }

    /// <summary>From MSAL's cache while it is valid.</summary>
    /// <param name="resource">Application id URI of whom the token is for, such as <c>https://api.botframework.com</c>.</param>
    /// <exception cref="MsalException">Entra refuses or does not answer.</exception>
    public async Task<string> TokenAsync(string resource, CancellationToken cancellationToken) =>
        (await acquire(resource, cancellationToken)).AccessToken;

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
