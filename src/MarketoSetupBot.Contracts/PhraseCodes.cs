namespace MarketoSetupBot.Contracts;

/// <summary>
/// Every sentence the backend may ask the bot to say. Each has a resource <c>Phrase_{code}</c> in every language (a test
/// walks this list); the placeholders stand in the comment.
/// </summary>
public static class PhraseCodes
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

    // What a step says of itself.
    public const string Done = "done";
    public const string NothingToChange = "nothing-to-change";
    /// <summary>{clientId}</summary>
    public const string AppCreated = "app-created";
    public const string ConsentSettling = "consent-settling";
    /// <summary>{until}: Entra has not yet shown everywhere what was just written.</summary>
    public const string WaitingForReplication = "waiting-for-replication";
    /// <summary>{until}: Entra asked us to slow down.</summary>
    public const string WaitingForThrottling = "waiting-for-throttling";
    /// <summary>{until}: Entra or the network did not answer; tried again.</summary>
    public const string WaitingForOutage = "waiting-for-outage";
    public const string NotNeededOnPremises = "not-needed-on-premises";
    /// <summary>{by}</summary>
    public const string ApprovedBy = "approved-by";
    /// <summary>{count} {quorum} {by}: some of the approvals are there.</summary>
    public const string ApprovalsSoFar = "approvals-so-far";
    /// <summary>The tenant changed between approval and the first write: nothing was written, and the new plan wants a new approval.</summary>
    public const string PlanDrifted = "plan-drifted";
    /// <summary>{by}</summary>
    public const string ReportedBy = "reported-by";
    /// <summary>{recipient} {expires}</summary>
    public const string SecretCollected = "secret-collected";
    /// <summary>{recipient} {expires}</summary>
    public const string SecretUnconfirmed = "secret-unconfirmed";
    /// <summary>{recipient}</summary>
    public const string SecretWaiting = "secret-waiting";
    /// <summary>{by} {expires}: a secret from an earlier run is kept; none was created.</summary>
    public const string SecretKept = "secret-kept";
    /// <summary>{by}</summary>
    public const string SecretRevoked = "secret-revoked";
    /// <summary>{by}: somebody who is not the recipient tried to collect.</summary>
    public const string CollectRefusedFor = "collect-refused-for";
    /// <summary>{checks}: numbers of Marketo's checks reported red.</summary>
    public const string RedChecks = "red-checks";

    // Why a step failed.
    /// <summary>{permission}: Graph answered 403 to the backend.</summary>
    public const string FailedPermissionMissing = "failed-permission-missing";
    /// <summary>{code}</summary>
    public const string FailedRefusedByEntra = "failed-refused-by-entra";
    public const string FailedTimedOut = "failed-timed-out";
    public const string FailedAppGone = "failed-app-gone";
    /// <summary>{by}: the approver no longer holds a suitable role when the job starts.</summary>
    public const string FailedApproverLostRole = "failed-approver-lost-role";
    public const string FailedUnexpected = "failed-unexpected";

    // What a check found.
    /// <summary>{app} {clientId}</summary>
    public const string CheckAppPresent = "check-app-present";
    public const string CheckAppMissing = "check-app-missing";
    public const string CheckAppDisabledByMicrosoft = "check-app-disabled-by-microsoft";
    public const string CheckSingleTenant = "check-single-tenant";
    /// <summary>{audience}</summary>
    public const string CheckNotSingleTenant = "check-not-single-tenant";
    public const string CheckConfidentialClient = "check-confidential-client";
    public const string CheckPublicClient = "check-public-client";
    public const string CheckServicePrincipalEnabled = "check-service-principal-enabled";
    public const string CheckServicePrincipalDisabled = "check-service-principal-disabled";
    public const string CheckServicePrincipalMissing = "check-service-principal-missing";
    public const string CheckAssignmentRequired = "check-assignment-required";
    public const string CheckPermissionPresent = "check-permission-present";
    public const string CheckPermissionMissing = "check-permission-missing";
    /// <summary>{count}: more permissions than the sync needs.</summary>
    public const string CheckPermissionExcess = "check-permission-excess";
    public const string CheckConsentPresent = "check-consent-present";
    public const string CheckConsentMissing = "check-consent-missing";
    /// <summary>{days} {expires}</summary>
    public const string CheckSecretValid = "check-secret-valid";
    /// <summary>{days} {expires}</summary>
    public const string CheckSecretExpiresSoon = "check-secret-expires-soon";
    /// <summary>{expires}</summary>
    public const string CheckSecretExpired = "check-secret-expired";
    public const string CheckSecretMissing = "check-secret-missing";
    /// <summary>{count}: credentials that this product did not issue.</summary>
    public const string CheckSecretsUnaccounted = "check-secrets-unaccounted";
    /// <summary>{user}</summary>
    public const string CheckSyncUserHealthy = "check-sync-user-healthy";
    /// <summary>{user}</summary>
    public const string CheckSyncUserMissing = "check-sync-user-missing";
    /// <summary>{user}</summary>
    public const string CheckSyncUserDisabled = "check-sync-user-disabled";
    /// <summary>{user}</summary>
    public const string CheckSyncUserGuest = "check-sync-user-guest";
    /// <summary>{domain}</summary>
    public const string CheckDomainManaged = "check-domain-managed";
    /// <summary>{domain}</summary>
    public const string CheckDomainFederated = "check-domain-federated";
    /// <summary>{domain}: not a domain of this tenant.</summary>
    public const string CheckDomainUnknown = "check-domain-unknown";
    public const string CheckRedirectsNone = "check-redirects-none";
    /// <summary>{count}: redirect addresses that this product did not set.</summary>
    public const string CheckRedirectsPresent = "check-redirects-present";
    public const string CheckSecretPolicyOpen = "check-secret-policy-open";
    /// <summary>{days}: new secrets may live that long at most.</summary>
    public const string CheckSecretPolicyLimited = "check-secret-policy-limited";
    public const string CheckSecretPolicyForbids = "check-secret-policy-forbids";
    public const string CheckSecurityDefaultsOff = "check-security-defaults-off";
    public const string CheckSecurityDefaultsOn = "check-security-defaults-on";
    /// <summary>{check}: id of the check whose failure makes this one moot.</summary>
    public const string NotCheckedBecause = "not-checked-because";
    /// <summary>The provider did not answer.</summary>
    public const string NotCheckedOutage = "not-checked-outage";

    // What a field of the details card says of what was typed.
    public const string FieldEmpty = "field-empty";
    /// <summary>{maximum}</summary>
    public const string FieldTooLong = "field-too-long";
    public const string FieldHasControlCharacters = "field-has-control-characters";
    public const string UrlNotHttps = "url-not-https";
    public const string UrlInvalid = "url-invalid";
    /// <summary>{host}: neither a Dynamics 365 host nor one that an on-premises server could have.</summary>
    public const string UrlHostRefused = "url-host-refused";
    public const string UserPrincipalNameInvalid = "user-principal-name-invalid";
    /// <summary>{minimum} {maximum}</summary>
    public const string LifetimeOutOfRange = "lifetime-out-of-range";
    public const string RecipientUnknown = "recipient-unknown";
    /// <summary>A guest, or an account that is disabled.</summary>
    public const string RecipientNotSuitable = "recipient-not-suitable";
    public const string MethodComing = "method-coming";
}
