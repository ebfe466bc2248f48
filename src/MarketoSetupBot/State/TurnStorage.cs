using Microsoft.Bot.Builder;

namespace MarketoSetupBot.State;

/// <summary>
/// What one turn reads and wants to write. It remembers the version of everything it read, whatever the framework does
/// with eTags (the original drops them for conversation state), and writes nothing: <see cref="TurnRecord"/> does, in the
/// transaction that also records the handled activity.
/// </summary>
internal sealed class TurnStorage(BotDatabase database) : IStorage
{
    private readonly Dictionary<string, long> read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> pending = new(StringComparer.Ordinal);

    /// <summary>Key, new value or null for removal, and the version it replaces (0: there was none).</summary>
    public IEnumerable<(string Key, string? Value, long Replaces)> Changes =>
        pending.Select(p => (p.Key, p.Value, read.GetValueOrDefault(p.Key)));

    public async Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        var found = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            if (pending.TryGetValue(key, out var own))
            {
                if (own is not null) found[key] = StateJson.Read(own);
                continue;
            }

            var rows = await database.ReadAsync(
                c => c.QueryAsync("SELECT value, version FROM state WHERE id = @id", r => (Value: r.GetString(0), Version: r.GetInt64(1)), cancellationToken, ("id", key)),
                cancellationToken);
            if (rows is not [var row]) continue;
            found[key] = StateJson.Read(row.Value);
            read[key] = row.Version;
        }

        return found;
    }

    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        foreach (var (key, value) in changes) pending[key] = StateJson.Write(value);
        return Task.CompletedTask;
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        foreach (var key in keys) pending[key] = null;
        return Task.CompletedTask;
    }
}
