using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Backend.Steps;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Runs;

/// <summary>Steps that wait for an administrator: told, noticed by looking, never believed.</summary>
public sealed partial class Run
{
    /// <summary>How often the engine looks without being told.</summary>
    private static readonly TimeSpan HandActLook = TimeSpan.FromMinutes(2);

    /// <summary>After this a person has to press Retry: by then the roles of the approvers want to be read again anyway.</summary>
    private static readonly TimeSpan HandActLimit = TimeSpan.FromDays(3);

    /// <summary>The step that waits for a person, if one does.</summary>
    public RunStep? StepByHand => State is RunState.Applying || this is { State: RunState.Delivering, Delivery: DeliveryState.Waiting }
        ? Steps.FirstOrDefault(s => s is { IsOver: false, HandAct: not null })
        : null;

    /// <summary>"I have done it": the engine looks at once.</summary>
    public Refusal? ReportHandAct(StepKey key, PersonView by, string? answer, DateTimeOffset now)
    {
        if (StepByHand is not { } step || step.Key != key)
            return Refusal.Stale;
        step.Claim = new HandClaim(by, now, answer);
        step.StartedAt = now;
        Set(key, StepState.Waiting, new Phrase(PhraseCodes.LookingAfter, ("by", by.Name)), now);
        DueAt = now;
        return null;
    }

    private void AwaitHand(RunStep step, StepResult.ByHandResult byHand, DateTimeOffset now, string? reference)
    {
        if (step.HandActSince is null)
            TellOfHandAct(step.Key, now);
        var since = step.HandActSince ??= now;
        if (now - since > HandActLimit)
        {
            EndHandAct(step);
            Fail(step.Key, new Phrase(PhraseCodes.FailedNobodyActed), now, reference);
            return;
        }
        var asked = step.HandAct?.Code == byHand.Act.Code;
        step.HandAct = byHand.Act;
        var says = asked && step.Claim is { } claim && byHand.Says.Code is PhraseCodes.WaitingForHandAct or PhraseCodes.WaitingForPortal or PhraseCodes.WaitingForOwner
            ? new Phrase(PhraseCodes.NotSeenYet, ("by", claim.By.Name), ("at", Instant(now)))
            : byHand.Says;
        Set(step.Key, StepState.Waiting, says, now);
        DueAt = step.StartedAt = now + HandActLook;
    }

    private void TellOfHandAct(StepKey step, DateTimeOffset now)
        => Tell(new Phrase(PhraseCodes.HandActNeeded, ("requester", Requester.Name), ("requesterId", RequesterId), ("step", step.ToString())), now);

    private static void EndHandAct(RunStep step)
    {
        step.HandAct = null;
        step.Claim = null;
        step.HandActSince = null;
        step.KnownKeys = null;
    }
}
