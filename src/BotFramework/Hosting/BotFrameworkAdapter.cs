// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;

namespace Microsoft.Bot.Builder;

/// <summary>
/// The predecessor of <c>CloudAdapter</c>, as far as turns made by hand and conversations opened with credentials of one's own go. It knows no tenant,
/// so nobody outside is let in by it.
/// </summary>
public class BotFrameworkAdapter : CloudAdapterBase
{
    private readonly HttpClient http;

    /// <param name="credentialProvider">The bot's app.</param>
    /// <param name="customHttpClient">The client to send through; null for one of its own.</param>
    public BotFrameworkAdapter(ICredentialProvider credentialProvider, HttpClient customHttpClient = null, IMiddleware middleware = null, ILogger logger = null)
        : base(BotFrameworkAuthenticationFactory.Create(), logger)
    {
        ArgumentNullException.ThrowIfNull(credentialProvider);
        http = customHttpClient;
        if (middleware is not null) Use(middleware);
    }

    /// <summary>Opens a conversation as the app that <paramref name="credentials"/> prove, and runs a turn in it.</summary>
    public virtual async Task CreateConversationAsync(string channelId, string serviceUrl, AppCredentials credentials, ConversationParameters conversationParameters, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        Argument.MustSay(serviceUrl);
        ArgumentNullException.ThrowIfNull(conversationParameters);
        ArgumentNullException.ThrowIfNull(callback);
        using var connector = new ConnectorClient(new Uri(serviceUrl), credentials, http);
        var created = await connector.Conversations.CreateConversationAsync(conversationParameters, cancellationToken).ConfigureAwait(false);
        using var turn = new TurnContext(this, Created(created, channelId, serviceUrl, conversationParameters));
        turn.TurnState.Add<IConnectorClient>(connector);
        await RunPipelineAsync(turn, callback, cancellationToken).ConfigureAwait(false);
    }
}
