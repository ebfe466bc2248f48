using System.Collections.Concurrent;
using System.Data.Common;

namespace MarketoSetupBot.State;

/// <summary>Connections that stay open for reading beside the writer. With the write-ahead log nobody waits for anybody.</summary>
internal sealed class SqliteReaders(string connectionString) : IDisposable
{
    /// <summary>As many as read at once on the cores that a bot gets; what comes on top is closed after use.</summary>
    private const int Kept = 8;

    private readonly ConcurrentBag<PreparedSqlite> idle = [];

    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read)
    {
        if (!idle.TryTake(out var connection)) connection = new PreparedSqlite(connectionString);
        try
        {
            if (connection.State is not System.Data.ConnectionState.Open) connection.Open();
            var result = await read(connection);
            if (idle.Count < Kept)
            {
                idle.Add(connection);
                connection = null;
            }

            return result;
        }
        finally
        {
            // Also after an exception: whatever broke it shall not meet the next reader.
            if (connection is not null) await connection.DisposeAsync();
        }
    }

    public void Dispose()
    {
        while (idle.TryTake(out var connection)) connection.Dispose();
    }
}
