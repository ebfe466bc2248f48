using System.Collections.Frozen;
using MarketoSetupBot.Backend.Access;
using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Halt;
using MarketoSetupBot.Backend.Plans;
using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Backend.Steps;
using MarketoSetupBot.Backend.Undo;
using MarketoSetupBot.Contracts;
using Microsoft.EntityFrameworkCore;

namespace MarketoSetupBot.Backend.Runs;

/// <summary>The approved plan becomes real: approvers and tenant are looked at again, then the steps run one by one.</summary>
public sealed partial class Applying(
    RunStore store, Ledger ledger, Planning planning, AccessRules access, IEnumerable<IStep> steps, AuditTrail audit, Halts halts,
    AccessSettings settings, TimeProvider clock, ILogger<Applying> logger)
{
    private const int Races = 5;

    /// <summary>How long one call of a step may take: several of Graph's slowest answers. Then it is broken off, and the next call looks at what it left.</summary>
    private static readonly TimeSpan StepLimit = TimeSpan.FromMinutes(2);

    private readonly FrozenDictionary<StepKey, IStep> _steps = steps.ToFrozenDictionary(s => s.Key);

    /// <summary>One look: either the clearance, or one step, or the end of the steps.</summary>
    public async Task ApplyAsync(Run seen, Guid connectionId, CancellationToken cancellationToken)
    {
        var at = seen.NextEntraStep?.Key ?? StepKey.Secret;
        try
        {
            if (await halts.CurrentAsync(cancellationToken) is { } halt)
                await WaitForLiftAsync(seen, at, halt, cancellationToken);
            else if (!seen.ApproversChecked || !seen.Cleared)
                await ClearAsync(seen, connectionId, cancellationToken);
            else if (seen.NextEntraStep is { } step)
                await RunStepAsync(seen, step, connectionId, cancellationToken);
            else if (seen.IsWork)
                await RecordAsync(seen, at, run => run.Finish(clock.GetUtcNow()), AuditOutcomes.Finished, cancellationToken);
            else
                await OfferSecretAsync(seen, connectionId, cancellationToken);
        }
        catch (TenantUnavailableException e)
        {
            await RecordAsync(seen, at, run => run.Postpone(at, e.RetryAfter, clock.GetUtcNow()), AuditOutcomes.TenantUnavailable, cancellationToken);
        }
        catch (Exception e) when (e is not (OperationCanceledException or DbUpdateException))
        {
            Stumbled(e, at, seen.Id, Trace.Reference);
            await RecordAsync(seen, at, run => run.Stumble(at, clock.GetUtcNow(), Trace.Reference), AuditOutcomes.Fault, cancellationToken);
        }
    }

    /// <summary>Said once; after that only the clock moves, or a long halt would fill thread and audit.</summary>
    private async Task WaitForLiftAsync(Run seen, StepKey at, HaltOrder halt, CancellationToken cancellationToken)
    {
        if (!seen.WaitsForLift(at))
        {
            await RecordAsync(seen, at, run => run.WaitForLift(at, halt, clock.GetUtcNow()), PhraseCodes.WaitingForLift, cancellationToken);
            return;
        }
        await using var db = store.Open();
        DateTimeOffset? later = clock.GetUtcNow() + Run.HaltIsLookedAt;
        await ledger.ExecuteAsync(() => db.Runs.Where(r => r.Id == seen.Id && r.Version == seen.Version)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.DueAt, later), cancellationToken), cancellationToken);
    }

    /// <summary>Whoever approved must still be allowed to, and before the first write the tenant must be what was approved.</summary>
    private async Task ClearAsync(Run seen, Guid connectionId, CancellationToken cancellationToken)
    {
        foreach (var approver in seen.Approvals)
        {
            if (await access.StillApprovesAsync(approver.ObjectId, seen.Plan!, cancellationToken))
                continue;
            var why = new Phrase(PhraseCodes.FailedApproverLostRole, ("by", approver.Name));
            await RecordAsync(seen, StepKey.Approve, run => run.Fail(StepKey.Approve, why, clock.GetUtcNow(), Trace.Reference), why.Code, cancellationToken);
            return;
        }
        var drift = seen.Cleared ? null : await DriftAsync(seen, connectionId, cancellationToken);
        await RecordAsync(seen, StepKey.Approve, run =>
        {
            if (drift is null)
                run.Clear();
            else
                run.TakePlan(drift, drifted: true, settings.ApprovalWait, clock.GetUtcNow());
        }, drift is null ? AuditOutcomes.Cleared : PhraseCodes.PlanDrifted, cancellationToken);
    }

    /// <returns>The plan as it would be now, if it is not the one that was approved.</returns>
    private async Task<PlanView?> DriftAsync(Run seen, Guid connectionId, CancellationToken cancellationToken)
    {
        var plan = await planning.ReadAsync(seen, connectionId, cancellationToken);
        return plan.Hash == seen.Plan!.Hash && plan.Blockers.Count == 0 ? null : plan;
    }

    private async Task RunStepAsync(Run seen, RunStep step, Guid connectionId, CancellationToken cancellationToken)
    {
        var key = step.Key;
        if (step.StartedAt is null)
        {
            // Told before it happens: the thread sees the step run, and a crash finds the step begun.
            await RecordAsync(seen, key, run => run.StartStep(key, clock.GetUtcNow()), AuditOutcomes.Started, cancellationToken);
            return;
        }
        await using var db = store.Open();
        var connection = await db.Connections.FirstAsync(c => c.Id == connectionId, cancellationToken);
        var context = new StepContext(connection, seen.Details!, seen.Id, step.StartedAt.Value, seen.LastWroteAt, ct => ledger.SaveAsync(db, ct))
        {
            Effects = await EffectsAsync(db, seen, connectionId, cancellationToken),
            Repair = seen.Repair,
            Claim = step.Claim,
        };
        using var late = new CancellationTokenSource(StepLimit, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        StepResult result;
        try
        {
            result = await _steps[key].RunAsync(context, stop.Token);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            await RecordAsync(seen, key, run => run.Overrun(key, clock.GetUtcNow(), Trace.Reference), AuditOutcomes.Overrun, cancellationToken);
            return;
        }
        await RecordStepAsync(db, seen, key, result, cancellationToken);
        Ended(key, result.Says.Code, seen.Id, Trace.Reference);
    }

    private async Task<EffectBook> EffectsAsync(BackendContext db, Run seen, Guid connectionId, CancellationToken cancellationToken)
    {
        var of = seen.Undoes ?? seen.Id;
        var recorded = await db.Effects.Where(e => e.RunId == of).OrderBy(e => e.Id).ToListAsync(cancellationToken);
        return new EffectBook(of, connectionId, recorded, effect => db.Effects.Add(effect), clock);
    }

    /// <summary>What the step found, made or took back, and that it did, are one commit. If the run was cancelled meanwhile, the facts are recorded all the same.</summary>
    private async Task RecordStepAsync(BackendContext db, Run seen, StepKey key, StepResult result, CancellationToken cancellationToken)
    {
        for (var race = 1; ; race++)
        {
            var run = await RunStore.AgainAsync(db, seen.Id, cancellationToken);
            if (run.State is not RunState.Applying)
            {
                await ledger.SaveAsync(db, cancellationToken);
                return;
            }
            run.EndStep(key, result, clock.GetUtcNow(), Trace.Reference);
            try
            {
                await store.CommitAsync(db, run, audit.Line(AuditEntry.Backend, key.ToString(), run.Id, result.Says.Code), cancellationToken);
                return;
            }
            catch (DbUpdateConcurrencyException) when (race < Races)
            {
                // An act came between: the facts stay, the run is looked at again.
                foreach (var entry in db.ChangeTracker.Entries().Where(e => e.Entity is not (Connection or IssuedSecret or Effect)).ToList())
                    entry.State = EntityState.Detached;
            }
        }
    }

    private async Task OfferSecretAsync(Run seen, Guid connectionId, CancellationToken cancellationToken)
    {
        await using var db = store.Open();
        var connection = await db.Connections.FirstAsync(c => c.Id == connectionId, cancellationToken);
        // Approved and applied: from now on the checks look at this user.
        connection.SyncUser = seen.Details!.Method is AuthenticationMethod.ServerToServer ? connection.ApplicationUserEmail : seen.Details.SyncUser;
        connection.Method = seen.Details.Method;
        await ledger.SaveAsync(db, cancellationToken);
        await RecordAsync(
            seen, StepKey.Secret, run => run.OfferSecret(connection, settings.CollectionTimeout, clock.GetUtcNow()), AuditOutcomes.Offered, cancellationToken);
    }

    /// <summary>Commits on the run as it is now, if it still applies; loses no race against an act that leaves it applying.</summary>
    private async Task RecordAsync(Run seen, StepKey key, Action<Run> record, string outcome, CancellationToken cancellationToken)
    {
        for (var race = 1; ; race++)
        {
            await using var db = store.Open();
            var run = await RunStore.AgainAsync(db, seen.Id, cancellationToken);
            if (run.State is not RunState.Applying)
                return;
            record(run);
            try
            {
                await store.CommitAsync(db, run, audit.Line(AuditEntry.Backend, key.ToString(), run.Id, outcome), cancellationToken);
                return;
            }
            catch (DbUpdateConcurrencyException) when (race < Races)
            {
                // An act came between: look at what it left.
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "Step {Step} of run {RunId} says {Says}, trace {TraceId}")]
    private partial void Ended(StepKey step, string says, Guid runId, string? traceId);

    [LoggerMessage(LogLevel.Error, "Step {Step} of run {RunId} failed, trace {TraceId}")]
    private partial void Stumbled(Exception exception, StepKey step, Guid runId, string? traceId);
}
