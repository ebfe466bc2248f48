namespace MarketoSetupBot.Contracts;

/// <content>Server to server.</content>
public static partial class PhraseCodes
{
    /// <summary>{email}</summary>
    public const string ApplicationUserByHand = "application-user-by-hand";
    /// <summary>{email} {tenant}</summary>
    public const string ApplicationUserFound = "application-user-found";
    /// <summary>{email} {tenant} {by}: it cannot be read; that person confirmed it.</summary>
    public const string ApplicationUserConfirmed = "application-user-confirmed";
    public const string ApplicationUserDisabled = "application-user-disabled";
    public const string ApplicationUserLacksRole = "application-user-lacks-role";
    public const string ApplicationUserLacksEmail = "application-user-lacks-email";
    public const string EmailInvalid = "email-invalid";
    public const string RiskServerToServer = "risk-server-to-server";
    public const string MarketoSwitchByHand = "marketo-switch-by-hand";
    /// <summary>{until}</summary>
    public const string MarketoSettles = "marketo-settles";
    public const string MarketoSettled = "marketo-settled";
    /// <summary>{requester}: the wait is over, and a person has to go on.</summary>
    public const string MarketoReady = "marketo-ready";
}
