namespace MarketoSetupBot.Sandbox.World;

public sealed record ConditionalAccessPolicy
{
    public required string Id { get; init; }
    public string? TemplateId { get; init; }
    public required string DisplayName { get; init; }
    public DateTimeOffset? CreatedDateTime { get; init; }
    public DateTimeOffset? ModifiedDateTime { get; init; }

    /// <summary><c>enabled</c>, <c>disabled</c> or <c>enabledForReportingButNotEnforced</c>.</summary>
    public string State { get; init; } = "enabled";

    public ConditionalAccessConditions Conditions { get; init; } = new();
    public GrantControls? GrantControls { get; init; }
}

public sealed record ConditionalAccessConditions
{
    public IReadOnlyList<string> ClientAppTypes { get; init; } = ["all"];
    public ConditionalAccessApplications Applications { get; init; } = new();
    public ConditionalAccessUsers Users { get; init; } = new();
    /// <summary>Workload identities; null in a policy for users.</summary>
    public ConditionalAccessClientApplications? ClientApplications { get; init; }
    public IReadOnlyList<string> UserRiskLevels { get; init; } = [];
    public IReadOnlyList<string> SignInRiskLevels { get; init; } = [];
    public ConditionalAccessLocations? Locations { get; init; }
    public ConditionalAccessPlatforms? Platforms { get; init; }
    public ConditionalAccessDevices? Devices { get; init; }
}

public sealed record ConditionalAccessApplications
{
    public IReadOnlyList<string> IncludeApplications { get; init; } = ["All"];
    public IReadOnlyList<string> ExcludeApplications { get; init; } = [];
    public IReadOnlyList<string> IncludeUserActions { get; init; } = [];
}

public sealed record ConditionalAccessClientApplications
{
    /// <summary>Object ids of service principals, or <c>ServicePrincipalsInMyTenant</c>.</summary>
    public IReadOnlyList<string> IncludeServicePrincipals { get; init; } = [];
    public IReadOnlyList<string> ExcludeServicePrincipals { get; init; } = [];
}

public sealed record ConditionalAccessUsers
{
    public IReadOnlyList<string> IncludeUsers { get; init; } = ["All"];
    public IReadOnlyList<string> ExcludeUsers { get; init; } = [];
    public IReadOnlyList<string> IncludeGroups { get; init; } = [];
    public IReadOnlyList<string> ExcludeGroups { get; init; } = [];
    public IReadOnlyList<string> IncludeRoles { get; init; } = [];
    public IReadOnlyList<string> ExcludeRoles { get; init; } = [];
}

public sealed record ConditionalAccessLocations
{
    public IReadOnlyList<string> IncludeLocations { get; init; } = [];
    public IReadOnlyList<string> ExcludeLocations { get; init; } = [];
}

public sealed record ConditionalAccessPlatforms
{
    public IReadOnlyList<string> IncludePlatforms { get; init; } = [];
    public IReadOnlyList<string> ExcludePlatforms { get; init; } = [];
}

public sealed record ConditionalAccessDevices(DeviceFilter DeviceFilter);

/// <param name="Mode"><c>include</c> or <c>exclude</c>.</param>
public sealed record DeviceFilter(string Mode, string Rule);

public sealed record AuthenticationStrength(string Id, string DisplayName);

public sealed record GrantControls
{
    public string Operator { get; init; } = "OR";

    /// <summary><c>block</c>, <c>mfa</c>, <c>compliantDevice</c>, <c>domainJoinedDevice</c>, ...</summary>
    public IReadOnlyList<string> BuiltInControls { get; init; } = [];

    public IReadOnlyList<string> CustomAuthenticationFactors { get; init; } = [];
    public IReadOnlyList<string> TermsOfUse { get; init; } = [];
    public AuthenticationStrength? AuthenticationStrength { get; init; }
}
