using Quartz;

namespace MarketoSetupBot.Backend.Schedule;

/// <summary>"Look at this run at that time": a job per run and purpose, never two of them at once. A later wake replaces an earlier one.</summary>
public sealed record Wake(Type Job, string Group, Guid RunId, DateTimeOffset At)
{
    public const string RunKey = "run";

    public async Task ScheduleAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        var name = RunId.ToString("N");
        var job = JobBuilder.Create().OfType(Job).WithIdentity(name, Group).UsingJobData(RunKey, RunId.ToString("D")).RequestRecovery().Build();
        var trigger = TriggerBuilder.Create(scheduler.TimeProvider).WithIdentity(name, Group).ForJob(job).StartAt(At).Build();
        await scheduler.ScheduleJob(job, trigger, ScheduleJobOptions.Replacing, cancellationToken);
    }
}
