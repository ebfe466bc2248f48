// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Net.Http.Headers;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The bot's app, as a bearer token on each request. The token goes to hosts of the Bot Framework only.</summary>
public abstract class AppCredentials : ServiceClientCredentials
{
    public string MicrosoftAppId { get; set; }

    /// <summary>Gets or sets the tenant whose token is asked for: the bot's own, or the one that stands for the Bot Framework's channels.</summary>
    public string ChannelAuthTenant
    {
        get => string.IsNullOrEmpty(AuthTenant) ? AuthenticationConstants.DefaultChannelAuthTenant : AuthTenant;
        set => AuthTenant = value;
    }

    /// <summary>Gets where the token is asked for.</summary>
    public virtual string OAuthEndpoint => AuthenticationConstants.ToChannelFromBotLoginUrlTemplate.Replace("{0}", ChannelAuthTenant, StringComparison.Ordinal);

    public virtual string OAuthScope { get; set; } = AuthenticationConstants.ToChannelFromBotOAuthScope;

    /// <summary>Gets or sets the tenant as it was given; nothing for that of the channels.</summary>
    protected string AuthTenant { get; set; }

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
