namespace MarketoSetupBot.Contracts;

/// <summary>What goes to another person.</summary>
public enum HandOverPart
{
    /// <summary>Who collects the secret.</summary>
    Recipient,
    /// <summary>Whose run it is: who is told, and who may cancel it.</summary>
    Run,
}

/// <summary>
/// POST <see cref="HandOverRoutes.HandOver"/>. The recipient's part takes anew the plan, and with it every vote; once the plan is approved it takes an approver. 422 <c>invalid-details</c>
/// with the field <c>personId</c>; 409 <c>secret-handed-out</c>; 403 <c>approver-as-recipient</c>.
/// </summary>
/// <param name="PersonId">Entra object id of whoever takes it: an enabled member of the requester group.</param>
public sealed record HandOverRequest(HandOverPart Part, string? PersonId)
{
    public const string Field = "personId";
}

public static class HandOverRoutes
{
    /// <summary>Person's token; answers with the <see cref="RunView"/>.</summary>
    public const string HandOver = "/runs/{id}/hand-over";
}

public static partial class ProblemCodes
{
    /// <summary>409. {recipient}: that person has the secret already; it is issued again before anybody else can have one.</summary>
    public const string SecretHandedOut = "secret-handed-out";
    /// <summary>403: whoever approves, or hands over, does not receive the secret.</summary>
    public const string ApproverAsRecipient = "approver-as-recipient";
}

public static partial class PhraseCodes
{
    /// <summary>{by} {from} {to} {toId}</summary>
    public const string RecipientHandedOver = "recipient-handed-over";
    /// <summary>{by} {from} {to} {toId}</summary>
    public const string RunHandedOver = "run-handed-over";
    /// <summary>Beside the field: not of the group that may ask for setups.</summary>
    public const string PersonNotInTeam = "person-not-in-team";
    /// <summary>Beside the field: it is theirs already.</summary>
    public const string PersonHasIt = "person-has-it";
    /// <summary>{by} {requester} {requesterId}</summary>
    [GoodNews]
    public const string PlanApproved = "plan-approved";
}
