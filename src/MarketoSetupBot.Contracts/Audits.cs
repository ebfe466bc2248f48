namespace MarketoSetupBot.Contracts;

/// <summary>One line of the audit. For people who hold an approver's role only.</summary>
public sealed record AuditLineView
{
    /// <summary>Place in the chain; null for a line from before there was one.</summary>
    public long? Number { get; init; }
    public required Guid Id { get; init; }
    public required DateTimeOffset At { get; init; }
    /// <summary>Entra object id, or <c>backend</c>.</summary>
    public required string Actor { get; init; }
    /// <summary>As the directory has it now; null when it does not know that person, or was not asked.</summary>
    public string? ActorName { get; init; }
    public required string Act { get; init; }
    /// <summary>The run or connection.</summary>
    public Guid? Target { get; init; }
    public required string Outcome { get; init; }
    public string? TraceId { get; init; }
    /// <summary>Graph's own id of a write.</summary>
    public string? RequestId { get; init; }
    /// <summary>The version of the run that was recorded with this line; null where no run was changed.</summary>
    public long? RunVersion { get; init; }
    public string? Seal { get; init; }
}

/// <summary>GET <see cref="AuditRoutes.Last"/>: the newest lines first.</summary>
public sealed record AuditView(IReadOnlyList<AuditLineView> Lines);

public static class AuditRoutes
{
    /// <summary>GET, person's token: an <see cref="AuditView"/>. <c>?last=</c> 1 to 100, default 20.</summary>
    public const string Last = "/audit";
    /// <summary>GET, person's token: everything. <c>?format=ndjson</c> or <c>csv</c>.</summary>
    public const string Export = "/audit/export";
}
