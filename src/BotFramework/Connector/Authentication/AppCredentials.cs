// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Net.Http.Headers;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The bot's app, as a bearer token on each request. The token goes to hosts of the Bot Framework only.</summary>
public abstract class AppCredentials : ServiceClientCredentials
{
    public string MicrosoftAppId { get; set; }

    public virtual string OAuthScope { get; set; } = AuthenticationConstants.ToChannelFromBotOAuthScope;

    /// <param name="forceRefresh">Whether a token that is still good is to be replaced all the same.</param>
    public abstract Task<string> GetTokenAsync(bool forceRefresh = false);

    /// <exception cref="InvalidOperationException">The request goes to a host that has no business with the bot's token.</exception>
    public override async Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!ServiceUrls.IsTrusted(request.RequestUri))
            throw new InvalidOperationException("The bot's token goes to hosts of the Bot Framework only.");

        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await GetTokenAsync().ConfigureAwait(false));
    }
}
