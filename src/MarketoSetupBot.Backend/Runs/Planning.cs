using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Plans;
using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Contracts;
using Microsoft.EntityFrameworkCore;

namespace MarketoSetupBot.Backend.Runs;

/// <summary>The read-only preflight, and what its outcome means for the run.</summary>
public sealed partial class Planning(
    RunStore store, IPreflight preflight, IEnumerable<IWorkPlanner> works, ConnectionSeal seal, AuditTrail audit, AccessSettings settings, TimeProvider clock,
    ILogger<Planning> logger)
{
    public async Task PlanAsync(Run seen, Guid connectionId, CancellationToken cancellationToken)
    {
        try
        {
            var plan = await ReadAsync(seen, connectionId, cancellationToken);
            await RecordAsync(seen, run => run.TakePlan(plan, drifted: false, settings.ApprovalWait, clock.GetUtcNow()), plan.Hash, cancellationToken);
        }
        catch (TenantUnavailableException e)
        {
            await RecordAsync(seen, run => run.Postpone(StepKey.Plan, e.RetryAfter, clock.GetUtcNow()), AuditOutcomes.TenantUnavailable, cancellationToken);
        }
        catch (Exception e) when (e is not (OperationCanceledException or DbUpdateException))
        {
            Stumbled(e, seen.Id, Trace.Reference);
            await RecordAsync(seen, run => run.Stumble(StepKey.Plan, clock.GetUtcNow(), Trace.Reference), AuditOutcomes.Fault, cancellationToken);
        }
    }

    /// <exception cref="TenantUnavailableException" />
    public async Task<PlanView> ReadAsync(Run run, Guid connectionId, CancellationToken cancellationToken)
    {
        await using var db = store.Open();
        var connection = await db.Connections.AsNoTracking().FirstAsync(c => c.Id == connectionId, cancellationToken);
        var plan = works.FirstOrDefault(w => w.Kind == run.Kind) is { } work
            ? await work.PlanAsync(run, connection, cancellationToken)
            : await preflight.PlanAsync(connection, run.Details!, cancellationToken);
        // What was read is about objects that somebody else put on record: nothing to approve.
        return seal.IsRight(connection) ? plan : plan with { Blockers = [new Phrase(PhraseCodes.TargetNotOurs), .. plan.Blockers] };
    }

    private async Task RecordAsync(Run seen, Action<Run> record, string outcome, CancellationToken cancellationToken)
    {
        await using var db = store.Open();
        var run = await RunStore.AgainAsync(db, seen.Id, cancellationToken);
        // Somebody cancelled or changed the run while the tenant was read: what was read is for nobody.
        if (run.Version != seen.Version)
            return;
        record(run);
        await store.CommitAsync(db, run, audit.Line(AuditEntry.Backend, nameof(StepKey.Plan), run.Id, outcome), cancellationToken);
    }

    [LoggerMessage(LogLevel.Error, "Planning run {RunId} failed, trace {TraceId}")]
    private partial void Stumbled(Exception exception, Guid runId, string? traceId);
}
