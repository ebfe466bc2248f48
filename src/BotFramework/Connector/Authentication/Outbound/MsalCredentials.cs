using Microsoft.Identity.Client;

namespace Microsoft.Bot.Connector.Authentication.Outbound;

/// <summary>
/// A token of the bot's app, kept until five minutes before it expires. MSAL has a cache too; asking it costs a
/// hundred times what reading one field costs, and every outgoing request asks.
/// </summary>
internal sealed class MsalCredentials(string appId, Func<bool, CancellationToken, Task<AuthenticationResult>> acquire, TimeProvider time)
    : AppCredentials(null, null, null, null), IAuthenticator, IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim acquiring = new(1, 1);

    // A finished task, so that nothing is made for a token that is there.
    private Task<AuthenticatorResult>? held;

    public override string OAuthScope => AuthenticationConstants.ToChannelFromBotOAuthScope;

    public string AppId => appId;

    Task<AuthenticatorResult> IAuthenticator.GetTokenAsync(bool forceRefresh)
    {
        var now = held;
        return !forceRefresh && IsGood(now) ? now! : AcquireAsync(now, forceRefresh);
    }

    public void Dispose() => acquiring.Dispose();

    protected override Lazy<IAuthenticator> BuildIAuthenticator() => new(this);

    private async Task<AuthenticatorResult> AcquireAsync(Task<AuthenticatorResult>? before, bool forceRefresh)
    {
        await acquiring.WaitAsync().ConfigureAwait(false);
        try
        {
            // Somebody else may have fetched one while this call waited.
            if (!ReferenceEquals(held, before) && IsGood(held)) return held!.Result;

            var result = await acquire(forceRefresh, CancellationToken.None).ConfigureAwait(false);
            held = Task.FromResult(new AuthenticatorResult { AccessToken = result.AccessToken, ExpiresOn = result.ExpiresOn });
            return held.Result;
        }
        finally
        {
            acquiring.Release();
        }
    }

    private bool IsGood(Task<AuthenticatorResult>? token) => token is not null && time.GetUtcNow() < token.Result.ExpiresOn - Margin;
}
