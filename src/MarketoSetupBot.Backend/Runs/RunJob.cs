using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Backend.Schedule;
using Quartz;

namespace MarketoSetupBot.Backend.Runs;

/// <summary>The engine's look at one run. One at a time per run; asked for again after a crash.</summary>
[DisallowConcurrentExecution]
internal sealed partial class RunJob(RunEngine engine, ILogger<RunJob> logger) : IJob
{
    public static Wake Wake(Guid runId, DateTimeOffset at) => new(typeof(RunJob), "runs", runId, at);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var id = Guid.Parse(context.MergedJobDataMap.GetString(Schedule.Wake.RunKey)!);
        try
        {
            await engine.AdvanceAsync(id, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The row still says that it is due: the sweep triggers it again.
            Stumbled(e, id, Trace.Reference);
        }
    }

    [LoggerMessage(LogLevel.Error, "The engine stumbled over run {RunId}, trace {TraceId}")]
    private partial void Stumbled(Exception exception, Guid runId, string? traceId);
}
