using MarketoSetupBot.Backend.Access;
using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Delivery;
using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;
using Microsoft.EntityFrameworkCore;

namespace MarketoSetupBot.Backend.Runs;

/// <summary>
/// Moves runs on: the only writer beside the acts of people, one look at a time per run. Each look ends in one commit; a crash before it costs a
/// repetition, and everything that is repeated looks before it writes.
/// </summary>
public sealed partial class RunEngine(
    RunStore store, Planning planning, Applying applying, SecretByHand secretByHand, PossibleApprovers approvers, IRunRecords records, AuditTrail audit, AccessSettings settings, TimeProvider clock, ILogger<RunEngine> logger)
{
    /// <summary>More than any run needs: a loop that does not end is a bug, and the sweep goes on anyway.</summary>
    private const int Looks = 50;

    public async Task AdvanceAsync(Guid id, CancellationToken cancellationToken)
    {
        for (var look = 0; look < Looks; look++)
        {
            await using var db = store.Open();
            var run = await RunStore.FindAsync(db, id, cancellationToken);
            if (run?.DueAt is not { } due || due > clock.GetUtcNow())
                return;
            using var trace = Trace.Continue("run", run.TraceParent);
            Errand.Begin(run.Id, run.Approver?.ObjectId);
            await LookAsync(run, cancellationToken);
        }
    }

    private async Task LookAsync(Run run, CancellationToken cancellationToken)
    {
        var connectionId = run.ConnectionId;
        Looking(run.Id, run.State, Trace.Reference);
        switch (run.State)
        {
            case RunState.Planning or RunState.Applying when !await records.AreRightAsync(run, cancellationToken):
                await StopAsync(run.Id, cancellationToken);
                break;
            case RunState.Planning:
                await planning.PlanAsync(run, connectionId!.Value, cancellationToken);
                break;
            case RunState.Applying:
                await applying.ApplyAsync(run, connectionId!.Value, cancellationToken);
                break;
            case RunState.Delivering when run.StepByHand is not null:
                await secretByHand.LookAsync(run.Id, cancellationToken);
                break;
            default:
                await TimeOutAsync(run.Id, cancellationToken);
                break;
        }
    }

    /// <summary>The run says what this product never wrote: nothing is done for it any more, and the thread is told.</summary>
    private async Task StopAsync(Guid id, CancellationToken cancellationToken)
    {
        RecordChanged(id, Trace.Reference);
        await using var db = store.Open();
        var run = await RunStore.AgainAsync(db, id, cancellationToken);
        run.TellOnce(new Phrase(PhraseCodes.RecordChanged), clock.GetUtcNow());
        run.Rest();
        await store.CommitAsync(db, run, audit.Line(AuditEntry.Backend, AuditEvents.RecordChecked, id, AuditEntry.Refused(ProblemCodes.RecordChanged)), cancellationToken);
    }

    /// <summary>Nobody acted in time.</summary>
    private async Task TimeOutAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = store.Open();
        var run = await RunStore.AgainAsync(db, id, cancellationToken);
        var now = clock.GetUtcNow();
        var connection = await db.Connections.FirstOrDefaultAsync(c => c.Id == run.ConnectionId, cancellationToken);
        var tells = await approvers.OfAsync(run, cancellationToken);
        var shown = connection is not null && run.EndShowTime(connection, settings.CollectionTimeout, now);
        if (!shown && !run.EndSettling(now) && !run.ExpireWhenOverdue(now) && !run.RemindOfApproval(settings.ApprovalWait, tells, now))
            run.Rest();
        await store.CommitAsync(db, run, audit.Line(AuditEntry.Backend, shown ? AuditEvents.ShowTimeEnded : AuditEvents.TimedOut, id, run.State.ToString()), cancellationToken);
    }

    [LoggerMessage(LogLevel.Critical, "Run {RunId} was stopped: its record was changed in the database by something else than this product. Trace {TraceId}")]
    private partial void RecordChanged(Guid runId, string? traceId);

    [LoggerMessage(LogLevel.Debug, "Looking at run {RunId} in {State}, trace {TraceId}")]
    private partial void Looking(Guid runId, RunState state, string? traceId);
}
