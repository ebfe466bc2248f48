namespace MarketoSetupBot.Contracts;

/// <content>What a check found.</content>
public static partial class PhraseCodes
{
    /// <summary>{app} {clientId}</summary>
    [GoodNews]
    public const string CheckAppPresent = "check-app-present";
    public const string CheckAppMissing = "check-app-missing";
    public const string CheckAppDisabledByMicrosoft = "check-app-disabled-by-microsoft";
    [GoodNews]
    public const string CheckSingleTenant = "check-single-tenant";
    /// <summary>{audience}</summary>
    public const string CheckNotSingleTenant = "check-not-single-tenant";
    [GoodNews]
    public const string CheckConfidentialClient = "check-confidential-client";
    public const string CheckPublicClient = "check-public-client";
    [GoodNews]
    public const string CheckServicePrincipalEnabled = "check-service-principal-enabled";
    public const string CheckServicePrincipalDisabled = "check-service-principal-disabled";
    public const string CheckServicePrincipalMissing = "check-service-principal-missing";
    public const string CheckAssignmentRequired = "check-assignment-required";
    [GoodNews]
    public const string CheckPermissionPresent = "check-permission-present";
    public const string CheckPermissionMissing = "check-permission-missing";
    /// <summary>{count}: more permissions than the sync needs.</summary>
    public const string CheckPermissionExcess = "check-permission-excess";
    [GoodNews]
    public const string CheckConsentPresent = "check-consent-present";
    public const string CheckConsentMissing = "check-consent-missing";
    /// <summary>{days} {expires}</summary>
    [GoodNews]
    public const string CheckSecretValid = "check-secret-valid";
    /// <summary>{days} {expires}</summary>
    public const string CheckSecretExpiresSoon = "check-secret-expires-soon";
    /// <summary>{expires}</summary>
    public const string CheckSecretExpired = "check-secret-expired";
    public const string CheckSecretMissing = "check-secret-missing";
    /// <summary>{count}: credentials that this product did not issue.</summary>
    public const string CheckSecretsUnaccounted = "check-secrets-unaccounted";
    /// <summary>{user}</summary>
    [GoodNews]
    public const string CheckSyncUserHealthy = "check-sync-user-healthy";
    /// <summary>{user}</summary>
    public const string CheckSyncUserMissing = "check-sync-user-missing";
    /// <summary>{user}</summary>
    public const string CheckSyncUserDisabled = "check-sync-user-disabled";
    /// <summary>{user}</summary>
    public const string CheckSyncUserGuest = "check-sync-user-guest";
    /// <summary>{domain}</summary>
    [GoodNews]
    public const string CheckDomainManaged = "check-domain-managed";
    /// <summary>{domain}</summary>
    public const string CheckDomainFederated = "check-domain-federated";
    /// <summary>{domain}: not a domain of this tenant.</summary>
    public const string CheckDomainUnknown = "check-domain-unknown";
    [GoodNews]
    public const string CheckRedirectsNone = "check-redirects-none";
    /// <summary>{count}: redirect addresses that this product did not set.</summary>
    public const string CheckRedirectsPresent = "check-redirects-present";
    [GoodNews]
    public const string CheckSecretPolicyOpen = "check-secret-policy-open";
    /// <summary>{days}: new secrets may live that long at most.</summary>
    [GoodNews]
    public const string CheckSecretPolicyLimited = "check-secret-policy-limited";
    public const string CheckSecretPolicyForbids = "check-secret-policy-forbids";
    [GoodNews]
    public const string CheckSecurityDefaultsOff = "check-security-defaults-off";
    public const string CheckSecurityDefaultsOn = "check-security-defaults-on";
    /// <summary>{check}: id of the check whose failure makes this one moot.</summary>
    public const string NotCheckedBecause = "not-checked-because";
    /// <summary>The provider did not answer.</summary>
    public const string NotCheckedOutage = "not-checked-outage";
}
