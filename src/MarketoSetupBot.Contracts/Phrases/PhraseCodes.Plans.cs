namespace MarketoSetupBot.Contracts;

/// <summary>
/// Every sentence the backend may ask the bot to say. Each has a resource <c>Phrase_{code}</c> in every language (a test
/// walks this list); the placeholders stand in the comment.
/// </summary>
public static partial class PhraseCodes
{
    // What the plan says of a step.
    /// <summary>{app}</summary>
    public const string AppWillBeCreated = "app-will-be-created";
    /// <summary>{app} {clientId}</summary>
    public const string AppFoundOurs = "app-found-ours";
    /// <summary>{app} {count}: other apps of that name exist; they are left alone.</summary>
    public const string AppNamesakesLeftAlone = "app-namesakes-left-alone";
    public const string AppWillBeCorrected = "app-will-be-corrected";
    public const string ServicePrincipalWillBeCreated = "service-principal-will-be-created";
    public const string ServicePrincipalFound = "service-principal-found";
    public const string PermissionWillBeAdded = "permission-will-be-added";
    public const string PermissionFound = "permission-found";
    public const string ConsentWillBeGranted = "consent-will-be-granted";
    /// <summary>The grant exists with other scopes; ours is added to them.</summary>
    public const string ConsentWillBeExtended = "consent-will-be-extended";
    public const string ConsentFound = "consent-found";
    /// <summary>{domain}</summary>
    public const string DomainManaged = "domain-managed";
    /// <summary>{recipient} {days} {expires}</summary>
    public const string SecretAtCollect = "secret-at-collect";
    /// <summary>{recipient} {expires}: a secret issued earlier is valid; a new one is issued beside it.</summary>
    public const string SecretBesideExisting = "secret-beside-existing";
    public const string MarketoActsByHand = "marketo-acts-by-hand";

    // Risks and warnings in the plan.
    public const string RiskTenantWide = "risk-tenant-wide";
    public const string RiskPasswordGrant = "risk-password-grant";
    /// <summary>{days} {maximum}: the tenant allows less than was asked for.</summary>
    public const string LifetimeCapped = "lifetime-capped";
    /// <summary>{host}</summary>
    public const string RegionUnknown = "region-unknown";
    public const string SecurityDefaultsOn = "security-defaults-on";
    /// <summary>{permission}: this could not be read.</summary>
    public const string NotCheckedPermission = "not-checked-permission";

    // Why a plan cannot go on.
    /// <summary>{domain}</summary>
    public const string BlockedFederated = "blocked-federated";
    /// <summary>Of a federated domain, where no directory on premises is synchronised.</summary>
    public const string BlockedWithoutHashes = "blocked-without-hashes";
    /// <summary>{user}</summary>
    public const string BlockedSyncUserMissing = "blocked-sync-user-missing";
    /// <summary>{user}</summary>
    public const string BlockedSyncUserDisabled = "blocked-sync-user-disabled";
    /// <summary>{user}</summary>
    public const string BlockedSyncUserGuest = "blocked-sync-user-guest";
    /// <summary>{domain}: the sync user's domain is not one of the tenant's.</summary>
    public const string BlockedDomainUnknown = "blocked-domain-unknown";
    public const string BlockedDynamicsMissing = "blocked-dynamics-missing";
    public const string BlockedSecretsForbidden = "blocked-secrets-forbidden";
    /// <summary>{permission}</summary>
    public const string BlockedPermissionMissing = "blocked-permission-missing";
    public const string BlockedAppDisabledByMicrosoft = "blocked-app-disabled-by-microsoft";
    /// <summary>Our service principal is disabled; somebody may have done so on purpose.</summary>
    public const string BlockedServicePrincipalDisabled = "blocked-service-principal-disabled";
}
