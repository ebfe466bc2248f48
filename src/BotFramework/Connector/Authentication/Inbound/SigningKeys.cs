using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.Bot.Connector.Authentication.Inbound;

/// <summary>
/// The Bot Framework's signing keys. They are read again every twelve hours, and at once when a token names a key that is not
/// among them, but not more than once a minute: the name of a key is whatever a stranger writes into a token.
/// </summary>
/// <param name="http">The way to the network.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Told of reads that failed.</param>
internal sealed partial class SigningKeys(IHttpClientFactory http, TimeProvider time, ILogger logger) : IDisposable
{
    public static readonly TimeSpan Fresh = TimeSpan.FromHours(12);

    /// <summary>Keys that could not be confirmed for longer than this are not trusted any more.</summary>
    public static readonly TimeSpan Usable = TimeSpan.FromHours(24);

    public static readonly TimeSpan BetweenReads = TimeSpan.FromMinutes(1);

    private const long LargestDocument = 1024 * 1024;

    private readonly SemaphoreSlim reading = new(1, 1);
    private Snapshot? latest;
    private long lastTry = long.MinValue;

    /// <summary>The key of that name, with its endorsements; null where the Bot Framework has none.</summary>
    /// <exception cref="InvalidOperationException">The keys cannot be had.</exception>
    public async Task<ChannelKey?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        if (latest is { } known && Age(known) < Fresh && known.Find(keyId) is { } key)
            return key;

        await reading.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (latest is not { } current || Age(current) >= Fresh || current.Find(keyId) is null)
                await TryReadAsync(cancellationToken).ConfigureAwait(false);

            return latest is { } usable && Age(usable) < Usable
                ? usable.Find(keyId)
                : throw new InvalidOperationException("The signing keys of the Bot Framework cannot be had.");
        }
        finally
        {
            reading.Release();
        }
    }

    public void Dispose() => reading.Dispose();

    private TimeSpan Age(Snapshot snapshot) => time.GetElapsedTime(snapshot.ReadAt);

    private async Task TryReadAsync(CancellationToken cancellationToken)
    {
        if (lastTry != long.MinValue && time.GetElapsedTime(lastTry) < BetweenReads)
            return;

        lastTry = time.GetTimestamp();
        try
        {
            using var client = http.CreateClient();
            client.MaxResponseContentBufferSize = LargestDocument;
            client.Timeout = TimeSpan.FromSeconds(10);
            var configuration = await OpenIdConnectConfigurationRetriever
                .GetAsync(AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl, new HttpDocumentRetriever(client) { RequireHttps = true }, cancellationToken)
                .ConfigureAwait(false);
            if (configuration.JsonWebKeySet is { Keys.Count: > 0 } keys)
                latest = new Snapshot(keys.Keys, lastTry);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // The keys already known serve on until they are too old; the caller is told only when there are none.
            KeysNotRead(failure);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The signing keys of the Bot Framework could not be read")]
    private partial void KeysNotRead(Exception failure);

    private sealed class Snapshot(IEnumerable<JsonWebKey> keys, long readAt)
    {
        private readonly Dictionary<string, ChannelKey> byName = keys
            .Where(key => key.Kid is not null && key.Kty == JsonWebAlgorithmsKeyTypes.RSA)
            .GroupBy(key => key.Kid, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => new ChannelKey(group.First()), StringComparer.Ordinal);

        public long ReadAt => readAt;

        public ChannelKey? Find(string keyId) => byName.GetValueOrDefault(keyId);
    }
}
