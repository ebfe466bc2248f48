namespace MarketoSetupBot.Cards;

/// <content>Deciding, stopping, looking back.</content>
public static partial class Verbs
{
    public const string Reject = "reject";
    /// <summary>An approver asks the requester.</summary>
    public const string Ask = "ask";
    /// <summary>The answer to an approver's question.</summary>
    public const string Reply = "reply";
    /// <summary>Asks to whom the run, or the right to its secret, goes.</summary>
    public const string AskHandOver = "hand-over.ask";
    public const string HandOver = "hand-over";
    /// <summary>Stops every write to the tenant.</summary>
    public const string Halt = "halt";
    /// <summary>Lets writes go on.</summary>
    public const string Lift = "halt.lift";
    /// <summary>Shows the last lines of the audit, to whoever pressed alone.</summary>
    public const string Audit = "audit";
}
