using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Delivery;
using MarketoSetupBot.Backend.Events;
using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Backend.Validations;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace MarketoSetupBot.Backend.Schedule;

/// <summary>
/// The net under everything: whatever is due by its row is triggered, whether or not a trigger survived; secrets that nobody can have got are
/// removed; old idempotency keys go.
/// </summary>
[DisallowConcurrentExecution]
internal sealed partial class SweepJob(Ledger ledger, OrphanedSecrets orphans, AuditAnchors anchors, TimeProvider clock, ILogger<SweepJob> logger) : IJob
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan KeysAreKept = TimeSpan.FromDays(2);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        await using var db = ledger.Open();
        var late = now - Grace;
        var runs = await db.Runs.Where(r => r.DueAt <= late).OrderBy(r => r.DueAt).Select(r => r.Id).Take(100).ToListAsync(cancellationToken);
        var events = await db.Outbox.Where(o => o.DueAt <= late).OrderBy(o => o.DueAt).Select(o => o.RunId).Take(100).ToListAsync(cancellationToken);
        var news = await db.Validations.Where(v => v.NewsDueAt <= late).OrderBy(v => v.NewsDueAt).Select(v => v.Id).Take(100).ToListAsync(cancellationToken);
        Wake[] overdue = [.. runs.Select(id => RunJob.Wake(id, now)), .. events.Select(id => EventJob.Wake(id, now)), .. news.Select(id => NewsJob.Wake(id, now))];
        foreach (var wake in overdue)
            Overdue(wake.Group, wake.RunId);
        await Wake.ScheduleAsync(context.Scheduler, overdue, cancellationToken);
        await orphans.SweepAsync(cancellationToken);
        await anchors.DropWhenDueAsync(cancellationToken);
        await ForgetKeysAsync(db, now, cancellationToken);
    }

    private async Task ForgetKeysAsync(BackendContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var old = now - KeysAreKept;
        var keys = await db.HandledRequests.Where(h => h.At < old).OrderBy(h => h.At).Take(500).ToListAsync(cancellationToken);
        if (keys.Count == 0)
            return;
        db.HandledRequests.RemoveRange(keys);
        await ledger.SaveAsync(db, cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "{Group} of run {RunId} is overdue and triggered again")]
    private partial void Overdue(string group, Guid runId);
}
