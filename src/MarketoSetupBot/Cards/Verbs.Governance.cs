namespace MarketoSetupBot.Cards;

/// <content>Deciding, stopping, looking back.</content>
public static partial class Verbs
{
    /// <summary>Stops every write to the tenant.</summary>
    public const string Halt = "halt";
    /// <summary>Lets writes go on.</summary>
    public const string Lift = "halt.lift";
    /// <summary>Shows the last lines of the audit, to whoever pressed alone.</summary>
    public const string Audit = "audit";
}
