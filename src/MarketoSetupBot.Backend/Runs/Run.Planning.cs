using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Runs;

/// <summary>From the details to a plan that somebody approved.</summary>
public sealed partial class Run
{
    private static readonly StepKey[] EntraSteps =
        [StepKey.Application, StepKey.ServicePrincipal, StepKey.Permission, StepKey.SignIn, StepKey.Consent];

    private static readonly StepKey[] NotOnPremises = [StepKey.Plan, StepKey.Approve, .. EntraSteps, StepKey.Secret];

    /// <summary>Who gave the approval that was still missing.</summary>
    public PersonView? Approver => Approvals.Count > 0 && State is not (RunState.Draft or RunState.Planning or RunState.Blocked) ? Approvals[^1] : null;

    /// <summary>True once the tenant was found to be what was approved; nothing was written before.</summary>
    public bool Cleared { get; private set; }

    public Refusal? TakeDetails(DetailsView details, RunKind kind, Guid connectionId, PersonView editor, DateTimeOffset now)
    {
        if (State is not RunState.Draft)
            return Refusal.Stale;
        Details = details;
        RecipientId = details.Recipient.ObjectId;
        Kind = kind;
        ConnectionId = OpenConnectionId = connectionId;
        if (!EditorIds.Contains(editor.ObjectId))
            EditorIds = [.. EditorIds, editor.ObjectId];
        Set(StepKey.Details, StepState.Succeeded, new Phrase(PhraseCodes.ReportedBy, ("by", editor.Name)), now);
        Attempts = 0;
        FitToMethod();
        if (kind is RunKind.MarketoActsOnly)
        {
            foreach (var key in NotOnPremises.Where(Has))
                Set(key, StepState.Skipped, new Phrase(PhraseCodes.NotNeededOnPremises), now);
            Guide(StepKey.DisableSync, now);
            return null;
        }
        State = RunState.Planning;
        Set(StepKey.Plan, StepState.Running, null, now);
        DueAt = now;
        return null;
    }

    /// <summary>The preflight has read the tenant.</summary>
    public void TakePlan(PlanView plan, bool drifted, ApprovalWait wait, DateTimeOffset now)
    {
        var expires = now + wait.Timeout;
        Plan = plan with { ExpiresAt = expires };
        Approvals = [];
        Cleared = false;
        Attempts = 0;
        // A blocked plan waits for its requester, whom nobody has to remind.
        DueAt = plan.Blockers.Count > 0 ? expires : wait.NextLook(expires, now);
        if (plan.Blockers.Count > 0)
        {
            State = RunState.Blocked;
            Set(StepKey.Plan, StepState.Failed, plan.Blockers[0], now);
            Set(StepKey.Approve, StepState.Pending, null, now);
            return;
        }
        if (IsWork && plan.Items.All(i => i.Effect is PlanEffect.Keep))
        {
            SkipAll(now);
            return;
        }
        if (IsWork)
            FitToPlan(plan, now);
        State = RunState.Planned;
        Set(StepKey.Plan, StepState.Succeeded, new Phrase(drifted ? PhraseCodes.PlanDrifted : PhraseCodes.Done), now);
        Set(StepKey.Approve, StepState.Waiting, null, now);
    }

    /// <summary>One approval of exactly this plan; the last one needed sets the engine to work.</summary>
    public Refusal? Approve(PersonView by, string planHash, int quorum, DateTimeOffset now)
    {
        if (WhyNotDecide(planHash, now) is { } refusal)
            return refusal;
        if (Approvals.Any(a => a.ObjectId == by.ObjectId))
            return null;
        Approvals = [.. Approvals, by];
        if (Approvals.Count < quorum)
        {
            Set(StepKey.Approve, StepState.Waiting, new Phrase(PhraseCodes.ApprovalsSoFar, ("count", $"{Approvals.Count}"), ("quorum", $"{quorum}"), ("by", by.Name)), now);
            return null;
        }
        Set(StepKey.Approve, StepState.Succeeded, new Phrase(PhraseCodes.ApprovedBy, ("by", by.Name)), now);
        // Nobody has to be told of what they did themselves.
        if (!Same(RequesterId, by.ObjectId))
            Tell(new Phrase(PhraseCodes.PlanApproved, ("by", by.Name), ("requester", Requester.Name), ("requesterId", RequesterId)), now);
        Apply(now);
        return null;
    }

    /// <summary>Back to the form; what was typed stays.</summary>
    public Refusal? Change(DateTimeOffset now, TimeSpan timeout)
    {
        // What is undone or repaired stands fast: there are no details to change.
        if (State is not (RunState.Planned or RunState.Blocked or RunState.Failed) || IsWork)
            return Refusal.Stale;
        State = RunState.Draft;
        Plan = null;
        Approvals = [];
        Reference = null;
        Cleared = false;
        foreach (var step in Steps)
        {
            step.StartedAt = null;
            EndHandAct(step);
            Set(step.Key, StepState.Pending, null, now);
        }
        FitToMethod();
        Set(StepKey.Details, StepState.Running, null, now);
        DueAt = now + timeout;
        return null;
    }

    /// <summary>Nobody finished, approved or collected in time.</summary>
    public bool ExpireWhenOverdue(DateTimeOffset now)
    {
        var waitsForPeople = State is RunState.Draft or RunState.Planned or RunState.Blocked or RunState.Delivering;
        if (!waitsForPeople || !(DueAt <= now) || AwaitsApproval(now))
            return false;
        End(RunState.Expired, now);
        return true;
    }
}
