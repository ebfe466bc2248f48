namespace MarketoSetupBot.Sandbox.World;

/// <summary>A user, in the shape Graph shows. <see href="https://learn.microsoft.com/graph/api/resources/user"/></summary>
public sealed record User
{
    public required Guid Id { get; init; }
    public DateTimeOffset? DeletedDateTime { get; init; }
    public bool AccountEnabled { get; init; } = true;
    public DateTimeOffset? CreatedDateTime { get; init; }
    public required string DisplayName { get; init; }
    public string? GivenName { get; init; }
    public string? Surname { get; init; }
    public string? Mail { get; init; }
    public string? JobTitle { get; init; }
    public string? MobilePhone { get; init; }
    public string? OfficeLocation { get; init; }
    public string? PreferredLanguage { get; init; }
    public IReadOnlyList<string> BusinessPhones { get; init; } = [];
    public required string UserPrincipalName { get; init; }

    /// <summary><c>Member</c> or <c>Guest</c>.</summary>
    public string UserType { get; init; } = "Member";

    public string? ExternalUserState { get; init; }
    public bool? OnPremisesSyncEnabled { get; init; }
    public DateTimeOffset? OnPremisesLastSyncDateTime { get; init; }
    public string? OnPremisesImmutableId { get; init; }
    public string? PasswordPolicies { get; init; }
    public DateTimeOffset? LastPasswordChangeDateTime { get; init; }
    public string? UsageLocation { get; init; } = "US";
    public IReadOnlyList<AssignedLicense> AssignedLicenses { get; init; } = [];

    public string Domain() => UserPrincipalName[(UserPrincipalName.IndexOf('@', StringComparison.Ordinal) + 1)..];
}

public sealed record AssignedLicense(Guid SkuId, IReadOnlyList<Guid> DisabledPlans);

/// <summary>What the password check knows of a user. The password itself is never shown by any endpoint.</summary>
public sealed record SignInState
{
    /// <summary>Null: the tenant has no password (hash) for this user.</summary>
    public string? Password { get; init; }

    public bool PasswordExpired { get; init; }
    public bool PerUserMfa { get; init; }
    public int Failures { get; init; }
    public DateTimeOffset? LockedUntil { get; init; }
}
