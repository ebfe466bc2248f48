using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace MarketoSetupBot.Backend.Tenant;

/// <summary>Builds MSAL's confidential client from <see cref="BackendIdentity"/>: with a secret, a certificate, or what the app registration trusts: a managed identity or the platform's token in a file.</summary>
internal static class Credentials
{
    public static IConfidentialClientApplication Build(BackendIdentity settings, IMsalHttpClientFactory clients)
    {
        var builder = ConfidentialClientApplicationBuilder.Create(settings.ClientId)
            .WithAuthority($"https://login.microsoftonline.com/{settings.TenantId}")
            // The public cloud's authority is fixed above; asking which clouds exist would be a call for nothing.
            .WithInstanceDiscovery(false)
            // Retries belong to the engine.
            .WithHttpClientFactory(clients, retryOnceOn5xx: false);
        return Prove(builder, settings, clients).Build();
    }

    private static ConfidentialClientApplicationBuilder Prove(
        ConfidentialClientApplicationBuilder builder, BackendIdentity settings, IMsalHttpClientFactory clients)
    {
        if (settings.ClientSecret is { } secret) return builder.WithClientSecret(secret);
        if (settings.Certificate is { } certificate) return builder.WithCertificate(certificate);
        // Read each time it is wanted: the platform renews it within the hour.
        if (settings.TokenFile is { } file)
            return builder.WithClientAssertion(async options => (await File.ReadAllTextAsync(file, options.CancellationToken)).Trim());

        var identity = ManagedIdentityApplicationBuilder
            .Create(settings.ManagedIdentity is "system" ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.WithUserAssignedClientId(settings.ManagedIdentity))
            .WithHttpClientFactory(clients)
            .Build();
        // Entra exchanges the identity's token for this fixed audience (workload identity federation).
        return builder.WithClientAssertion(async cancellationToken =>
            (await identity.AcquireTokenForManagedIdentity("api://AzureADTokenExchange").ExecuteAsync(cancellationToken)).AccessToken);
    }
}
