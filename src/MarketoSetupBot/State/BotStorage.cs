using Microsoft.Bot.Builder;

namespace MarketoSetupBot.State;

/// <summary>
/// State over SQLite or PostgreSQL, each call a transaction of its own: what stands outside a turn. A turn's own writes wait in a
/// <see cref="TurnStorage"/>, over the same rows.
/// </summary>
internal sealed class BotStorage(BotDatabase database, StateJson json) : IStorage
{
    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default) =>
        new TurnStorage(database, json).ReadAsync(keys, cancellationToken);

    /// <summary>All of them or none.</summary>
    /// <exception cref="ArgumentException">A value's eTag is not the stored one; the framework's own storage says it so.</exception>
    public async Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        var turn = new TurnStorage(database, json);
        await turn.WriteAsync(changes, cancellationToken);
        if (!await database.WriteAsync(c => StateRows.WriteAsync(c, turn.Changes, cancellationToken), cancellationToken))
            throw new ArgumentException("Etag conflict: another write came between.");
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return database.WriteAsync(c => StateRows.WriteAsync(c, keys.Select(key => new StateChange(key, null, null)), cancellationToken), cancellationToken);
    }
}
