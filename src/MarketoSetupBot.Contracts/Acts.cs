namespace MarketoSetupBot.Contracts;

// What the bot asks the backend to do for a person. Every one goes with that person's own token and an Idempotency-Key
// header (activity id + verb); the answer is the RunView after the act unless said otherwise, or a ProblemView.

/// <summary>POST <see cref="Routes.Runs"/>. 201.</summary>
public sealed record OpenRunRequest;

/// <summary>PUT <see cref="Routes.Details"/>. 200, or 422 <c>invalid-details</c> with a phrase per field, or 409 <c>run-already-open</c>.</summary>
public sealed record DetailsRequest
{
    public required string? OrganisationUrl { get; init; }
    public required string? SyncUser { get; init; }
    public required string? Method { get; init; }
    public required string? AppName { get; init; }
    public required string? SecretDescription { get; init; }
    /// <summary>Text, as typed; the backend says what is wrong with it.</summary>
    public required string? SecretLifetimeDays { get; init; }
    /// <summary>Entra object id.</summary>
    public required string? RecipientId { get; init; }
    /// <summary>Application (client) ID of an app that somebody made by hand and that shall be taken over; empty for a new one.</summary>
    public string? ExistingClientId { get; init; }
    /// <summary>The person chose "replace": the open run of that organisation is cancelled if they may cancel it.</summary>
    public bool ReplaceOpenRun { get; init; }
}

/// <summary>POST <see cref="Routes.Approve"/>.</summary>
/// <param name="PlanHash">What the card showed.</param>
/// <param name="Accepts">Codes of the risks that the approver accepted in words; those of <see cref="PlanView.MustAccept"/> must be among them.</param>
public sealed record ApproveRequest(string PlanHash, IReadOnlyList<string>? Accepts = null);

/// <summary>POST <see cref="Routes.Collect"/>: the only answer that ever carries a secret. Not cached, not logged, not repeated.</summary>
public sealed record CollectedSecret
{
    public required string ClientId { get; init; }
    public required string Secret { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    /// <summary>Two minutes after the hand-out.</summary>
    public required DateTimeOffset ShowUntil { get; init; }
    public required RunView Run { get; init; }

    /// <summary>Never the value, whoever prints this.</summary>
    public override string ToString() => $"CollectedSecret {{ ClientId = {ClientId}, Secret = *** }}";
}

/// <summary>POST <see cref="Routes.MarketoDone"/>, <see cref="Routes.MarketoBack"/>: the step the card was about; another one is answered 409 <c>stale</c>.</summary>
public sealed record MarketoActRequest(StepKey Step);

/// <summary>POST <see cref="Routes.MarketoReport"/>: the checks that are red. Empty: all green again.</summary>
public sealed record MarketoReportRequest(IReadOnlyList<MarketoCheck> Red);

/// <summary>POST to the bot's <see cref="Routes.BotEvents"/> with the app role <see cref="Scopes.EventsPush"/>: something changed; read the run.</summary>
public sealed record RunEvent(Guid Run, long Version, long Sequence);

/// <summary>Paths of the backend's API. <c>{id}</c> is a run, <c>{host}</c> a Dynamics host.</summary>
public static class Routes
{
    public const string Runs = "/runs";
    /// <summary>GET with the person's token, or with the bot's app role <see cref="Scopes.SetupRead"/>.</summary>
    public const string Run = "/runs/{id}";
    public const string Details = "/runs/{id}/details";
    public const string Approve = "/runs/{id}/approve";
    /// <summary>POST: back to Draft, what was typed stays.</summary>
    public const string Change = "/runs/{id}/change";
    public const string Cancel = "/runs/{id}/cancel";
    public const string Retry = "/runs/{id}/retry";
    public const string Collect = "/runs/{id}/collect";
    /// <summary>POST: "I have copied it".</summary>
    public const string Copied = "/runs/{id}/copied";
    /// <summary>POST: the recipient keeps the valid secret they have from before; nothing is created.</summary>
    public const string KeepSecret = "/runs/{id}/keep-secret";
    /// <summary>POST: the handed-out key id is removed first, then Collect is open again.</summary>
    public const string IssueAgain = "/runs/{id}/issue-again";
    public const string Revoke = "/runs/{id}/revoke";
    public const string MarketoDone = "/runs/{id}/marketo/done";
    public const string MarketoBack = "/runs/{id}/marketo/back";
    public const string MarketoReport = "/runs/{id}/marketo/report";
    /// <summary>GET, person's token: a list of <see cref="ConnectionView"/>.</summary>
    public const string Connections = "/connections";
    /// <summary>POST, person's token: a <see cref="ValidationView"/>.</summary>
    public const string Validate = "/connections/{id}/validate";
    /// <summary>POST, person's token: an <see cref="AttestHashSyncRequest"/>.</summary>
    public const string AttestHashSync = "/connections/{id}/attest-hash-sync";
    /// <summary>GET, person's token: <see cref="DefaultsView"/> for the details card.</summary>
    public const string Defaults = "/defaults";

    /// <summary>On the bot, on its internal listener.</summary>
    public const string BotEvents = "/events";

    public static string For(string route, Guid id) => route.Replace("{id}", id.ToString("D"), StringComparison.Ordinal);
}

public static class Scopes
{
    /// <summary>Delegated scope of the backend: a person acts through the bot.</summary>
    public const string SetupAct = "Setup.Act";
    /// <summary>App role of the backend held by the bot: read what a thread shows.</summary>
    public const string SetupRead = "Setup.Read";
    /// <summary>App role of the bot held by the backend: push run events.</summary>
    public const string EventsPush = "Events.Push";
}

/// <summary>What the details card starts with.</summary>
public sealed record DefaultsView(string AppName, string SecretDescription, int SecretLifetimeDays, int MaximumLifetimeDays);
