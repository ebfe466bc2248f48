namespace MarketoSetupBot.Contracts;

/// <content>What the checks of the Dynamics organisation found.</content>
public static partial class PhraseCodes
{
    /// <summary>{host}</summary>
    [GoodNews]
    public const string CheckDynamicsReachable = "check-dynamics-reachable";
    /// <summary>{host}: nothing answers there, or no organisation of that name.</summary>
    public const string CheckDynamicsNotFound = "check-dynamics-not-found";
    /// <summary>{host} {tenant}: the organisation belongs to another tenant.</summary>
    public const string CheckDynamicsOtherTenant = "check-dynamics-other-tenant";
    /// <summary>{host}: an answer came, but without the tenant that it belongs to.</summary>
    public const string CheckDynamicsTenantUnknown = "check-dynamics-tenant-unknown";

    [GoodNews]
    public const string CheckDynamicsReadAsApplication = "check-dynamics-read-as-application";
    [GoodNews]
    public const string CheckDynamicsReadAsPerson = "check-dynamics-read-as-person";
    /// <summary>There is no application user for the backend, and nobody asked on whose behalf could be read.</summary>
    public const string NotCheckedDynamicsNoReader = "not-checked-dynamics-no-reader";
    /// <summary>There is no application user for the backend, and the person who asked is no user of the organisation.</summary>
    public const string NotCheckedDynamicsPerson = "not-checked-dynamics-person";
    /// <summary>{code}: there is no application user, and Entra gives no token on the person's behalf.</summary>
    public const string NotCheckedDynamicsNoToken = "not-checked-dynamics-no-token";
    /// <summary>The application user of the backend is disabled.</summary>
    public const string NotCheckedDynamicsReaderDisabled = "not-checked-dynamics-reader-disabled";
    /// <summary>Whoever reads has no privilege for this table.</summary>
    public const string NotCheckedDynamicsPrivilege = "not-checked-dynamics-privilege";

    /// <summary>{user}</summary>
    [GoodNews]
    public const string CheckDynamicsUserHealthy = "check-dynamics-user-healthy";
    /// <summary>{user}</summary>
    public const string CheckDynamicsUserMissing = "check-dynamics-user-missing";
    /// <summary>{user}</summary>
    public const string CheckDynamicsUserDisabled = "check-dynamics-user-disabled";
    /// <summary>{user}: neither Read-Write nor Non-interactive.</summary>
    public const string CheckDynamicsUserAccessMode = "check-dynamics-user-access-mode";
    /// <summary>{user}</summary>
    [GoodNews]
    public const string CheckDynamicsUserNameSame = "check-dynamics-user-name-same";
    /// <summary>{dynamics} {marketo}</summary>
    public const string CheckDynamicsUserNameDiffers = "check-dynamics-user-name-differs";

    [GoodNews]
    public const string CheckDynamicsRolePresent = "check-dynamics-role-present";
    public const string CheckDynamicsRoleMissing = "check-dynamics-role-missing";
    /// <summary>{team}</summary>
    public const string CheckDynamicsRoleThroughTeam = "check-dynamics-role-through-team";

    /// <summary>{solution} {version}</summary>
    [GoodNews]
    public const string CheckDynamicsSolutionPresent = "check-dynamics-solution-present";
    public const string CheckDynamicsSolutionMissing = "check-dynamics-solution-missing";
    /// <summary>{version}</summary>
    [GoodNews]
    public const string CheckDynamicsVersionNewest = "check-dynamics-version-newest";
    /// <summary>{version} {newest}</summary>
    public const string CheckDynamicsVersionOlder = "check-dynamics-version-older";
    /// <summary>{version}: so old that every user needs the role.</summary>
    public const string CheckDynamicsVersionAncient = "check-dynamics-version-ancient";
    /// <summary>{version} {newest}: not in the list that this product knows.</summary>
    public const string CheckDynamicsVersionUnknown = "check-dynamics-version-unknown";

    /// <summary>{count}</summary>
    [GoodNews]
    public const string CheckDynamicsStepsEnabled = "check-dynamics-steps-enabled";
    /// <summary>{count} {steps}</summary>
    public const string CheckDynamicsStepsDisabled = "check-dynamics-steps-disabled";
    public const string CheckDynamicsStepsNone = "check-dynamics-steps-none";

    /// <summary>{user}</summary>
    [GoodNews]
    public const string CheckDynamicsConfigSet = "check-dynamics-config-set";
    public const string CheckDynamicsConfigEmpty = "check-dynamics-config-empty";
    /// <summary>"Marketo Config" has no record.</summary>
    public const string CheckDynamicsConfigNoRecord = "check-dynamics-config-no-record";
    /// <summary>"Marketo Config", or its "Marketo User", is not where it should be.</summary>
    public const string CheckDynamicsConfigUnknown = "check-dynamics-config-unknown";
    [GoodNews]
    public const string CheckDynamicsConfigUserSame = "check-dynamics-config-user-same";
    /// <summary>{configured} {user}</summary>
    public const string CheckDynamicsConfigUserDiffers = "check-dynamics-config-user-differs";

    [GoodNews]
    public const string CheckDynamicsLanguageEnglish = "check-dynamics-language-english";
    /// <summary>{language}: Windows language code.</summary>
    public const string CheckDynamicsLanguageOther = "check-dynamics-language-other";

    /// <summary>{count}</summary>
    [GoodNews]
    public const string CheckDynamicsReadRightsPresent = "check-dynamics-read-rights-present";
    /// <summary>{tables}</summary>
    public const string CheckDynamicsReadRightsMissing = "check-dynamics-read-rights-missing";

    // What a reading rests on.
    public const string EvidenceDynamicsChallenge = "evidence-dynamics-challenge";
    public const string EvidenceDynamicsAsApplication = "evidence-dynamics-as-application";
    public const string EvidenceDynamicsAsPerson = "evidence-dynamics-as-person";
}
