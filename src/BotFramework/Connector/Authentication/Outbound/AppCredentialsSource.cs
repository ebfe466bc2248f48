using Microsoft.Identity.Client;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication.Outbound;

/// <summary>The one set of credentials of the bot's app, made when it is first wanted and kept.</summary>
internal sealed class AppCredentialsSource
{
    private readonly string appId;
    private readonly Lazy<MsalCredentials> credentials;
    private Func<HttpClient>? http;

    public AppCredentialsSource(string appId, HttpClient? httpClient, Func<IMsalHttpClientFactory, MsalCredentials> make)
    {
        Argument.MustSay(appId);
        this.appId = appId;
        http = httpClient is null ? null : () => httpClient;
        credentials = new(() => make(new MsalHttp(http ?? SharedHttp.Instance.CreateClient)));
    }

    /// <summary>Takes the way to the network, unless one was given already.</summary>
    public void OfferHttp(IHttpClientFactory factory) => http ??= factory.CreateClient;

    public Task<bool> IsValidAppIdAsync(string candidate) => Task.FromResult(string.Equals(candidate, appId, StringComparison.OrdinalIgnoreCase));

    /// <exception cref="InvalidOperationException">They are asked for another app, or for another audience.</exception>
    public Task<ServiceClientCredentials> CreateAsync(string candidate, string audience)
    {
        if (!string.Equals(candidate, appId, StringComparison.OrdinalIgnoreCase))
            throw new InvalidOperationException("These credentials are of another app.");
        if (audience != AuthenticationConstants.ToChannelFromBotOAuthScope)
            throw new InvalidOperationException("These credentials are for the Bot Framework.");

        return Task.FromResult<ServiceClientCredentials>(credentials.Value);
    }
}
