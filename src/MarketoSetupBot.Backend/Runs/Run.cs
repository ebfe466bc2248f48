using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Runs;

/// <summary>
/// One setup from the first word to the last act. Everything it can do is a method in one of the partial files beside this one; each either
/// refuses with a problem and changes nothing, or changes the run and says when the engine must look at it next (<see cref="DueAt"/>).
/// </summary>
public sealed partial class Run : ISealed
{
    public required Guid Id { get; init; }

    /// <summary>Grows by one with every commit; also the concurrency token.</summary>
    public long Version { get; set; }

    public RunKind Kind { get; private set; }
    public RunState State { get; private set; }
    public required PersonView Requester { get; set; }
    public required string RequesterId { get; set; }
    public required DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>When the engine must look at this run; null when only a person can move it.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>Failed looks in a row, for the exponential backoff.</summary>
    public int Attempts { get; private set; }

    /// <summary><c>traceparent</c> of the act that set the engine to work: its steps belong to the same trace.</summary>
    public string? TraceParent { get; set; }

    public Guid? ConnectionId { get; private set; }

    /// <summary>Equal to <see cref="ConnectionId"/> while the run is open, else null. Unique: one open run per connection.</summary>
    public Guid? OpenConnectionId { get; private set; }

    public DetailsView? Details { get; private set; }
    public PlanView? Plan { get; private set; }

    /// <summary>Everybody who sent the details: they count as requester.</summary>
    public IReadOnlyList<string> EditorIds { get; private set; } = [];

    public IReadOnlyList<PersonView> Approvals { get; private set; } = [];
    public PersonView? EndedBy { get; private set; }
    public string? Reference { get; private set; }
    public List<RunStep> Steps { get; } = [];
    public List<RunNotice> Notices { get; } = [];

    /// <summary>Over what the run is for and who decided on it; see <see cref="RunSeal"/>.</summary>
    public string? Seal { get; private set; }

    /// <summary>The version whose change has a line in the audit; 0 for a run from before lines named versions.</summary>
    public long RecordedVersion { get; private set; }

    /// <summary>Call when <see cref="Version"/> is what the change will have.</summary>
    public void RecordIn(AuditEntry line)
    {
        RecordedVersion = Version;
        line.Records(Version);
    }

    string? ISealed.Seal
    {
        get => Seal;
        set => Seal = value;
    }

    public bool IsOpen => State is not (RunState.Completed or RunState.Cancelled or RunState.Expired);

    public static Run Open(PersonView requester, DateTimeOffset now, TimeSpan timeout)
    {
        var id = Guid.CreateVersion7(now);
        var run = new Run { Id = id, Requester = requester, RequesterId = requester.ObjectId, OpenedAt = now, ChangedAt = now, DueAt = now + timeout };
        run.Take(SetupSteps);
        run.Set(StepKey.Details, StepState.Running, null, now);
        return run;
    }

    public RunStep Step(StepKey key) => Steps.First(s => s.Key == key);

    /// <summary>Requester, editors and the recipient: whoever approves must be somebody else.</summary>
    public bool IsOnTheAskingSide(string personId)
        => Same(RequesterId, personId) || EditorIds.Any(e => Same(e, personId)) || Same(RecipientId, personId);

    private static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    public Refusal? Cancel(PersonView by, DateTimeOffset now)
    {
        if (!IsOpen)
            return Refusal.Stale;
        EndedBy = by;
        End(RunState.Cancelled, now);
        return null;
    }

    /// <summary>There is nothing to wait for.</summary>
    public void Rest() => DueAt = null;

    private void End(RunState how, DateTimeOffset now)
    {
        State = how;
        OpenConnectionId = null;
        // What was handed out still needs its timer: the receipt must replace the value even when the run was cancelled.
        DueAt = Delivery is DeliveryState.HandedOut ? ShowUntil ?? now : null;
    }

    private void Set(StepKey key, StepState state, Phrase? says, DateTimeOffset now)
    {
        var step = Step(key);
        step.State = state;
        step.Says = says;
        step.At = now;
    }

    private void Tell(Phrase says, DateTimeOffset now)
        => Notices.Add(new RunNotice { RunId = Id, Number = Notices.Count + 1, Says = says, At = now });

    /// <returns>False: the thread has heard it.</returns>
    public bool TellOnce(Phrase says, DateTimeOffset now)
    {
        if (Notices.Exists(n => n.Says.Code == says.Code))
            return false;
        Tell(says, now);
        return true;
    }

    internal static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
