namespace MarketoSetupBot.Contracts;

public enum RunKind
{
    /// <summary>The whole guide, for Dynamics 365 online.</summary>
    Setup,
    /// <summary>On-premises Dynamics: the acts in Marketo alone; nothing is written to Entra.</summary>
    MarketoActsOnly,
    /// <summary>Takes back exactly what a setup wrote to Entra: <see cref="RunView.Undoes"/>.</summary>
    Undo,
    /// <summary>Puts right what one check found: <see cref="RunView.Repair"/>.</summary>
    Repair,
}

/// <summary>Where a run stands. Order matters: a run only goes down this list, except that
/// Change leads from Planned, Blocked or Failed back to Draft, drift from Applying back to Planned, Retry from Failed to Applying, and Revoke from
/// Guiding back to Delivering.</summary>
public enum RunState
{
    /// <summary>Opened; the details are being asked for.</summary>
    Draft,
    /// <summary>Details are in; the read-only preflight runs.</summary>
    Planning,
    /// <summary>The plan found a reason not to go on. Change or Cancel.</summary>
    Blocked,
    /// <summary>The plan waits for an approver.</summary>
    Planned,
    /// <summary>Approved; the steps run.</summary>
    Applying,
    /// <summary>A step gave up. Retry or Cancel.</summary>
    Failed,
    /// <summary>The secret waits for its recipient, or was handed out and not yet confirmed.</summary>
    Delivering,
    /// <summary>The acts in Marketo.</summary>
    Guiding,
    Completed,
    Cancelled,
    /// <summary>Nobody approved or collected in time.</summary>
    Expired,
}

/// <summary>The steps of the guide in the order a person meets them.</summary>
public enum StepKey
{
    Details,
    Plan,
    Approve,
    Application,
    ServicePrincipal,
    Permission,
    /// <summary>ROPC prerequisites: managed domain, or home realm discovery policy.</summary>
    SignIn,
    Consent,
    /// <summary>Server to server: the application user in Dynamics.</summary>
    ApplicationUser,
    Secret,
    // Undo, in the order it runs.
    RemoveSecrets,
    RemoveConsent,
    RemovePolicy,
    /// <summary>Values of objects that were there before are written back.</summary>
    RestoreValues,
    RemoveServicePrincipal,
    RemoveApplication,
    // Repair.
    TurnOffPublicClient,
    /// <summary>Secrets of ours whose value nobody can have.</summary>
    RemoveOrphanedSecrets,
    /// <summary>Reads again what the repair was for.</summary>
    Recheck,
    DisableSync,
    EditCredentials,
    Save,
    ValidateSyncSetup,
    Close,
    /// <summary>Server to server: Switch, Confirm, Confirm, OK.</summary>
    SwitchMethod,
    /// <summary>Server to server: Marketo wants a quarter of an hour before the sync is enabled again.</summary>
    Settle,
    EnableSync,
}

public enum StepState { Pending, Running, Waiting, Succeeded, Skipped, Failed }

public enum AuthenticationMethod
{
    /// <summary>OAuth resource owner password credentials grant.</summary>
    PasswordGrant,
    /// <summary>Server to server: the application signs in for itself, as an application user of Dynamics.</summary>
    ServerToServer,
}

/// <summary>A person by Entra object id, with the display name that was last read.</summary>
public sealed record PersonView(string ObjectId, string Name);

/// <summary>What the whole team may see of a run.</summary>
public sealed record RunView
{
    public required Guid Id { get; init; }
    /// <summary>Grows by one with every change; a card with a lower one is outdated.</summary>
    public required long Version { get; init; }
    public required RunKind Kind { get; init; }
    public required RunState State { get; init; }
    public required PersonView Requester { get; init; }
    public required IReadOnlyList<StepView> Steps { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public Guid? ConnectionId { get; init; }
    /// <summary>Null until the details card was sent.</summary>
    public DetailsView? Details { get; init; }
    public PlanView? Plan { get; init; }
    public PersonView? Approver { get; init; }
    public DeliveryView? Delivery { get; init; }
    public MarketoView? Marketo { get; init; }
    /// <summary>What an administrator has to do by hand before the step at which the run waits can go on.</summary>
    public HandActView? HandAct { get; init; }
    /// <summary>Who cancelled, when the run was cancelled.</summary>
    public PersonView? EndedBy { get; init; }
    /// <summary>True when every step of the Entra part found its work already done.</summary>
    public bool NothingChanged { get; init; }
    /// <summary>True when this run wrote something to Entra that could be taken back.</summary>
    public bool Wrote { get; init; }
    /// <summary>The setup that an Undo run takes back.</summary>
    public Guid? Undoes { get; init; }
    /// <summary>What a Repair run puts right: a repair code.</summary>
    public string? Repair { get; init; }
    /// <summary>What the thread is told once, newest last: refused attempts on the secret, revocations.</summary>
    public IReadOnlyList<NoticeView> Notices { get; init; } = [];
    /// <summary>Trace id of the failure, when <see cref="State"/> is Failed.</summary>
    public string? Reference { get; init; }

    /// <summary>The step the run is at: the first that is not over.</summary>
    public StepView? Current => Steps.FirstOrDefault(s => s.State is not (StepState.Succeeded or StepState.Skipped));

    public bool IsOpen => State is not (RunState.Completed or RunState.Cancelled or RunState.Expired);
}

public sealed record StepView(StepKey Key, StepState State, Phrase? Says = null, DateTimeOffset? At = null);

public sealed record NoticeView(long Number, Phrase Says, DateTimeOffset At);

public sealed record DetailsView
{
    /// <summary>As typed, normalised to scheme and host.</summary>
    public required string OrganisationUrl { get; init; }
    public required string SyncUser { get; init; }
    public required AuthenticationMethod Method { get; init; }
    public required string AppName { get; init; }
    public required string SecretDescription { get; init; }
    public required int SecretLifetimeDays { get; init; }
    public required PersonView Recipient { get; init; }
    /// <summary>The sync user's domain is federated, and a home realm discovery policy shall let Entra check the password itself.</summary>
    public bool CloudPasswords { get; init; }
    /// <summary>Client id of an app that somebody made by hand and that shall be taken over.</summary>
    public string? ExistingClientId { get; init; }
    public IReadOnlyList<Phrase> Warnings { get; init; } = [];

