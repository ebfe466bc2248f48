namespace MarketoSetupBot.Backend.Access;

/// <summary>Everything a person can ask of the backend. The name is what the audit shows; <see cref="Rulebook"/> says who may.</summary>
public enum Act
{
    OpenRun,
    ReadRun,
    SendDetails,
    Approve,
    Reject,
    /// <summary>An approver asks the requester something before deciding.</summary>
    Ask,
    /// <summary>The answer to what an approver asked.</summary>
    Reply,
    Change,
    Cancel,
    Retry,
    /// <summary>The run, or its secret, goes to another person before anything was approved.</summary>
    HandOver,
    /// <summary>The secret goes to another person after the plan was approved: an approval of its own.</summary>
    HandOverSecret,
    Collect,
    ConfirmCopied,
    KeepSecret,
    IssueAgain,
    Revoke,
    ActInMarketo,
    /// <summary>Says that something was done by hand; what can be read is verified by reading.</summary>
    Attest,
    /// <summary>Asks for a repair; its plan is approved like any other.</summary>
    Fix,
    /// <summary>Takes over an application that somebody else made.</summary>
    Adopt,
    /// <summary>Asks for what a run created to be removed; the removal is approved like any other plan.</summary>
    Undo,
    ReadConnections,
    Validate,
    ReadDefaults,
    /// <summary>Names of policies, sign-ins and user details behind a finding.</summary>
    ReadDetails,
    /// <summary>Says whether password hashes are synchronised, where no token of ours can read it.</summary>
    AttestHashSync,
    ReadAudit,
    ExportAudit,
    /// <summary>Stops every write to the tenant.</summary>
    Halt,
    /// <summary>Lets writes go on after a halt that somebody else called.</summary>
    Lift,
}
