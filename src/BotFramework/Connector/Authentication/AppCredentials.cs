// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The bot's app, as a bearer token on each request. The token goes to hosts of the Bot Framework only.</summary>
public abstract class AppCredentials : ServiceClientCredentials
{
    private readonly string oAuthScope;
    private Lazy<IAuthenticator> authenticator;

    public AppCredentials(string channelAuthTenant = null, HttpClient customHttpClient = null, ILogger logger = null)
        : this(channelAuthTenant, customHttpClient, logger, null)
    {
    }

    /// <param name="channelAuthTenant">The bot's own tenant; null for the one that stands for the Bot Framework's channels.</param>
    /// <param name="customHttpClient">The client to ask for tokens with.</param>
    /// <param name="oAuthScope">Whom the token is for; null for the connector.</param>
    public AppCredentials(string channelAuthTenant = null, HttpClient customHttpClient = null, ILogger logger = null, string oAuthScope = null)
    {
        AuthTenant = channelAuthTenant;
        CustomHttpClient = customHttpClient;
        Logger = logger;
        this.oAuthScope = oAuthScope;
    }

    public string MicrosoftAppId { get; set; }

    /// <summary>Gets or sets the tenant whose token is asked for: the bot's own, or the one that stands for the Bot Framework's channels.</summary>
    public virtual string ChannelAuthTenant
    {
        get => string.IsNullOrEmpty(AuthTenant) ? DefaultChannelAuthTenant : AuthTenant;
        set => AuthTenant = value;
    }

    /// <summary>Gets where the token is asked for.</summary>
    public virtual string OAuthEndpoint => ToChannelFromBotLoginUrlTemplate.Replace("{0}", ChannelAuthTenant, StringComparison.Ordinal);

    public virtual string OAuthScope => string.IsNullOrEmpty(oAuthScope) ? ToChannelFromBotOAuthScope : oAuthScope;

    public virtual bool ValidateAuthority => true;

    /// <summary>Gets or sets the tenant as it was given; nothing for that of the channels.</summary>
    protected string AuthTenant { get; set; }

    protected HttpClient CustomHttpClient { get; set; }

    protected ILogger Logger { get; set; }

    protected virtual string DefaultChannelAuthTenant => AuthenticationConstants.DefaultChannelAuthTenant;

    protected virtual string ToChannelFromBotOAuthScope => AuthenticationConstants.ToChannelFromBotOAuthScope;

    protected virtual string ToChannelFromBotLoginUrlTemplate => AuthenticationConstants.ToChannelFromBotLoginUrlTemplate;

    /// <param name="forceRefresh">Whether a token that is still good is to be replaced all the same.</param>
    public async Task<string> GetTokenAsync(bool forceRefresh = false)
    {
        authenticator ??= BuildIAuthenticator();
        return (await authenticator.Value.GetTokenAsync(forceRefresh).ConfigureAwait(false))?.AccessToken;
    }

    /// <exception cref="InvalidOperationException">The request goes to a host that has no business with the bot's token.</exception>
    public override async Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!ServiceUrls.IsTrusted(request.RequestUri))
            throw new InvalidOperationException("The bot's token goes to hosts of the Bot Framework only.");

        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await GetTokenAsync().ConfigureAwait(false));
    }

    protected abstract Lazy<IAuthenticator> BuildIAuthenticator();
}
