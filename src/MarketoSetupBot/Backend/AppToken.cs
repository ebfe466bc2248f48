using MarketoSetupBot.Identity;
using MarketoSetupBot.Settings;
using Microsoft.Identity.Client;

namespace MarketoSetupBot.Backend;

/// <summary>The bot's own token for the backend, with the app role <c>Setup.Read</c>: enough to read what a thread shows, never to act.</summary>
internal sealed class AppToken(BotSettings settings, BotApplication application)
{
    private readonly string resource = $"api://{settings.BackendClientId}";

    /// <summary>The one that is kept, while it is good.</summary>
    /// <exception cref="MsalException">Entra refuses or does not answer.</exception>
    public ValueTask<string> GetAsync(CancellationToken cancellationToken) => application.TokenAsync(resource, cancellationToken);
}
