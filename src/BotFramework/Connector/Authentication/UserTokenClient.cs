// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Text;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The Bot Framework's token service: tokens of people, kept per user, OAuth connection and channel.</summary>
public abstract class UserTokenClient : IDisposable
{
    /// <summary>The token the service holds, or gets for the code a sign-in ended with; null where there is none.</summary>
    public abstract Task<TokenResponse> GetUserTokenAsync(string userId, string connectionName, string channelId, string magicCode, CancellationToken cancellationToken);

    /// <summary>Where the sender of <paramref name="activity"/> signs in.</summary>
    public abstract Task<SignInResource> GetSignInResourceAsync(string connectionName, Activity activity, string finalRedirect, CancellationToken cancellationToken);

    /// <summary>Makes the service forget a token.</summary>
    public abstract Task SignOutUserAsync(string userId, string connectionName, string channelId, CancellationToken cancellationToken);

    public abstract Task<TokenStatus[]> GetTokenStatusAsync(string userId, string channelId, string includeFilter, CancellationToken cancellationToken);

    public abstract Task<Dictionary<string, TokenResponse>> GetAadTokensAsync(string userId, string connectionName, string[] resourceUrls, string channelId, CancellationToken cancellationToken);

    /// <summary>Exchanges the client's own token for one of the OAuth connection.</summary>
    /// <exception cref="InvalidOperationException">The service refused; the person has to sign in or to consent.</exception>
    public abstract Task<TokenResponse> ExchangeTokenAsync(string userId, string connectionName, string channelId, TokenExchangeRequest exchangeRequest, CancellationToken cancellationToken);

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>What a sign-in carries with it, as base64 of JSON.</summary>
    protected static string CreateTokenExchangeState(string appId, string connectionName, Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(ActivityJson.WriteText(new TokenExchangeState
        {
            ConnectionName = connectionName,
            Conversation = activity.GetConversationReference(),
            RelatesTo = activity.RelatesTo,
            MsAppId = appId,
        })));
    }

    protected virtual void Dispose(bool disposing)
    {
    }
}
