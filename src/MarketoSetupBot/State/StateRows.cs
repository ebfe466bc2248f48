using System.Data.Common;

namespace MarketoSetupBot.State;

/// <param name="Value">JSON; null removes the key.</param>
/// <param name="Replaces">The version that must stand there. 0: none may. Null: whatever stands there.</param>
internal sealed record StateChange(string Key, string? Value, long? Replaces);

/// <summary>The table of states. A version never comes back, not even when a key is removed and begun again.</summary>
internal static class StateRows
{
    public static async Task<Dictionary<string, (string Value, long Version)>> ReadAsync(BotDatabase database, IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, (string, long)>(StringComparer.Ordinal);
        await database.ReadAsync(
            async connection =>
            {
                foreach (var key in keys)
                {
                    var rows = await connection.QueryAsync("SELECT value, version FROM state WHERE id = @id", r => (r.GetString(0), r.GetInt64(1)), cancellationToken, ("id", key));
                    if (rows is [var row]) found[key] = row;
                }

                return true;
            },
            cancellationToken);
        return found;
    }

    /// <returns>False: one of them is stale, and the transaction must be rolled back.</returns>
    public static async Task<bool> WriteAsync(DbConnection connection, IEnumerable<StateChange> changes, CancellationToken cancellationToken)
    {
        // In one order for everybody, or two batches could wait for each other's rows.
        foreach (var change in changes.OrderBy(c => c.Key, StringComparer.Ordinal))
            if (!await WriteAsync(connection, change, cancellationToken)) return false;
        return true;
    }

    private static async Task<bool> WriteAsync(DbConnection connection, StateChange change, CancellationToken cancellationToken)
    {
        var (key, value, replaces) = change;
        return (value, replaces) switch
        {
            (null, 0) => true,
            (null, null) => await connection.ExecuteAsync("DELETE FROM state WHERE id = @id", cancellationToken, ("id", key)) >= 0,
            (null, _) => await connection.ExecuteAsync(
                "DELETE FROM state WHERE id = @id AND version = @replaces",
                cancellationToken, ("id", key), ("replaces", replaces)) == 1,
            (_, null) => await connection.ExecuteAsync(
                "INSERT INTO state (id, value, version) VALUES (@id, @value, @first) ON CONFLICT (id) DO UPDATE SET value = excluded.value, version = state.version + 1",
                cancellationToken, ("id", key), ("value", value), ("first", First())) == 1,
            (_, 0) => await connection.ExecuteAsync(
                "INSERT INTO state (id, value, version) VALUES (@id, @value, @first) ON CONFLICT (id) DO NOTHING",
                cancellationToken, ("id", key), ("value", value), ("first", First())) == 1,
            _ => await connection.ExecuteAsync(
                "UPDATE state SET value = @value, version = version + 1 WHERE id = @id AND version = @replaces",
                cancellationToken, ("id", key), ("value", value), ("replaces", replaces)) == 1,
        };
    }

    private static long First() => Random.Shared.NextInt64(1, 1L << 60);
}
