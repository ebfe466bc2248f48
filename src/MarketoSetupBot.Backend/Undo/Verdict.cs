using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Undo;

internal enum Fate
{
    Remove,
    /// <summary>The value from before is written back.</summary>
    Restore,
    /// <summary>Not there any more, or never was.</summary>
    Gone,
    /// <summary>Not ours to take back; the phrase says why.</summary>
    Leave,
}

/// <summary>What becomes of one thing that a run wrote: shown in the plan, and decided again when the step runs.</summary>
/// <param name="Effect">Null for a secret, and for what was there before the run.</param>
/// <param name="Calls">Method and path of the writes.</param>
internal sealed record Verdict(StepKey Step, Fate Fate, Phrase Says, Effect? Effect = null, IssuedSecret? Secret = null, params IReadOnlyList<string> Calls)
{
    public bool IsWrite => Fate is Fate.Remove or Fate.Restore;
}
