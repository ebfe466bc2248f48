using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Terminal;

/// <summary>What <c>validate --json</c> prints. Members are added, never renamed: scripts read it.</summary>
internal sealed record ReportDocument
{
    /// <summary>Host name.</summary>
    public required string Organisation { get; init; }
    public required Guid Connection { get; init; }
    public required DateTimeOffset At { get; init; }
    public required int ExitCode { get; init; }
    public required CountsDocument Counts { get; init; }
    public required IReadOnlyList<CheckDocument> Checks { get; init; }
    /// <summary>Absent: none was asked for.</summary>
    public ProbeDocument? Probe { get; init; }
}

internal sealed record CountsDocument(int Passed, int Warning, int Failed, int NotChecked);

internal sealed record CheckDocument
{
    /// <summary>One of <see cref="CheckIds"/>.</summary>
    public required string Id { get; init; }
    public CheckGroup? Group { get; init; }
    public required string Title { get; init; }
    public required CheckState State { get; init; }
    public required FindingDocument Finding { get; init; }
    public string? Meaning { get; init; }
    /// <summary>Steps, in order.</summary>
    public required IReadOnlyList<string> Remedy { get; init; }
    /// <summary>Roles of Entra, any one of which can do it.</summary>
    public required IReadOnlyList<string> WhoCan { get; init; }
    /// <summary>One of <see cref="Repairs"/>: the bot can do it.</summary>
    public string? Repair { get; init; }
    public Uri? Portal { get; init; }
    public required IReadOnlyList<EvidenceDocument> Evidence { get; init; }
    /// <summary>Names of policies, users and key ids: not for everybody who may see the rest.</summary>
    public required IReadOnlyList<FindingDocument> Details { get; init; }
}

/// <param name="Code">Stable.</param>
/// <param name="Text">In the language asked for; wording changes.</param>
internal sealed record FindingDocument(string Code, string Text, IReadOnlyDictionary<string, string>? Values);

internal sealed record EvidenceDocument(string Says, string Source, DateTimeOffset At);

/// <param name="Aadsts">The number of Entra's refusal.</param>
/// <param name="SecretRemoved">False: the backend's sweep removes it.</param>
internal sealed record ProbeDocument(
    ProbeOutcome Outcome, string User, int? Aadsts, FindingDocument Finding, string? Meaning, IReadOnlyList<string> Remedy, Uri? Portal, bool SecretRemoved);
