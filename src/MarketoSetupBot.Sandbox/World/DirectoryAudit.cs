namespace MarketoSetupBot.Sandbox.World;

/// <summary>One row of the directory's audit log. <see href="https://learn.microsoft.com/graph/api/resources/directoryaudit"/></summary>
public sealed record DirectoryAudit
{
    public required string Id { get; init; }
    public required DateTimeOffset ActivityDateTime { get; init; }
    public required string ActivityDisplayName { get; init; }
    public string Category { get; init; } = "ApplicationManagement";
    public string LoggedByService { get; init; } = "Core Directory";
    public string Result { get; init; } = "success";
    public required AuditInitiator InitiatedBy { get; init; }
    public IReadOnlyList<AuditTarget> TargetResources { get; init; } = [];
}

public sealed record AuditInitiator(AuditPerson User);

public sealed record AuditPerson(string Id, string DisplayName, string UserPrincipalName);

public sealed record AuditTarget(string Id, string DisplayName, string Type, IReadOnlyList<AuditChange> ModifiedProperties);

/// <summary>Values are JSON, as the real log has them: <c>[true]</c>.</summary>
public sealed record AuditChange(string DisplayName, string OldValue, string NewValue);
