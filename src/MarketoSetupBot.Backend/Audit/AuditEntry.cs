namespace MarketoSetupBot.Backend.Audit;

/// <summary>One line of the audit: who tried what on what, and what was decided. Written once; the database refuses to change or delete it.</summary>
public sealed class AuditEntry
{
    public required Guid Id { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Entra object id of the person, or <see cref="Backend"/>.</summary>
    public required string ActorId { get; init; }

    /// <summary>Name of the act or step.</summary>
    public required string Act { get; init; }

    /// <summary>The run or connection; null where the act has none yet.</summary>
    public Guid? Target { get; init; }

    /// <summary><c>allowed</c>, <c>refused:{problem code}</c>, or what a step said.</summary>
    public required string Outcome { get; init; }

    /// <summary>W3C trace id.</summary>
    public string? TraceId { get; init; }

    public const string Backend = "backend";
    public const string Allowed = "allowed";

    public static string Refused(string code) => "refused:" + code;
}
