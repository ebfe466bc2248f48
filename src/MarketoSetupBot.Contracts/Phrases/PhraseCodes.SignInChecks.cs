namespace MarketoSetupBot.Contracts;

/// <content>What the checks of the group SignIn found; <c>Detail</c> is for those with a role to see it.</content>
public static partial class PhraseCodes
{
    /// <summary>{user}</summary>
    [GoodNews]
    public const string CheckSyncUserHealthy = "check-sync-user-healthy";
    /// <summary>{user}</summary>
    public const string CheckSyncUserMissing = "check-sync-user-missing";
    /// <summary>{user}</summary>
    [GoodNews]
    public const string CheckSyncUserEnabled = "check-sync-user-enabled";
    /// <summary>{user}</summary>
    public const string CheckSyncUserDisabled = "check-sync-user-disabled";
    /// <summary>{user}</summary>
    [GoodNews]
    public const string CheckSyncUserMember = "check-sync-user-member";
    /// <summary>{user}</summary>
    public const string CheckSyncUserGuest = "check-sync-user-guest";
    /// <summary>It never expires.</summary>
    [GoodNews]
    public const string CheckPasswordLasts = "check-password-lasts";
    /// <summary>Its age is the business of the directory on premises.</summary>
    [GoodNews]
    public const string CheckPasswordOnPremises = "check-password-on-premises";
    /// <summary>{days} {expires}</summary>
    public const string CheckPasswordExpires = "check-password-expires";
    /// <summary>{expires}</summary>
    public const string CheckPasswordExpired = "check-password-expired";
    /// <summary>{changed}: later than the last secret was handed out.</summary>
    public const string CheckPasswordChanged = "check-password-changed";
    /// <summary>{domain}</summary>
    [GoodNews]
    public const string CheckDomainManaged = "check-domain-managed";
    /// <summary>{domain}: what that asks for, other checks say.</summary>
    [GoodNews]
    public const string CheckDomainFederated = "check-domain-federated";
    /// <summary>{domain}: not a domain of this tenant.</summary>
    public const string CheckDomainUnknown = "check-domain-unknown";
    [GoodNews]
    public const string CheckSignInPolicyNotNeeded = "check-sign-in-policy-not-needed";
    [GoodNews]
    public const string CheckSignInPolicyRight = "check-sign-in-policy-right";
    public const string CheckSignInPolicyMissing = "check-sign-in-policy-missing";
    public const string CheckSignInPolicyAccelerates = "check-sign-in-policy-accelerates";
    public const string CheckSignInPolicyLacksFlag = "check-sign-in-policy-lacks-flag";
    /// <summary>Attached though the domain is managed.</summary>
    public const string CheckSignInPolicyNeedless = "check-sign-in-policy-needless";
    [GoodNews]
    public const string CheckOrganisationPolicyNone = "check-organisation-policy-none";
    public const string CheckOrganisationPolicyCloudPasswords = "check-organisation-policy-cloud-passwords";
    public const string CheckOrganisationPolicyAccelerates = "check-organisation-policy-accelerates";
    [GoodNews]
    public const string CheckHashSyncNotNeeded = "check-hash-sync-not-needed";
    [GoodNews]
    public const string CheckHashSyncOn = "check-hash-sync-on";
    /// <summary>{by} {at}</summary>
    [GoodNews]
    public const string CheckHashSyncAttested = "check-hash-sync-attested";
    public const string CheckHashSyncOff = "check-hash-sync-off";
    /// <summary>{by} {at}</summary>
    public const string CheckHashSyncAttestedOff = "check-hash-sync-attested-off";
    /// <summary>No directory on premises is synchronised at all.</summary>
    public const string CheckHashSyncNoDirectory = "check-hash-sync-no-directory";
    public const string NotCheckedHashSync = "not-checked-hash-sync";
    /// <summary>{count}: policies that are on.</summary>
    [GoodNews]
    public const string CheckConditionalAccessClear = "check-conditional-access-clear";
    /// <summary>{count}</summary>
    public const string CheckConditionalAccessBlocks = "check-conditional-access-blocks";
    /// <summary>{count}</summary>
    public const string CheckConditionalAccessMayBlock = "check-conditional-access-may-block";
    [GoodNews]
    public const string CheckSecurityDefaultsOff = "check-security-defaults-off";
    public const string CheckSecurityDefaultsOn = "check-security-defaults-on";
    /// <summary>{count} {at}</summary>
    [GoodNews]
    public const string CheckSignInsGood = "check-sign-ins-good";
    /// <summary>{days}: nobody signed in with the app in that time.</summary>
    public const string NotCheckedSignInsNone = "not-checked-sign-ins-none";
    /// <summary>The tenant has no Entra ID P1.</summary>
    public const string NotCheckedNoPremium = "not-checked-no-premium";
    /// <summary>A heading.</summary>
    public const string DetailPoliciesCertain = "detail-policies-certain";
    /// <summary>A heading.</summary>
    public const string DetailPoliciesPossible = "detail-policies-possible";
    /// <summary>{policy}</summary>
    public const string DetailPolicyBlock = "detail-policy-block";
    /// <summary>{policy}</summary>
    public const string DetailPolicyMfa = "detail-policy-mfa";
    /// <summary>{policy}</summary>
    public const string DetailPolicyStrength = "detail-policy-strength";
    /// <summary>{policy}</summary>
    public const string DetailPolicyDevice = "detail-policy-device";
    /// <summary>{policy}</summary>
    public const string DetailPolicyApp = "detail-policy-app";
    /// <summary>{policy}</summary>
    public const string DetailPolicyTerms = "detail-policy-terms";
    /// <summary>{policy}</summary>
    public const string DetailPolicyOther = "detail-policy-other";
    /// <summary>{user} {id}</summary>
    public const string DetailUser = "detail-user";
    /// <summary>{changed}</summary>
    public const string DetailPasswordChanged = "detail-password-changed";
    /// <summary>{at} {user} {code} {address}</summary>
    public const string DetailSignIn = "detail-sign-in";
    /// <summary>{policy}</summary>
    public const string DetailSignInPolicy = "detail-sign-in-policy";
}
