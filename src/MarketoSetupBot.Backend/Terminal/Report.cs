using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Terminal;

/// <summary>All that one call of <c>validate</c> found out.</summary>
/// <param name="Checks">With what only some may see: whoever runs the backend holds its keys and can read the same themselves.</param>
/// <param name="Probe">Null: none was asked for.</param>
internal sealed record Report(Connection Connection, DateTimeOffset At, IReadOnlyList<CheckView> Checks, ProbeResult? Probe)
{
    public int Count(CheckState state) => Checks.Count(c => c.State == state);

    public int ExitCode => this switch
    {
        _ when Count(CheckState.Failed) > 0 || Probe is { Outcome: ProbeOutcome.Refused } => Terminal.ExitCode.Broken,
        _ when Checks.Any(c => c.Finding.Code == PhraseCodes.NotCheckedOutage) || Count(CheckState.Passed) == 0 => Terminal.ExitCode.Unknown,
        { Probe.Outcome: ProbeOutcome.NotMade } => Terminal.ExitCode.Unknown,
        _ => Terminal.ExitCode.Good,
    };
}
