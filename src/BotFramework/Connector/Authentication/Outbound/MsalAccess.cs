using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace Microsoft.Bot.Connector.Authentication.Outbound;

/// <summary>How MSAL is asked for the bot's token, one way per kind of credential.</summary>
internal static class MsalAccess
{
    private const string Scope = AuthenticationConstants.ToChannelFromBotOAuthScope + "/.default";
    private const string LoginHost = "https://login.microsoftonline.com/";

    /// <summary>The app with a secret, a certificate or an assertion of its own.</summary>
    public static MsalCredentials Confidential(string appId, string tenantId, IMsalHttpClientFactory http, Action<ConfidentialClientApplicationBuilder> prove)
    {
        var app = new Lazy<IConfidentialClientApplication>(() =>
        {
            var builder = ConfidentialClientApplicationBuilder.Create(appId)
                .WithAuthority(LoginHost + tenantId)
                .WithHttpClientFactory(http)
                .WithLegacyCacheCompatibility(false)

                // The authority is Microsoft's public one by construction; asking it whether it is would be one more request.
                .WithInstanceDiscovery(false);
            prove(builder);
            return builder.Build();
        });
        return new MsalCredentials(
            appId,
            (forceRefresh, cancellationToken) => app.Value.AcquireTokenForClient([Scope]).WithForceRefresh(forceRefresh).ExecuteAsync(cancellationToken),
            TimeProvider.System)
        { MicrosoftAppId = appId };
    }

    /// <summary>The user-assigned managed identity that is the bot's app.</summary>
    public static MsalCredentials ManagedIdentity(string appId, IMsalHttpClientFactory http)
    {
        var identity = Identity(appId, http);
        return new MsalCredentials(
            appId,
            (forceRefresh, cancellationToken) => identity.Value.AcquireTokenForManagedIdentity(AuthenticationConstants.ToChannelFromBotOAuthScope).WithForceRefresh(forceRefresh).ExecuteAsync(cancellationToken),
            TimeProvider.System)
        { MicrosoftAppId = appId };
    }

    /// <summary>The app, vouched for by a managed identity through a federated credential.</summary>
    public static MsalCredentials Federated(string appId, string tenantId, string identityClientId, IMsalHttpClientFactory http)
    {
        var identity = Identity(identityClientId, http);
        return Confidential(appId, tenantId, http, builder => builder.WithClientAssertion(async options =>
            (await identity.Value.AcquireTokenForManagedIdentity("api://AzureADTokenExchange").ExecuteAsync(options.CancellationToken).ConfigureAwait(false)).AccessToken));
    }

    private static Lazy<IManagedIdentityApplication> Identity(string clientId, IMsalHttpClientFactory http) => new(() =>
        ManagedIdentityApplicationBuilder.Create(ManagedIdentityId.WithUserAssignedClientId(clientId)).WithHttpClientFactory(http).Build());
}
