using Microsoft.Identity.Client;

namespace Microsoft.Bot.Connector.Authentication.Outbound;

/// <summary>
/// A token of the bot's app, kept until five minutes before it expires. MSAL has a cache too; asking it costs a
/// hundred times what reading one field costs, and every outgoing request asks.
/// </summary>
internal sealed class MsalCredentials(string appId, Func<bool, CancellationToken, Task<AuthenticationResult>> acquire, TimeProvider time) : AppCredentials, IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim acquiring = new(1, 1);
    private Held? held;

    public override string OAuthScope
    {
        get => AuthenticationConstants.ToChannelFromBotOAuthScope;
        set => throw new NotSupportedException("These credentials are for the Bot Framework.");
    }

    public string AppId => appId;

    public override async Task<string> GetTokenAsync(bool forceRefresh = false)
    {
        var before = held;
        if (!forceRefresh && before is not null && time.GetUtcNow() < before.Until)
            return before.Token;

        await acquiring.WaitAsync().ConfigureAwait(false);
        try
        {
            // Somebody else may have fetched one while this call waited.
            if (held is { } meanwhile && !ReferenceEquals(meanwhile, before) && time.GetUtcNow() < meanwhile.Until)
                return meanwhile.Token;

            var result = await acquire(forceRefresh, CancellationToken.None).ConfigureAwait(false);
            held = new Held(result.AccessToken, result.ExpiresOn - Margin);
            return result.AccessToken;
        }
        finally
        {
            acquiring.Release();
        }
    }

    public void Dispose() => acquiring.Dispose();

    // A class and no record: the printed form of a record would contain the token.
    private sealed class Held(string token, DateTimeOffset until)
    {
        public string Token => token;

        public DateTimeOffset Until => until;
    }
}
