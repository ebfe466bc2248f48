using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Backend.Steps;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Runs;

/// <summary>The Entra part: only the engine calls what stands here, except Retry.</summary>
public sealed partial class Run
{
    /// <summary>How long replication may take before a step gives up.</summary>
    private static readonly TimeSpan ReplicationLimit = TimeSpan.FromMinutes(3);

    /// <summary>How long throttling or an outage may last before a step gives up and a person has to press Retry.</summary>
    private static readonly TimeSpan OutageLimit = TimeSpan.FromMinutes(30);

    /// <summary>An unexpected fault is tried again this often before the run fails.</summary>
    private const int FaultLimit = 3;

    /// <summary>True once the approvers' roles were read again for this start of the job.</summary>
    public bool ApproversChecked { get; private set; }

    public bool NothingChanged { get; private set; }

    /// <summary>The step the engine must run next; null when all are over.</summary>
    public RunStep? NextEntraStep => EngineSteps().FirstOrDefault(s => !s.IsOver);

    /// <summary>When the last step that wrote something ended; null if none did.</summary>
    public DateTimeOffset? LastWroteAt => Steps.Where(s => s is { Wrote: true, IsOver: true }).Max(s => s.At);

    public Refusal? Retry(DateTimeOffset now)
    {
        if (State is not RunState.Failed)
            return Refusal.Stale;
        Reference = null;
        Set(StepKey.Approve, StepState.Succeeded, new Phrase(PhraseCodes.ApprovedBy, ("by", Approvals[^1].Name)), now);
        Apply(now);
        return null;
    }

    /// <summary>The approvers still hold their roles, and before the first write the tenant is what was approved.</summary>
    public void Clear() => Cleared = ApproversChecked = true;

    public void StartStep(StepKey key, DateTimeOffset now)
    {
        var step = Step(key);
        step.StartedAt ??= now;
        Set(key, StepState.Running, step.Says, now);
    }

    public void EndStep(StepKey key, StepResult result, DateTimeOffset now, string? reference)
    {
        var step = Step(key);
        switch (result)
        {
            case StepResult.SucceededResult succeeded:
                step.Wrote |= succeeded.Wrote;
                Set(key, StepState.Succeeded, result.Says, now);
                (DueAt, Attempts) = (now, 0);
                break;
            case StepResult.SkippedResult:
                Set(key, StepState.Skipped, result.Says, now);
                (DueAt, Attempts) = (now, 0);
                break;
            case StepResult.ByHandResult byHand:
                AwaitHand(step, byHand, now, reference);
                Attempts = 0;
                return;
            case StepResult.WaitingResult waiting when waiting.RetryAt - (step.StartedAt ?? now) > Limit(waiting.Says):
                Fail(key, new Phrase(PhraseCodes.FailedTimedOut), now, reference);
                break;
            case StepResult.WaitingResult waiting:
                step.Wrote |= waiting.Wrote;
                Set(key, StepState.Waiting, result.Says, now);
                DueAt = waiting.RetryAt > now ? waiting.RetryAt : now.AddSeconds(1);
                break;
            default:
                Fail(key, result.Says, now, reference);
                break;
        }
        EndHandAct(step);
    }

    /// <summary>The tenant did not answer while it was being read: later, ever more rarely.</summary>
    public void Postpone(StepKey key, TimeSpan? retryAfter, DateTimeOffset now)
    {
        var until = now + Backoff(retryAfter);
        Set(key, StepState.Waiting, new Phrase(PhraseCodes.WaitingForOutage, ("until", until - now < Patience.Shortly ? Phrase.Soon : Instant(until))), now);
        DueAt = until;
    }

    /// <summary>A fault of ours: tried again a few times, then told.</summary>
    public void Stumble(StepKey key, DateTimeOffset now, string? reference)
    {
        if (Attempts + 1 >= FaultLimit)
            Fail(key, new Phrase(PhraseCodes.FailedUnexpected), now, reference);
        else
            DueAt = now + Backoff(null);
    }

    /// <summary>One call of a step took longer than it may: it is broken off and looks again, a few times.</summary>
    public void Overrun(StepKey key, DateTimeOffset now, string? reference)
    {
        if (Attempts + 1 >= FaultLimit)
            Fail(key, new Phrase(PhraseCodes.FailedTimedOut), now, reference);
        else
            Postpone(key, null, now);
    }

    public void Fail(StepKey key, Phrase why, DateTimeOffset now, string? reference)
    {
        State = RunState.Failed;
        Set(key, StepState.Failed, why, now);
        Step(key).StartedAt = null;
        Reference = reference;
        Attempts = 0;
        DueAt = null;
    }

    /// <summary>Every Entra step is over: the secret waits for its recipient.</summary>
    public void OfferSecret(Connection connection, TimeSpan timeout, DateTimeOffset now)
    {
        State = RunState.Delivering;
        NothingChanged = EngineSteps().All(s => !s.Wrote);
        ClientId = connection.ClientId;
        Delivery = DeliveryState.Waiting;
        ExistingExpiresAt = connection.Kept(now)?.ExpiresAt;
        AwaitCollection(timeout, now);
    }

    private void Apply(DateTimeOffset now)
    {
        State = RunState.Applying;
        // Time has passed since the roles were read, on a retry perhaps days.
        ApproversChecked = false;
        (DueAt, Attempts) = (now, 0);
    }

    private TimeSpan Backoff(TimeSpan? retryAfter)
    {
        var seconds = Math.Min(300, Math.Pow(2, Math.Min(++Attempts, 10)));
        var own = TimeSpan.FromSeconds(seconds) * Jitter.For(Id, Attempts);
        return retryAfter > own ? retryAfter.Value : own;
    }

    private static TimeSpan Limit(Phrase says)
        => says.Code is PhraseCodes.WaitingForThrottling or PhraseCodes.WaitingForOutage ? OutageLimit : ReplicationLimit;
}
