using MarketoSetupBot.Backend.Runs;

namespace MarketoSetupBot.Backend.Access;

/// <summary>Who may do what. <c>docs/access.md</c> shows this table, and a test compares the two.</summary>
public static class Rulebook
{
    private static readonly Rule
        Team = new(Standing.Member),
        TeamOrApprover = new(Standing.Member | Standing.Approver),
        AskerOrApprover = new(Standing.Asker | Standing.Approver),
        RecipientOnly = new(Standing.Recipient),
        RecipientOrApprover = new(Standing.Recipient | Standing.Approver),
        ApproverOnly = new(Standing.Approver),
        AnotherApprover = new(Standing.Approver, AnotherPerson: true);

    public static Rule Of(Act act) => act switch
    {
        Act.OpenRun or Act.SendDetails or Act.Change or Act.Retry or Act.ActInMarketo => Team,
        Act.ReadConnections or Act.Validate or Act.ReadDefaults => Team,
        Act.ReadRun => new Rule(Standing.Member | Standing.Recipient | Standing.Approver),
        Act.Reply => new Rule(Standing.Asker | Standing.Recipient),
        Act.Cancel or Act.HandOver => AskerOrApprover,
        Act.Collect or Act.ConfirmCopied or Act.KeepSecret => RecipientOnly,
        Act.IssueAgain or Act.Revoke => RecipientOrApprover,
        Act.Fix or Act.Undo or Act.Attest => TeamOrApprover,
        Act.Reject or Act.Ask => ApproverOnly,
        Act.Approve or Act.Adopt or Act.HandOverSecret => AnotherApprover,
        Act.ReadDetails => new Rule(Standing.Approver | Standing.Reader),
        Act.AttestHashSync => new Rule(Standing.HybridAdministrator),
        Act.ReadAudit or Act.ExportAudit => ApproverOnly,
        Act.Halt or Act.Lift => ApproverOnly,
        // An act that nobody wrote a rule for is nobody's.
        _ => new Rule(Standing.None),
    };

    /// <summary>After the third secret of a run, another one is a decision as big as the approval.</summary>
    public static Rule Of(Act act, Run? run) => act is Act.IssueAgain && run?.NextIssueTakesApproval is true ? AnotherApprover : Of(act);
}
