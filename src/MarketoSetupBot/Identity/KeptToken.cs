using Microsoft.Identity.Client;

namespace MarketoSetupBot.Identity;

/// <summary>
/// A token of the bot's app for one resource, kept until five minutes before it expires. MSAL has a cache too; asking it costs a hundred times what reading
/// one field costs, and every message to Teams asks.
/// </summary>
/// <param name="acquire">Asks MSAL; with true past its cache.</param>
internal sealed class KeptToken(Func<bool, CancellationToken, Task<AuthenticationResult>> acquire, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim acquiring = new(1, 1);
    private Held? held;

    /// <param name="forceRefresh">Whether a token that is still good is to be replaced all the same: somebody refused it.</param>
    /// <exception cref="MsalException">Entra refuses or does not answer.</exception>
    public ValueTask<string> GetAsync(bool forceRefresh, CancellationToken cancellationToken)
    {
        var now = held;
        return !forceRefresh && IsGood(now) ? new(now!.Token) : new(AcquireAsync(now, forceRefresh, cancellationToken));
    }

    public void Dispose() => acquiring.Dispose();

    private async Task<string> AcquireAsync(Held? before, bool forceRefresh, CancellationToken cancellationToken)
    {
        await acquiring.WaitAsync(cancellationToken);
        try
        {
            // Somebody else may have fetched one while this call waited.
            if (!ReferenceEquals(held, before) && IsGood(held)) return held!.Token;
            var result = await acquire(forceRefresh, cancellationToken);
            held = new Held(result.AccessToken, result.ExpiresOn - Margin);
            return held.Token;
        }
        finally
        {
            acquiring.Release();
        }
    }

    private bool IsGood(Held? token) => token is not null && clock.GetUtcNow() < token.Until;

    // A class and no record: the printed form of a record would contain the token.
    private sealed class Held(string token, DateTimeOffset until)
    {
        public string Token => token;

        public DateTimeOffset Until => until;
    }
}