    public string OrganisationHost => new Uri(OrganisationUrl).Host;
}

public enum PlanEffect
{
    Create,
    Change,
    /// <summary>Found as it should be; nothing is written.</summary>
    Keep,
    /// <summary>A person does it.</summary>
    ByHand,
    Remove,
    /// <summary>The value from before is written back.</summary>
    Restore,
    /// <summary>Somebody else made it; it becomes ours to use, never to delete.</summary>
    TakeOver,
}

/// <param name="GraphCalls">Method and path of each call behind it, for whoever wants to know, such as <c>POST /v1.0/servicePrincipals</c>.</param>
public sealed record PlanItemView(StepKey Step, PlanEffect Effect, Phrase Says, IReadOnlyList<string> GraphCalls);

public sealed record PlanView
{
    /// <summary>SHA-256 of the canonical plan, lower-case hex: what an approval is for.</summary>
    public required string Hash { get; init; }
    public required IReadOnlyList<PlanItemView> Items { get; init; }
    public IReadOnlyList<Phrase> Risks { get; init; } = [];
    /// <summary>Not empty: the run is Blocked.</summary>
    public IReadOnlyList<Phrase> Blockers { get; init; } = [];
    /// <summary>Ways out of a federated domain, the best first; empty where there is nothing to choose.</summary>
    public IReadOnlyList<SignInChoice> Choices { get; init; } = [];
    /// <summary>Codes of those risks that an approver must accept in words.</summary>
    public IReadOnlyList<string> MustAccept { get; init; } = [];
    /// <summary>Apps that somebody made by hand and that could be taken over, or the one that will be.</summary>
    public IReadOnlyList<AppCandidateView> Candidates { get; init; } = [];
    /// <summary>Template ids of the Entra roles of which an approver needs one.</summary>
    public IReadOnlyList<string> ApproverRoles { get; init; } = [];
    public DateTimeOffset? ExpiresAt { get; init; }
    /// <summary>How long the secret will live: what was asked for, or less where the tenant allows less. Null: as asked for.</summary>
    public int? SecretLifetimeDays { get; init; }
}

public enum DeliveryState
{
    /// <summary>Waits for Collect. Nothing was created.</summary>
    Waiting,
    /// <summary>Handed out; the card with the value is on the recipient's screen until <see cref="DeliveryView.ShowUntil"/>.</summary>
    HandedOut,
    /// <summary>The recipient said that they have copied it.</summary>
    Confirmed,
    /// <summary>Two minutes passed without a word: handed out, unconfirmed.</summary>
    Unconfirmed,
    Revoked,
}

/// <summary>The receipt: everything about the secret but the secret.</summary>
public sealed record DeliveryView
{
    public required DeliveryState State { get; init; }
    public required string ClientId { get; init; }
    public required PersonView Recipient { get; init; }
    public DateTimeOffset? HandedOutAt { get; init; }
    public DateTimeOffset? ShowUntil { get; init; }
    public DateTimeOffset? SecretExpiresAt { get; init; }
    /// <summary>A secret of ours from before this run is valid until then: the recipient may keep it (<see cref="Routes.KeepSecret"/>). Null: there is none to keep.</summary>
    public DateTimeOffset? ExistingExpiresAt { get; init; }
    /// <summary>How many secrets this run has issued.</summary>
    public int Issued { get; init; }
    /// <summary>An administrator made the secret in the portal and has its value.</summary>
    public bool ByHand { get; init; }
}

/// <summary>Marketo's seven validation checks, numbered as in the guide.</summary>
public enum MarketoCheck
{
    UrlIsValid = 1,
    UsernameAndPasswordAreValid,
    SyncUserHasRole,
    SolutionIsInstalled,
    StepsAreEnabled,
    SyncUserAssignedToSolution,
    SyncUserMatches,
}

/// <param name="Current">The act the run is at, one of the Marketo steps of its method.</param>
/// <param name="Red">Checks that a person reported red and not yet green again.</param>
/// <param name="WaitsUntil">While the run waits for Marketo to settle: when it goes on.</param>
public sealed record MarketoView(StepKey Current, IReadOnlyList<MarketoCheck> Red, DateTimeOffset? WaitsUntil = null);
