namespace MarketoSetupBot.Contracts;

/// <content>What the checks of the group Application found; <c>Detail</c> is for those with a role to see it.</content>
public static partial class PhraseCodes
{
    /// <summary>{app} {clientId}</summary>
    [GoodNews]
    public const string CheckAppPresent = "check-app-present";
    public const string CheckAppMissing = "check-app-missing";
    /// <summary>Found by our key, but another object than the one of our own 201.</summary>
    public const string CheckAppOtherObject = "check-app-other-object";
    [GoodNews]
    public const string CheckMicrosoftStatusFine = "check-microsoft-status-fine";
    public const string CheckAppDisabledByMicrosoft = "check-app-disabled-by-microsoft";
    [GoodNews]
    public const string CheckSingleTenant = "check-single-tenant";
    /// <summary>{audience}</summary>
    public const string CheckNotSingleTenant = "check-not-single-tenant";
    [GoodNews]
    public const string CheckConfidentialClient = "check-confidential-client";
    public const string CheckPublicClient = "check-public-client";
    [GoodNews]
    public const string CheckPermissionPresent = "check-permission-present";
    public const string CheckPermissionMissing = "check-permission-missing";
    /// <summary>Declared as an application role, which signs nobody in.</summary>
    public const string CheckPermissionAsRole = "check-permission-as-role";
    /// <summary>{count}: more permissions than the sync needs.</summary>
    public const string CheckPermissionExcess = "check-permission-excess";
    [GoodNews]
    public const string CheckServicePrincipalEnabled = "check-service-principal-enabled";
    public const string CheckServicePrincipalDisabled = "check-service-principal-disabled";
    public const string CheckServicePrincipalMissing = "check-service-principal-missing";
    [GoodNews]
    public const string CheckAssignmentNotRequired = "check-assignment-not-required";
    [GoodNews]
    public const string CheckAssignmentGiven = "check-assignment-given";
    public const string CheckAssignmentMissing = "check-assignment-missing";
    [GoodNews]
    public const string CheckConsentPresent = "check-consent-present";
    /// <summary>For the sync user alone.</summary>
    [GoodNews]
    public const string CheckConsentSyncUser = "check-consent-sync-user";
    public const string CheckConsentMissing = "check-consent-missing";
    /// <summary>{count}: granted scopes beyond <c>user_impersonation</c>.</summary>
    public const string CheckConsentExcess = "check-consent-excess";
    /// <summary>{count}</summary>
    [GoodNews]
    public const string CheckOwnersExpected = "check-owners-expected";
    /// <summary>This product owns the app no longer.</summary>
    public const string CheckOwnerLost = "check-owner-lost";
    /// <summary>{count}: guests, disabled people and other apps among the owners.</summary>
    public const string CheckOwnersUnexpected = "check-owners-unexpected";
    [GoodNews]
    public const string CheckRedirectsNone = "check-redirects-none";
    /// <summary>{count}: redirect addresses that this product did not set.</summary>
    public const string CheckRedirectsPresent = "check-redirects-present";
    /// <summary>{name}</summary>
    public const string DetailOwner = "detail-owner";
    /// <summary>{by} {at}</summary>
    public const string DetailDisabledBy = "detail-disabled-by";
    /// <summary>The audit log could not be read, or no longer knows.</summary>
    public const string DetailDisabledByUnknown = "detail-disabled-by-unknown";
    /// <summary>{address}</summary>
    public const string DetailRedirect = "detail-redirect";
}
