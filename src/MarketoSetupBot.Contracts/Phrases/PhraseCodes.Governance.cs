namespace MarketoSetupBot.Contracts;

/// <content>Who decided what, and what waits for whom.</content>
public static partial class PhraseCodes
{
    /// <summary>{by} {since}: a step waits because writes to the tenant are stopped.</summary>
    public const string WaitingForLift = "waiting-for-lift";
    /// <summary>{by}</summary>
    public const string WritesHalted = "writes-halted";
    /// <summary>{by} {reason}</summary>
    public const string WritesHaltedBecause = "writes-halted-because";
    /// <summary>{by}</summary>
    public const string WritesGoOn = "writes-go-on";
}
