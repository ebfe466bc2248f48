using MarketoSetupBot.Backend.Halt;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Runs;

/// <summary>While writes to the tenant are stopped.</summary>
public sealed partial class Run
{
    /// <summary>Whoever lifts it sets the run to work at once; this is for a backend that died in between.</summary>
    public static readonly TimeSpan HaltIsLookedAt = TimeSpan.FromSeconds(30);

    public bool WaitsForLift(StepKey key) => Step(key) is { State: StepState.Waiting, Says.Code: PhraseCodes.WaitingForLift };

    /// <summary>The time limit of the step begins anew afterwards, and the approvers are asked for their roles again.</summary>
    public void WaitForLift(StepKey key, HaltOrder halt, DateTimeOffset now)
    {
        Set(key, StepState.Waiting, new Phrase(PhraseCodes.WaitingForLift, ("by", halt.CalledBy.Name), ("since", Instant(halt.At))), now);
        Step(key).StartedAt = null;
        ApproversChecked = false;
        DueAt = now + HaltIsLookedAt;
    }

    public void HearOfHalt(Phrase says, DateTimeOffset now)
    {
        Tell(says, now);
        if (State is RunState.Applying)
            DueAt = now;
    }
}
