namespace MarketoSetupBot.Sandbox.Dataverse;

/// <summary>A user of the organisation: a person (by Entra object id) or an application user (by client id).</summary>
public sealed record SystemUser
{
    public required Guid Id { get; init; }
    public required string FullName { get; init; }
    /// <summary>User Name in Dynamics: the user principal name of a person.</summary>
    public required string DomainName { get; init; }
    public required string Email { get; init; }
    public Guid? ObjectId { get; init; }
    public Guid? ApplicationId { get; init; }
    public bool IsDisabled { get; init; }
    /// <summary>0 Read-Write, 1 Administrative, 2 Read, 3 Support, 4 Non-interactive, 5 Delegated Admin.</summary>
    public int AccessMode { get; init; }
    public bool IsLicensed { get; init; } = true;
    /// <summary>Windows language code of the user interface; Marketo wants English.</summary>
    public int Language { get; init; } = 1033;
    public IReadOnlyList<Guid> Roles { get; init; } = [];
    /// <summary>A team that gives the user the role "Marketo Sync User".</summary>
    public string? SyncRoleTeam { get; init; }
}

public sealed record SecurityRole(Guid Id, string Name);

public sealed record Solution(Guid Id, string UniqueName, string FriendlyName, string Version);

/// <summary>A plug-in step of a solution.</summary>
public sealed record ProcessingStep(Guid Id, string Name, bool Enabled = true);
