using MarketoSetupBot.Backend.Steps;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Runs;

/// <summary>Where one step of a run stands.</summary>
public sealed class RunStep
{
    public required Guid RunId { get; init; }
    public required StepKey Key { get; init; }
    public StepState State { get; set; }
    public Phrase? Says { get; set; }

    /// <summary>When the state was last set.</summary>
    public DateTimeOffset? At { get; set; }

    /// <summary>When the engine first called this step in this attempt; its time limit counts from here.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>True when the step changed something in Entra.</summary>
    public bool Wrote { get; set; }

    /// <summary>What an administrator has to do before this step can go on.</summary>
    public HandActView? HandAct { get; set; }

    /// <summary>The last "I have done it" since the act was asked for.</summary>
    public HandClaim? Claim { get; set; }

    /// <summary>Since when a person is waited for. What a person takes is not the step's own time.</summary>
    public DateTimeOffset? HandActSince { get; set; }

    /// <summary>Key ids that the app had when a secret by hand was asked for; null until they were read.</summary>
    public IReadOnlyList<string>? KnownKeys { get; set; }

    public bool IsOver => State is StepState.Succeeded or StepState.Skipped;
}

/// <summary>What the thread is told once.</summary>
public sealed class RunNotice
{
    public required Guid RunId { get; init; }
    public required long Number { get; init; }
    public required Phrase Says { get; init; }
    public required DateTimeOffset At { get; init; }
}
