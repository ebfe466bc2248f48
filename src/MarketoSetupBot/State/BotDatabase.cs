using System.Data.Common;
using MarketoSetupBot.Settings;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace MarketoSetupBot.State;

/// <summary>The bot's own database: a SQLite file, or PostgreSQL where several bots share it.</summary>
internal sealed class BotDatabase : IDisposable
{
    private readonly Func<DbConnection> connect;

    /// <summary>SQLite has one writer at a time; queueing here costs a tenth of letting writers collide there.</summary>
    private readonly SemaphoreSlim? gate;

    public BotDatabase(BotSettings settings)
        : this(settings.Provider, settings.ConnectionString)
    {
    }

    public BotDatabase(DatabaseProvider provider, string connectionString)
    {
        gate = provider is DatabaseProvider.Sqlite ? new SemaphoreSlim(1) : null;
        connect = provider is DatabaseProvider.Sqlite
            ? () => new SqliteConnection(connectionString)
            : () => new NpgsqlConnection(connectionString);
    }

    public async Task CreateTablesAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        if (gate is not null) await connection.ExecuteAsync("PRAGMA journal_mode = WAL", cancellationToken);
        await connection.ExecuteAsync(Tables.Create, cancellationToken);
    }

    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        return await read(connection);
    }

    /// <summary>One transaction: committed when <paramref name="write"/> says true, rolled back when it says false or throws.</summary>
    public async Task<bool> WriteAsync(Func<DbConnection, Task<bool>> write, CancellationToken cancellationToken)
    {
        if (gate is not null) await gate.WaitAsync(cancellationToken);
        try
        {
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
        finally
        {
            gate?.Release();
        }
    }

    public void Dispose() => gate?.Dispose();

    private async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = connect();
        await connection.OpenAsync(cancellationToken);
        return connection;
    }
}
