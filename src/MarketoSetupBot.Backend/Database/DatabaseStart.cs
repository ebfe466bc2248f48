using Microsoft.EntityFrameworkCore;
using Quartz;

namespace MarketoSetupBot.Backend.Database;

/// <summary>Brings the schema up to date before anything else starts.</summary>
internal sealed class DatabaseStart(IDbContextFactory<BackendContext> contexts, IEnumerable<IRowSeal> seals) : IHostedService
{
    /// <summary>Held by one session of PostgreSQL at a time. The number is ours alone in the backend's own database.</summary>
    private const string Lock = "SELECT pg_advisory_lock(5080)", Unlock = "SELECT pg_advisory_unlock(5080)";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (db.Database.IsSqlite())
        {
            // Readers do not wait for the writer.
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
            await MigrateAsync(db, cancellationToken);
            return;
        }
        // EF Core's own lock is on a table, which it makes without one: of several backends that start together on an empty database two would migrate.
        await db.Database.OpenConnectionAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync(Lock, cancellationToken);
        try
        {
            await MigrateAsync(db, cancellationToken);
        }
        finally
        {
            await db.Database.ExecuteSqlRawAsync(Unlock, CancellationToken.None);
        }
    }

    private async Task MigrateAsync(BackendContext db, CancellationToken cancellationToken)
    {
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToHashSet();
        await db.Database.MigrateAsync(cancellationToken);
        // Once, at the start that brings a seal: a row without one is nobody's ever after.
        foreach (var seal in seals.Where(s => pending.Contains(s.Migration)))
            await seal.BeginAsync(db, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
