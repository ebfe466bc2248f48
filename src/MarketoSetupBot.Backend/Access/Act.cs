namespace MarketoSetupBot.Backend.Access;

/// <summary>Everything a person can ask of the backend. The name is what the audit shows.</summary>
public enum Act
{
    OpenRun,
    ReadRun,
    SendDetails,
    Approve,
    Change,
    Cancel,
    Retry,
    Collect,
    ConfirmCopied,
    KeepSecret,
    IssueAgain,
    Revoke,
    ActInMarketo,
    ReadConnections,
    Validate,
    ReadDefaults,
}
