namespace MarketoSetupBot.Sandbox.World;

/// <summary>An application's presence in the tenant, in the shape Graph shows. <see href="https://learn.microsoft.com/graph/api/resources/serviceprincipal"/></summary>
public sealed record ServicePrincipal
{
    public Guid Id { get; init; }
    public DateTimeOffset? DeletedDateTime { get; init; }
    public bool? AccountEnabled { get; init; } = true;
    public IReadOnlyList<string> AlternativeNames { get; init; } = [];
    public string? AppDescription { get; init; }
    public string? AppDisplayName { get; init; }
    public Guid AppId { get; init; }
    public string? ApplicationTemplateId { get; init; }
    public Guid? AppOwnerOrganizationId { get; init; }
    public bool AppRoleAssignmentRequired { get; init; }
    public DateTimeOffset? CreatedDateTime { get; init; }
    public string? CreatedByAppId { get; init; }
    public string? Description { get; init; }
    public string? DisabledByMicrosoftStatus { get; init; }
    public string? DisplayName { get; init; }
    public string? Homepage { get; init; }
    public bool? IsDisabled { get; init; }
    public string? LoginUrl { get; init; }
    public string? LogoutUrl { get; init; }
    public string? Notes { get; init; }
    public IReadOnlyList<string> NotificationEmailAddresses { get; init; } = [];
    public string? PreferredSingleSignOnMode { get; init; }
    public IReadOnlyList<string> ReplyUrls { get; init; } = [];
    public IReadOnlyList<string> ServicePrincipalNames { get; init; } = [];
    public string ServicePrincipalType { get; init; } = "Application";
    public string? SignInAudience { get; init; }
    public IReadOnlyList<string> Tags { get; init; } = [];
    public IReadOnlyList<AppRole> AppRoles { get; init; } = [];
    public IReadOnlyList<PermissionScope> Oauth2PermissionScopes { get; init; } = [];
    public IReadOnlyList<KeyCredential> KeyCredentials { get; init; } = [];
    public IReadOnlyList<PasswordCredential> PasswordCredentials { get; init; } = [];

    /// <summary>Object ids of owners. Not part of the entity; read through <c>owners</c>.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<Guid> Owners { get; init; } = [];

    /// <summary>Not part of the entity; read through <c>federatedIdentityCredentials</c>.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<FederatedIdentityCredential> FederatedIdentityCredentials { get; init; } = [];

    /// <summary>Object ids of attached home realm discovery policies. Read through <c>homeRealmDiscoveryPolicies</c>.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<Guid> HomeRealmDiscoveryPolicies { get; init; } = [];
}

/// <summary>An application permission granted: the principal holds the role of the resource.</summary>
public sealed record AppRoleAssignment
{
    public required string Id { get; init; }
    public DateTimeOffset? DeletedDateTime { get; init; }
    public required Guid AppRoleId { get; init; }
    public DateTimeOffset? CreatedDateTime { get; init; }
    public string? PrincipalDisplayName { get; init; }
    public required Guid PrincipalId { get; init; }
    public string PrincipalType { get; init; } = "ServicePrincipal";
    public string? ResourceDisplayName { get; init; }
    public required Guid ResourceId { get; init; }
}

/// <summary>A delegated permission granted. Ids are object ids of service principals, not client ids.</summary>
public sealed record Grant
{
    public required string Id { get; init; }
    public required Guid ClientId { get; init; }

    /// <summary><c>AllPrincipals</c> or <c>Principal</c>.</summary>
    public required string ConsentType { get; init; }

    public Guid? PrincipalId { get; init; }
    public required Guid ResourceId { get; init; }

    /// <summary>Space separated.</summary>
    public string? Scope { get; init; }

    public IEnumerable<string> Scopes() => (Scope ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
