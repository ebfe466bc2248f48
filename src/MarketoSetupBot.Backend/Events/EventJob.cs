using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Backend.Schedule;
using MarketoSetupBot.Contracts;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace MarketoSetupBot.Backend.Events;

/// <summary>
/// Tells the bot that a run changed: newest version only, one push of a run at a time, at most one in two seconds, again until the bot takes it.
/// The push carries no content; the bot reads the run.
/// </summary>
[DisallowConcurrentExecution]
internal sealed partial class EventJob(Ledger ledger, BotEvents bot, TimeProvider clock, ILogger<EventJob> logger) : IJob
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    public static Wake Wake(Guid runId, DateTimeOffset at) => new(typeof(EventJob), "events", runId, at);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var id = Guid.Parse(context.MergedJobDataMap.GetString(Schedule.Wake.RunKey)!);
        await using var db = ledger.Open();
        var entry = await db.Outbox.FindAsync([id], cancellationToken);
        if (entry is null || entry.Delivered >= entry.Version)
            return;
        var now = clock.GetUtcNow();
        if (entry.PushedAt + RunStore.EventInterval is { } soonest && soonest > now)
        {
            await LaterAsync(db, entry, soonest, cancellationToken);
            return;
        }
        var said = new RunEvent(id, entry.Version, ++entry.Sequence);
        var answer = await bot.PushAsync(said, cancellationToken);
        entry.PushedAt = clock.GetUtcNow();
        if (answer.Taken)
            await TakenAsync(db, entry, said.Version, cancellationToken);
        else
            await RefusedAsync(db, entry, answer, cancellationToken);
    }

    private async Task TakenAsync(BackendContext db, OutboxEntry entry, long version, CancellationToken cancellationToken)
    {
        entry.Delivered = version;
        entry.Attempts = 0;
        await ledger.SaveAsync(db, cancellationToken);
        // Only if nothing newer came meanwhile: a commit of the run may have asked for another push while the bot was busy.
        await db.Entry(entry).ReloadAsync(cancellationToken);
        if (entry.Version > version)
            await LaterAsync(db, entry, entry.PushedAt!.Value + RunStore.EventInterval, cancellationToken);
        else
            await ledger.ExecuteAsync(() => db.Outbox.Where(o => o.RunId == entry.RunId && o.Version == version)
                .ExecuteUpdateAsync(set => set.SetProperty(o => o.DueAt, (DateTimeOffset?)null), cancellationToken), cancellationToken);
    }

    private async Task RefusedAsync(BackendContext db, OutboxEntry entry, BotAnswer answer, CancellationToken cancellationToken)
    {
        var pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, Math.Min(++entry.Attempts, 12))));
        if (answer.RetryAfter > TimeSpan.Zero)
            pause = answer.RetryAfter < LongestPause ? answer.RetryAfter.Value : LongestPause;
        NotTaken(entry.RunId, entry.Version, answer.Status, pause);
        await LaterAsync(db, entry, clock.GetUtcNow() + pause, cancellationToken);
    }

    private async Task LaterAsync(BackendContext db, OutboxEntry entry, DateTimeOffset at, CancellationToken cancellationToken)
    {
        entry.DueAt = at;
        await ledger.CommitAsync(db, [Wake(entry.RunId, at)], cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "The bot did not take version {Version} of run {RunId} (status {Status}); again in {Pause}")]
    private partial void NotTaken(Guid runId, long version, int? status, TimeSpan pause);
}
