using MarketoSetupBot.Settings;
using Microsoft.Identity.Client;

namespace MarketoSetupBot.Backend;

/// <summary>The bot's own token for the backend, with the app role <c>Setup.Read</c>: enough to read what a thread shows, never to act.</summary>
internal sealed class AppToken(BotSettings settings, IHttpClientFactory factory)
{
    private readonly IConfidentialClientApplication application = ConfidentialClientApplicationBuilder
        .Create(settings.AppId)
        .WithClientSecret(settings.AppPassword)
        .WithAuthority(AadAuthorityAudience.AzureAdMyOrg)
        .WithTenantId(settings.TenantId)
        .WithHttpClientFactory(new FactoryHttpForMsal(factory))
        .Build();

    private readonly string[] scopes = [$"api://{settings.BackendClientId}/.default"];

    /// <summary>From MSAL's cache while it is valid.</summary>
    /// <exception cref="MsalException">Entra refuses or does not answer.</exception>
    public async Task<string> GetAsync(CancellationToken cancellationToken) =>
        (await application.AcquireTokenForClient(scopes).ExecuteAsync(cancellationToken)).AccessToken;
}
