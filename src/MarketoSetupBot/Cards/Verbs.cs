namespace MarketoSetupBot.Cards;

/// <summary>The verbs of every <c>Action.Execute</c>. The only words a card may say to the bot.</summary>
public static partial class Verbs
{
    /// <summary>Opens a run and shows its progress and details cards.</summary>
    public const string Begin = "begin";
    /// <summary>Sends the details form.</summary>
    public const string SendDetails = "details.send";
    /// <summary>An open run stands in the way: go to it instead.</summary>
    public const string Join = "join";
    /// <summary>An open run stands in the way: cancel it and go on with this one.</summary>
    public const string Replace = "replace";
    public const string Approve = "approve";
    public const string Change = "change";
    /// <summary>Asks whether to cancel; writes nothing.</summary>
    public const string AskCancel = "cancel.ask";
    public const string Cancel = "cancel";
    /// <summary>Shows where the run stands, for "no, go on" and for refresh buttons.</summary>
    public const string Show = "show";
    public const string Retry = "retry";
    public const string Collect = "collect";
    public const string Copied = "copied";
    /// <summary>A secret issued earlier is still valid and the recipient has it: none is created.</summary>
    public const string KeepSecret = "keep-secret";
    public const string IssueAgain = "issue-again";
    public const string Revoke = "revoke";
    public const string MarketoDone = "marketo.done";
    public const string MarketoBack = "marketo.back";
    public const string MarketoLater = "marketo.later";
    /// <summary>Asks which of the seven checks is red.</summary>
    public const string MarketoProblem = "marketo.problem";
    public const string MarketoReport = "marketo.report";
    /// <summary>"I have done it" of an act by hand.</summary>
    public const string HandDone = "hand.done";
    /// <summary>Plan anew with server to server instead of a federated user's password.</summary>
    public const string ChooseServerToServer = "choose.server-to-server";
    /// <summary>Plan anew with a policy that lets Entra check the password.</summary>
    public const string ChooseCloudPasswords = "choose.cloud-passwords";
    /// <summary>Plan anew with an app that somebody made by hand.</summary>
    public const string TakeOver = "take-over";
    public const string Validate = "validate";
    /// <summary>Opens the undo of a setup; one that is still open is cancelled with it.</summary>
    public const string Undo = "undo";
    /// <summary>Opens the repair of what a check found.</summary>
    public const string Fix = "fix";
    /// <summary>The summary of a validation as it is now.</summary>
    public const string ValidationShow = "validation.show";
    /// <summary>One group of its checks, for whoever presses alone.</summary>
    public const string ValidationDetails = "validation.details";
    /// <summary>Asks what Marketo shows, outside of a run.</summary>
    public const string MarketoTicks = "marketo.ticks";
    public const string SendMarketoTicks = "marketo.ticks.send";
    /// <summary>An administrator says what they saw of password hash synchronisation.</summary>
    public const string HashSyncIsOn = "hash-sync.on";
    public const string HashSyncIsOff = "hash-sync.off";
    public const string Status = "status";
    public const string Help = "help";
}

/// <summary>Names of the values an action carries. None is trusted: the backend decides from the run and the person's token.</summary>
public static class ActionData
{
    public const string Run = "run";
    public const string Step = "step";
    public const string Version = "version";
    public const string PlanHash = "plan";
    public const string Connection = "connection";
    /// <summary>Repair code, for Fix.</summary>
    public const string Repair = "repair";
    /// <summary>Comma list of the risks that the tick accepts.</summary>
    public const string Accepts = "accepts";
    /// <summary>Of the app to take over.</summary>
    public const string ClientId = "clientId";
    public const string Validation = "validation";
    /// <summary>A group of checks, or <see cref="MarketoSection"/>.</summary>
    public const string Section = "section";
    public const string MarketoSection = "Marketo";
    public const string Page = "page";
    /// <summary>The run that stands in the way, for Join.</summary>
    public const string Other = "other";
}

/// <summary>Ids of the inputs, equal to the JSON names in <see cref="Contracts.DetailsRequest"/> where they go there.</summary>
public static class Inputs
{
    public const string OrganisationUrl = "organisationUrl";
    public const string SyncUser = "syncUser";
    public const string Method = "method";
    public const string AppName = "appName";
    public const string SecretDescription = "secretDescription";
    public const string SecretLifetimeDays = "secretLifetimeDays";
    public const string RecipientId = "recipientId";
    public const string ExistingClientId = "existingClientId";
    /// <summary>What an act by hand asks for.</summary>
    public const string Answer = "answer";
    /// <summary>"true": the risks of the plan are accepted in words.</summary>
    public const string AcceptRisk = "acceptRisk";
    /// <summary>Channel for the progress; bot only.</summary>
    public const string Channel = "channel";
    /// <summary>The choice of no channel.</summary>
    public const string NoChannel = "none";
    /// <summary>Comma list of the numbers of Marketo's red checks.</summary>
    public const string RedChecks = "redChecks";
}
