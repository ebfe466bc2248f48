using System.Diagnostics;
using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Events;
using MarketoSetupBot.Backend.Schedule;
using Microsoft.EntityFrameworkCore;

namespace MarketoSetupBot.Backend.Runs;

/// <summary>Commits a change of a run together with everything that belongs to it: version, audit line, event for the bot, and the engine's next look.</summary>
public sealed class RunStore(Ledger ledger, TimeProvider clock)
{
    /// <summary>A card is updated at most this often.</summary>
    internal static readonly TimeSpan EventInterval = TimeSpan.FromSeconds(2);

    public BackendContext Open() => ledger.Open();

    public static Task<Run?> FindAsync(BackendContext db, Guid id, CancellationToken cancellationToken)
        => db.Runs.AsSplitQuery().SingleOrDefaultAsync(r => r.Id == id, cancellationToken);

    /// <summary>One that was there a moment ago: the row of a run is never deleted.</summary>
    public static Task<Run> AgainAsync(BackendContext db, Guid id, CancellationToken cancellationToken)
        => db.Runs.AsSplitQuery().SingleAsync(r => r.Id == id, cancellationToken);

    /// <param name="run">Tracked by <paramref name="db"/> and changed.</param>
    /// <param name="alsoChanged">Other runs that change in the same transaction.</param>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed the run since it was read.</exception>
    /// <exception cref="DbUpdateException">A unique index refuses.</exception>
    public async Task CommitAsync(BackendContext db, Run run, AuditEntry? audit, CancellationToken cancellationToken, params Run[] alsoChanged)
    {
        var jobs = new List<Wake>();
        foreach (var changed in (Run[])[run, .. alsoChanged])
        {
            var wasDueAt = db.Entry(changed).Property(r => r.DueAt).OriginalValue;
            changed.Version++;
            changed.ChangedAt = clock.GetUtcNow();
            changed.TraceParent = Activity.Current?.Id ?? changed.TraceParent;
            await AnnounceAsync(db, changed.Id, changed.Version, jobs, cancellationToken);
            if (changed.DueAt is { } due && (due != wasDueAt || due <= changed.ChangedAt))
                jobs.Add(RunJob.Wake(changed.Id, due));
        }
        if (audit is not null)
        {
            // A row that is not the newest stays so, whatever is done with it: what is recorded now is not said to come after what it does not know.
            if (run.RecordedVersion >= await RunRecords.ToldAsync(db, run.Id, cancellationToken))
                run.RecordIn(audit);
            db.Audit.Add(audit);
        }
        await ledger.CommitAsync(db, jobs, cancellationToken);
    }

    /// <summary>Puts the newest version into the outbox and asks for a push of it.</summary>
    public async Task AnnounceAsync(BackendContext db, Guid runId, long version, List<Wake> jobs, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var entry = await db.Outbox.FindAsync([runId], cancellationToken);
        if (entry is null)
            db.Outbox.Add(entry = new OutboxEntry { RunId = runId });
        var soonest = entry.PushedAt + EventInterval;
        entry.Version = version;
        entry.DueAt = soonest > now ? soonest : now;
        jobs.Add(EventJob.Wake(runId, entry.DueAt.Value));
    }
}
