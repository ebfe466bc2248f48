namespace MarketoSetupBot.Sandbox.World;

public sealed record HomeRealmDiscoveryPolicy
{
    public Guid Id { get; init; }
    public DateTimeOffset? DeletedDateTime { get; init; }

    /// <summary>One element: the escaped JSON of the policy.</summary>
    public IReadOnlyList<string> Definition { get; init; } = [];

    public string? Description { get; init; }
    public string? DisplayName { get; init; }
    public bool? IsOrganizationDefault { get; init; } = false;

    /// <summary>Whether Entra itself may check passwords of federated users.</summary>
    public bool AllowsCloudPasswordValidation() =>
        Definition.Any(one => one.Replace(" ", "", StringComparison.Ordinal).Contains("\"AllowCloudPasswordValidation\":true", StringComparison.OrdinalIgnoreCase));
}

public sealed record SecurityDefaults
{
    public string Id { get; init; } = "00000000-0000-0000-0000-000000000005";
    public string DisplayName { get; init; } = "Security Defaults";
    public string Description { get; init; } = "Security defaults is a set of basic identity security mechanisms recommended by Microsoft.";
    public bool IsEnabled { get; init; }
}

/// <summary>The tenant's default rules for credentials of applications.</summary>
public sealed record AppManagementPolicy
{
    public string Id { get; init; } = "00000000-0000-0000-0000-000000000000";
    public string DisplayName { get; init; } = "Default app management tenant policy";
    public string Description { get; init; } = "Default tenant policy that enforces app management restrictions on applications and service principals.";
    public bool IsEnabled { get; init; }
    public CredentialRestrictions ApplicationRestrictions { get; init; } = new();
    public CredentialRestrictions ServicePrincipalRestrictions { get; init; } = new();
}

/// <summary>Rules for credentials of the applications it is assigned to; at most one is.</summary>
public sealed record AssignedAppManagementPolicy
{
    public Guid Id { get; init; } = Guid.NewGuid();
    public string DisplayName { get; init; } = "Assigned";
    public bool IsEnabled { get; init; } = true;
    public CredentialRestrictions Restrictions { get; init; } = new();
}

public sealed record CredentialRestrictions
{
    public IReadOnlyList<PasswordRestriction> PasswordCredentials { get; init; } = [];
    public IReadOnlyList<PasswordRestriction> KeyCredentials { get; init; } = [];
}

public sealed record PasswordRestriction
{
    /// <summary><c>passwordAddition</c>, <c>passwordLifetime</c>, ...</summary>
    public required string RestrictionType { get; init; }

    public string State { get; init; } = "enabled";

    /// <summary>ISO 8601 duration; only with <c>passwordLifetime</c>.</summary>
    public string? MaxLifetime { get; init; }

    public DateTimeOffset? RestrictForAppsCreatedAfterDateTime { get; init; }

    /// <summary>Callers with one of these attributes are exempt.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public ActorExemptions? ExcludeActors { get; init; }
}

public sealed record ActorExemptions(IReadOnlyList<ActorExemption> CustomSecurityAttributes);

/// <param name="Id">Attribute set and attribute, <c>Automation_AllowedSecrets</c>.</param>
public sealed record ActorExemption(string Id, string Operator, string Value);
