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
    /// <summary>{by} {requester} {reason}</summary>
    public const string PlanRejected = "plan-rejected";
    /// <summary>{by} {requester} {question}</summary>
    public const string ApproverAsks = "approver-asks";
    /// <summary>{by} {answer}</summary>
    public const string RequesterAnswers = "requester-answers";
    /// <summary>{until} {requester} {roles}</summary>
    public const string ApprovalReminder = "approval-reminder";
    /// <summary>{until} {requester} {roles}: the last one before the request expires.</summary>
    public const string ApprovalUrgent = "approval-urgent";
}
