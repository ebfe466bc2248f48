using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Events;
using MarketoSetupBot.Backend.Schedule;
using MarketoSetupBot.Contracts;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace MarketoSetupBot.Backend.Validations;

/// <summary>Tells the bot of a validation whose result the threads should see, again until it takes it. The push carries ids alone; the bot reads the result.</summary>
[DisallowConcurrentExecution]
internal sealed partial class NewsJob(Ledger ledger, BotEvents bot, TimeProvider clock, ILogger<NewsJob> logger) : IJob
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);

    /// <summary>News of a day ago is none: the next night has its own.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromHours(20);

    /// <summary>Of the runs of a connection, the thread of one of the last few is where its team looks.</summary>
    private const int LatestRuns = 5;

    public static Wake Wake(Guid validation, DateTimeOffset at) => new(typeof(NewsJob), "validation-news", validation, at);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var id = Guid.Parse(context.MergedJobDataMap.GetString(Schedule.Wake.RunKey)!);
        await using var db = ledger.Open();
        if (await db.Validations.SingleOrDefaultAsync(v => v.Id == id, cancellationToken) is not { NewsDueAt: not null } record)
            return;
        var runs = await db.Runs.IgnoreAutoIncludes().Where(r => r.ConnectionId == record.ConnectionId)
            .OrderByDescending(r => r.OpenedAt).Select(r => r.Id).Take(LatestRuns).ToListAsync(cancellationToken);
        var answer = await bot.PushAsync(new ValidationEvent(id, runs), cancellationToken);
        if (answer.Taken || clock.GetUtcNow() - record.StartedAt > Stale)
        {
            record.NewsDueAt = null;
            await ledger.SaveAsync(db, cancellationToken);
            return;
        }
        var pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, Math.Min(++record.NewsAttempts, 12))));
        if (answer.RetryAfter > TimeSpan.Zero) pause = answer.RetryAfter < LongestPause ? answer.RetryAfter.Value : LongestPause;
        NotTaken(id, answer.Status, pause);
        record.NewsDueAt = clock.GetUtcNow() + pause;
        await ledger.CommitAsync(db, [Wake(id, record.NewsDueAt.Value)], cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "The bot did not take the news of validation {Validation} (status {Status}); again in {Pause}")]
    private partial void NotTaken(Guid validation, int? status, TimeSpan pause);
}
