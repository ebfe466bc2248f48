namespace MarketoSetupBot.Contracts;

/// <content>What the checks say where Marketo signs in as the application.</content>
public static partial class PhraseCodes
{
    /// <summary>What is checked matters only for a user with a password.</summary>
    [GoodNews]
    public const string CheckNotNeededServerToServer = "check-not-needed-server-to-server";
    /// <summary>{client}: the app has no application user.</summary>
    public const string CheckApplicationUserMissing = "check-application-user-missing";
    /// <summary>{user}</summary>
    public const string CheckApplicationUserDisabled = "check-application-user-disabled";
    /// <summary>{email}</summary>
    [GoodNews]
    public const string CheckApplicationUserEmailSame = "check-application-user-email-same";
    /// <summary>{dynamics} {marketo}</summary>
    public const string CheckApplicationUserEmailDiffers = "check-application-user-email-differs";
    [GoodNews]
    public const string CheckWorkloadPoliciesClear = "check-workload-policies-clear";
    /// <summary>{count}</summary>
    public const string CheckWorkloadPoliciesMayBlock = "check-workload-policies-may-block";
    public const string NotCheckedApplicationSignIns = "not-checked-application-sign-ins";
}
