namespace MarketoSetupBot.Contracts;

/// <summary>Stable codes of refusals: the <c>code</c> extension of an RFC 9457 problem, whose <c>type</c> is <c>urn:marketo-setup-bot:problem:{code}</c>.</summary>
public static partial class ProblemCodes
{
    public const string TypePrefix = "urn:marketo-setup-bot:problem:";

    /// <summary>401: no token, or one that does not name a person signed in for this bot.</summary>
    public const string SignInRequired = "sign-in-required";
    /// <summary>403. {roles}: comma list of role template ids that could, may be empty.</summary>
    public const string NotAllowed = "not-allowed";
    /// <summary>403: requester, editor or recipient may not approve.</summary>
    public const string SelfApproval = "self-approval";
    /// <summary>403: disabled account, guest, or unknown to the tenant.</summary>
    public const string AccountNotSuitable = "account-not-suitable";
    /// <summary>403. {recipient}: only that person may collect. Recorded.</summary>
    public const string NotRecipient = "not-recipient";
    /// <summary>404: no such run or connection for this person.</summary>
    public const string NotFound = "not-found";
    /// <summary>409: the run is past that step. The problem carries the run.</summary>
    public const string Stale = "stale";
    /// <summary>409: a run is open for that organisation. The problem carries the other run.</summary>
    public const string RunAlreadyOpen = "run-already-open";
    /// <summary>409: what was approved is not the plan any more. The problem carries the run.</summary>
    public const string PlanChanged = "plan-changed";
    /// <summary>409: the recipient pressed Collect again within a minute.</summary>
    public const string JustCollected = "just-collected";
    /// <summary>409: the secret was handed out; Issue again makes a new one.</summary>
    public const string AlreadyCollected = "already-collected";
    /// <summary>422: the problem carries <c>fields</c>.</summary>
    public const string InvalidDetails = "invalid-details";
    /// <summary>503: Entra is slow or not yet consistent; nothing half-made stays. Press again in a minute.</summary>
    public const string TryAgain = "try-again";
    /// <summary>422. {code}: Entra refuses to create the secret, for example because a policy of the tenant forbids it. Nothing was created.</summary>
    public const string RefusedByEntra = "refused-by-entra";
    /// <summary>422: the plan carries a risk that an approver has to accept in words.</summary>
    public const string RiskNotAccepted = "risk-not-accepted";
    /// <summary>429.</summary>
    public const string TooManyRequests = "too-many-requests";
    /// <summary>400: not a request this API understands.</summary>
    public const string BadRequest = "bad-request";
    /// <summary>500: a fault of ours; the reference leads to it.</summary>
    public const string Unexpected = "unexpected";
    /// <summary>Never sent by the backend: what the bot says when the backend does not answer.</summary>
    public const string BackendUnreachable = "backend-unreachable";
}

/// <summary>RFC 9457 problem with the product's extensions. <c>title</c> and <c>detail</c> are for operators, never shown to a person.</summary>
public sealed record ProblemView
{
    public required string Type { get; init; }
    public string? Title { get; init; }
    public int Status { get; init; }
    public required string Code { get; init; }
    public IReadOnlyDictionary<string, string>? Values { get; init; }
    /// <summary>W3C trace id: the reference a person quotes.</summary>
    public string? Reference { get; init; }
    /// <summary>What is wrong with which field of the details, by the JSON name of the field in <see cref="DetailsRequest"/>.</summary>
    public IReadOnlyDictionary<string, Phrase>? Fields { get; init; }
    /// <summary>Where the run stands now, or the run that stands in the way; only what the team may see.</summary>
    public RunView? Run { get; init; }
}
