namespace MarketoSetupBot.Sandbox.World;

/// <summary>An application object, in the shape Graph shows. <see href="https://learn.microsoft.com/graph/api/resources/application"/></summary>
public sealed record Application
{
    public Guid Id { get; init; }
    public DateTimeOffset? DeletedDateTime { get; init; }
    public Guid AppId { get; init; }
    public string? ApplicationTemplateId { get; init; }
    public DateTimeOffset? CreatedDateTime { get; init; }
    public string? CreatedByAppId { get; init; }
    public string? DisabledByMicrosoftStatus { get; init; }
    public string? DisplayName { get; init; }
    public string? Description { get; init; }
    public string? GroupMembershipClaims { get; init; }
    public IReadOnlyList<string> IdentifierUris { get; init; } = [];
    public bool? IsDeviceOnlyAuthSupported { get; init; }
    public bool? IsDisabled { get; init; }
    public bool? IsFallbackPublicClient { get; init; }
    public string? Notes { get; init; }
    public string? PublisherDomain { get; init; }
    public string? ServiceManagementReference { get; init; }

    /// <summary>When the creator says nothing, Graph opens the app to the whole world; so does this.</summary>
    public string? SignInAudience { get; init; } = "AzureADandPersonalMicrosoftAccount";

    public IReadOnlyList<string> Tags { get; init; } = [];
    public string? UniqueName { get; init; }
    public ApiApplication Api { get; init; } = new();
    public IReadOnlyList<AppRole> AppRoles { get; init; } = [];
    public IReadOnlyList<KeyCredential> KeyCredentials { get; init; } = [];
    public IReadOnlyList<PasswordCredential> PasswordCredentials { get; init; } = [];
    public PublicClientApplication PublicClient { get; init; } = new();
    public IReadOnlyList<RequiredResourceAccess> RequiredResourceAccess { get; init; } = [];
    public SpaApplication Spa { get; init; } = new();
    public WebApplicationSettings Web { get; init; } = new();

    /// <summary>A collection of its own in Graph, and not shown with the app.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<FederatedIdentityCredential> FederatedIdentityCredentials { get; init; } = [];

    /// <summary>Object ids of owners. Not part of the entity; read through <c>owners</c>.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<Guid> Owners { get; init; } = [];

    /// <summary>The policy assigned to this app, which stands for the tenant's default. Read through <c>appManagementPolicies</c>.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public AssignedAppManagementPolicy? AppManagement { get; init; }
}

public sealed record ApiApplication
{
    public bool? AcceptMappedClaims { get; init; }
    public IReadOnlyList<Guid> KnownClientApplications { get; init; } = [];
    public IReadOnlyList<PermissionScope> Oauth2PermissionScopes { get; init; } = [];
    public IReadOnlyList<PreAuthorizedApplication> PreAuthorizedApplications { get; init; } = [];
    public int? RequestedAccessTokenVersion { get; init; }
}

/// <summary>A delegated permission that a resource offers.</summary>
public sealed record PermissionScope
{
    public Guid Id { get; init; }
    public string? AdminConsentDescription { get; init; }
    public string? AdminConsentDisplayName { get; init; }
    public string? UserConsentDescription { get; init; }
    public string? UserConsentDisplayName { get; init; }
    public bool IsEnabled { get; init; } = true;
    public string Type { get; init; } = "Admin";
    public string? Value { get; init; }
    public string? Origin { get; init; }
}

/// <summary>A role of a resource that applications (or users) can be assigned to.</summary>
public sealed record AppRole
{
    public Guid Id { get; init; }
    public IReadOnlyList<string> AllowedMemberTypes { get; init; } = ["Application"];
    public string? Description { get; init; }
    public string? DisplayName { get; init; }
    public bool IsEnabled { get; init; } = true;
    public string? Origin { get; init; } = "Application";
    public string? Value { get; init; }
}

public sealed record PreAuthorizedApplication(string? AppId, IReadOnlyList<Guid> DelegatedPermissionIds);

public sealed record PublicClientApplication
{
    public IReadOnlyList<string> RedirectUris { get; init; } = [];
}

public sealed record SpaApplication
{
    public IReadOnlyList<string> RedirectUris { get; init; } = [];
}

public sealed record WebApplicationSettings
{
    public string? HomePageUrl { get; init; }
    public string? LogoutUrl { get; init; }
    public IReadOnlyList<string> RedirectUris { get; init; } = [];
    public ImplicitGrantSettings ImplicitGrantSettings { get; init; } = new();
    public IReadOnlyList<RedirectUri> RedirectUriSettings { get; init; } = [];
}

public sealed record ImplicitGrantSettings
{
    public bool EnableAccessTokenIssuance { get; init; }
    public bool EnableIdTokenIssuance { get; init; }
}

public sealed record RedirectUri(string? Uri, int? Index);

/// <summary>What an app says it wants of one resource.</summary>
public sealed record RequiredResourceAccess(string ResourceAppId, IReadOnlyList<ResourceAccess> ResourceAccess);

/// <param name="Type"><c>Scope</c> (delegated) or <c>Role</c> (application).</param>
public sealed record ResourceAccess(Guid Id, string Type);
