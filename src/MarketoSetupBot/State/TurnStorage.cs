using Microsoft.Bot.Builder;

namespace MarketoSetupBot.State;

/// <summary>
/// What one turn reads and wants to write. It remembers the version of everything it read, whatever the framework does
/// with eTags (the original drops them for conversation state), and writes nothing: <see cref="TurnRecord"/> does, in the
/// transaction that also records the handled activity.
/// </summary>
internal sealed class TurnStorage(BotDatabase database, StateJson json) : IStorage
{
    private readonly Dictionary<string, long> read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StateChange> pending = new(StringComparer.Ordinal);

    public TurnStorage(BotDatabase database)
        : this(database, StateJson.Journey)
    {
    }

    /// <summary>Null in <see cref="StateChange.Replaces"/> where neither the value nor this turn knows what stands there.</summary>
    public IEnumerable<StateChange> Changes => pending.Values;

    public async Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var found = new Dictionary<string, object>(StringComparer.Ordinal);
        var rows = await StateRows.ReadAsync(database, keys.Where(key => !pending.ContainsKey(key)), cancellationToken);
        foreach (var key in keys)
        {
            if (rows.TryGetValue(key, out var row))
            {
                found[key] = StateVersion.Put(json.Read(row.Value), row.Version);
                read[key] = row.Version;
            }
            else if (pending.TryGetValue(key, out var own) && own.Value is { } value)
            {
                found[key] = json.Read(value);
            }
        }

        return found;
    }

    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        foreach (var (key, value) in changes)
        {
            var (says, replaces) = StateVersion.Of(value);
            pending[key] = new StateChange(key, value is null ? null : json.Write(StateVersion.Without(value)), says ? replaces : Known(key));
        }

        return Task.CompletedTask;
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        foreach (var key in keys) pending[key] = new StateChange(key, null, Known(key));
        return Task.CompletedTask;
    }

    private long? Known(string key) => read.TryGetValue(key, out var version) ? version : null;
}
