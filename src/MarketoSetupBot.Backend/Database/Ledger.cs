using System.Data.Common;
using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Schedule;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Quartz;

namespace MarketoSetupBot.Backend.Database;

/// <summary>The one way to write: rows and the jobs they ask for are committed together or not at all.</summary>
public sealed class Ledger(IDbContextFactory<BackendContext> contexts, WriteGate gate, ISchedulerFactory schedulers, AuditChain chain, IEnumerable<IRowSeal> seals)
{
    public BackendContext Open() => contexts.CreateDbContext();

    /// <summary>Saves rows that ask for no job.</summary>
    public async Task SaveAsync(BackendContext db, CancellationToken cancellationToken)
    {
        Seal(db);
        using var pass = await gate.EnterAsync(cancellationToken);
        if (!AuditChain.HasNew(db))
        {
            await db.SaveChangesAsync(cancellationToken);
            return;
        }
        await using var transaction = await BeginAsync(db, cancellationToken);
        await chain.AppendAsync(db, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>One statement that asks for no job and needs no tracked rows.</summary>
    public async Task<int> ExecuteAsync(Func<Task<int>> statement, CancellationToken cancellationToken)
    {
        using var pass = await gate.EnterAsync(cancellationToken);
        return await statement();
    }

    /// <param name="jobs">Scheduled in the same transaction.</param>
    /// <param name="first">Statements that run in the same transaction before the tracked changes; false from them rolls everything back.</param>
    /// <returns>False when <paramref name="first"/> said so.</returns>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else was faster: load again and decide again.</exception>
    public async Task<bool> CommitAsync(
        BackendContext db, IReadOnlyList<Wake> jobs, CancellationToken cancellationToken, Func<BackendContext, Task<bool>>? first = null)
    {
        Seal(db);
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        using var pass = await gate.EnterAsync(cancellationToken);
        await using var transaction = await BeginAsync(db, cancellationToken);
        // Quartz takes its own in-memory gate before it opens a transaction on SQLite. Scheduling comes first, once, and the transaction is deferred, so that
        // gate is taken before the file's lock here too and never again; the other way round the two would wait for each other (measured).
        using (scheduler.EnlistTransaction(transaction.GetDbTransaction()))
        {
            await Wake.ScheduleAsync(scheduler, jobs, cancellationToken);
            if (first is not null && !await first(db))
                return false;
            await chain.AppendAsync(db, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return true;
        }
    }

    private void Seal(BackendContext db)
    {
        foreach (var seal in seals)
            seal.Put(db);
    }

    private static async Task<IDbContextTransaction> BeginAsync(BackendContext db, CancellationToken cancellationToken)
    {
        if (!db.Database.IsSqlite())
            return await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        DbTransaction deferred = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        return (await db.Database.UseTransactionAsync(deferred, cancellationToken))!;
    }
}
