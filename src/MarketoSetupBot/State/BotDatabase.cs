using System.Data.Common;
using MarketoSetupBot.Settings;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace MarketoSetupBot.State;

/// <summary>The bot's own database: a SQLite file, or PostgreSQL where several bots share it.</summary>
internal sealed class BotDatabase : IDisposable
{
    /// <summary>PostgreSQL holds it until the transaction ends. The number is ours alone in the bot's own database.</summary>
    private const string TablesLock = "SELECT pg_advisory_xact_lock(3978)";

    private readonly string connectionString;

    /// <summary>Null for PostgreSQL, which shares connections and commits by itself.</summary>
    private readonly (SqliteReaders Readers, SqliteWriter Writer)? sqlite;

    public BotDatabase(BotSettings settings)
        : this(settings.Provider, settings.ConnectionString)
    {
    }

    public BotDatabase(DatabaseProvider provider, string connectionString)
    {
        this.connectionString = connectionString;
        if (provider is not DatabaseProvider.Sqlite) return;

        // Connections stay open for as long as this object does; a pool would keep the file open beyond that.
        var own = new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString();
        sqlite = (new SqliteReaders(own), new SqliteWriter(own));
    }

    public async Task CreateTablesAsync(CancellationToken cancellationToken)
    {
        if (sqlite is { } file)
            await file.Readers.ReadAsync(c => c.ExecuteAsync("PRAGMA journal_mode = WAL", cancellationToken));
        await WriteAsync(
            async connection =>
            {
                // IF NOT EXISTS does not hold between two that look at the same moment; bots of one database start together.
                if (sqlite is null) await connection.ExecuteAsync(TablesLock, cancellationToken);
                await connection.ExecuteAsync(Tables.Create, cancellationToken);
                return true;
            },
            cancellationToken);
    }

    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (sqlite is { } file) return await file.Readers.ReadAsync(read);
        await using var connection = await OpenAsync(cancellationToken);
        return await read(connection);
    }

    /// <summary>One transaction: committed when <paramref name="write"/> says true, rolled back when it says false or throws.</summary>
    public async Task<bool> WriteAsync(Func<DbConnection, Task<bool>> write, CancellationToken cancellationToken)
    {
        if (sqlite is { } file) return await file.Writer.WriteAsync(write, cancellationToken);
        await using var connection = await OpenAsync(cancellationToken);
        await connection.ExecuteAsync("BEGIN", cancellationToken);
        var keep = false;
        try
        {
            keep = await write(connection);
            return keep;
        }
        finally
        {
            // Not the turn's token: whoever goes away must not leave a transaction open on a pooled connection.
            await connection.ExecuteAsync(keep ? "COMMIT" : "ROLLBACK", CancellationToken.None);
        }
    }

    public void Dispose()
    {
        sqlite?.Writer.Dispose();
        sqlite?.Readers.Dispose();
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }
}
