using Quartz;

namespace MarketoSetupBot.Backend.Schedule;

/// <summary>"Look at this run at that time": a job per run and purpose, never two of them at once. A later wake replaces an earlier one.</summary>
public sealed record Wake(Type Job, string Group, Guid RunId, DateTimeOffset At)
{
    public const string RunKey = "run";

    /// <summary>One operation of the scheduler for all of them: between two, it would let go of its gate.</summary>
    public static async Task ScheduleAsync(IScheduler scheduler, IEnumerable<Wake> wakes, CancellationToken cancellationToken)
    {
        var jobs = wakes.ToDictionary(w => w.JobDetail(), w => w.Triggers(scheduler.TimeProvider));
        if (jobs.Count > 0)
            await scheduler.ScheduleJobs(jobs, ScheduleJobOptions.Replacing, cancellationToken);
    }

    private string Name => RunId.ToString("N");

    private IJobDetail JobDetail()
        => JobBuilder.Create().OfType(Job).WithIdentity(Name, Group).UsingJobData(RunKey, RunId.ToString("D")).RequestRecovery().Build();

    private IReadOnlyCollection<ITrigger> Triggers(TimeProvider clock)
        => [TriggerBuilder.Create(clock).WithIdentity(Name, Group).ForJob(Name, Group).StartAt(At).Build()];
}
