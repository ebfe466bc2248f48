namespace MarketoSetupBot.Contracts;

/// <content>Why Entra refused a sign-in: one cause for all AADSTS codes that mean the same to whoever must act. All take {code} and {count}.</content>
public static partial class PhraseCodes
{
    public const string AadstsWrongPassword = "check-aadsts-wrong-password";
    public const string AadstsUserUnknown = "check-aadsts-user-unknown";
    public const string AadstsUserForeign = "check-aadsts-user-foreign";
    public const string AadstsLocked = "check-aadsts-locked";
    public const string AadstsPasswordExpired = "check-aadsts-password-expired";
    public const string AadstsNoPassword = "check-aadsts-no-password";
    public const string AadstsUserDisabled = "check-aadsts-user-disabled";
    public const string AadstsNoTenant = "check-aadsts-no-tenant";
    public const string AadstsMfa = "check-aadsts-mfa";
    public const string AadstsDevice = "check-aadsts-device";
    public const string AadstsNotAssigned = "check-aadsts-not-assigned";
    public const string AadstsBlocked = "check-aadsts-blocked";
    public const string AadstsRisk = "check-aadsts-risk";
    public const string AadstsSecurityDefaults = "check-aadsts-security-defaults";
    public const string AadstsSession = "check-aadsts-session";
    public const string AadstsExternalChallenge = "check-aadsts-external-challenge";
    public const string AadstsWrongEndpoint = "check-aadsts-wrong-endpoint";
    public const string AadstsLoop = "check-aadsts-loop";
    public const string AadstsRedirect = "check-aadsts-redirect";
    public const string AadstsResourceUnknown = "check-aadsts-resource-unknown";
    public const string AadstsResourceOff = "check-aadsts-resource-off";
    public const string AadstsConsentMissing = "check-aadsts-consent-missing";
    public const string AadstsDeclined = "check-aadsts-declined";
    public const string AadstsPermissionMissing = "check-aadsts-permission-missing";
    public const string AadstsNeedsAdmin = "check-aadsts-needs-admin";
    public const string AadstsAppUnknown = "check-aadsts-app-unknown";
    public const string AadstsAppDisabled = "check-aadsts-app-disabled";
    public const string AadstsSecretWrong = "check-aadsts-secret-wrong";
    public const string AadstsSecretExpired = "check-aadsts-secret-expired";
    public const string AadstsSecretAbsent = "check-aadsts-secret-absent";
    public const string AadstsPublicClient = "check-aadsts-public-client";
    public const string AadstsBadScope = "check-aadsts-bad-scope";
    public const string AadstsGrantUnsupported = "check-aadsts-grant-unsupported";
    public const string AadstsTenantUnknown = "check-aadsts-tenant-unknown";
    public const string AadstsCloudMismatch = "check-aadsts-cloud-mismatch";
    public const string AadstsParameter = "check-aadsts-parameter";
    public const string AadstsPassThrough = "check-aadsts-pass-through";
    public const string AadstsExternalAccount = "check-aadsts-external-account";
    public const string AadstsTransient = "check-aadsts-transient";
    public const string AadstsThrottled = "check-aadsts-throttled";
    public const string AadstsUnknown = "check-aadsts-unknown";
}
