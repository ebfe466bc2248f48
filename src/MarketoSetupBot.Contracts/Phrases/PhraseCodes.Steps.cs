namespace MarketoSetupBot.Contracts;

/// <content>What a step says of itself.</content>
public static partial class PhraseCodes
{
    // What a step says of itself.
    public const string Done = "done";
    public const string NothingToChange = "nothing-to-change";
    /// <summary>{clientId}</summary>
    public const string AppCreated = "app-created";
    public const string ConsentSettling = "consent-settling";
    /// <summary>{until}, or <see cref="Phrase.Soon"/>: Entra has not yet shown everywhere what was just written.</summary>
    public const string WaitingForReplication = "waiting-for-replication";
    /// <summary>{until}, or <see cref="Phrase.Soon"/>: Entra asked us to slow down.</summary>
    public const string WaitingForThrottling = "waiting-for-throttling";
    /// <summary>{until}, or <see cref="Phrase.Soon"/>: Entra or the network did not answer; tried again.</summary>
    public const string WaitingForOutage = "waiting-for-outage";
    public const string NotNeededOnPremises = "not-needed-on-premises";
    /// <summary>{by}</summary>
    public const string ApprovedBy = "approved-by";
    /// <summary>{count} {quorum} {by}: some of the approvals are there.</summary>
    public const string ApprovalsSoFar = "approvals-so-far";
    /// <summary>The tenant changed between approval and the first write: nothing was written, and the new plan wants a new approval.</summary>
    public const string PlanDrifted = "plan-drifted";
    /// <summary>{by}</summary>
    public const string ReportedBy = "reported-by";
    /// <summary>{recipient} {expires}</summary>
    public const string SecretCollected = "secret-collected";
    /// <summary>{recipient} {expires}</summary>
    public const string SecretUnconfirmed = "secret-unconfirmed";
    /// <summary>{recipient}</summary>
    public const string SecretWaiting = "secret-waiting";
    /// <summary>Collect was pressed, Entra gave no good answer, nothing stays behind.</summary>
    public const string SecretNotMade = "secret-not-made";
    /// <summary>{code}: Collect was pressed, and Entra refused to create a secret.</summary>
    public const string SecretRefusedByEntra = "secret-refused-by-entra";
    /// <summary>{by} {expires}: a secret from an earlier run is kept; none was created.</summary>
    public const string SecretKept = "secret-kept";
    /// <summary>{by}</summary>
    public const string SecretRevoked = "secret-revoked";
    /// <summary>{by}: somebody who is not the recipient tried to collect.</summary>
    public const string CollectRefusedFor = "collect-refused-for";
    /// <summary>{checks}: numbers of Marketo's checks reported red.</summary>
    public const string RedChecks = "red-checks";

    // Why a step failed.
    /// <summary>{permission}: Graph answered 403 to the backend.</summary>
    public const string FailedPermissionMissing = "failed-permission-missing";
    /// <summary>{code}</summary>
    public const string FailedRefusedByEntra = "failed-refused-by-entra";
    public const string FailedTimedOut = "failed-timed-out";
    public const string FailedAppGone = "failed-app-gone";
    /// <summary>{by}: the approver no longer holds a suitable role when the job starts.</summary>
    public const string FailedApproverLostRole = "failed-approver-lost-role";
    public const string FailedUnexpected = "failed-unexpected";
}
