using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Runs;

/// <summary>The secret: offered, handed out once, confirmed or not. The value never comes near this class.</summary>
public sealed partial class Run
{
    /// <summary>How long the recipient has to copy the value.</summary>
    public static readonly TimeSpan ShowTime = TimeSpan.FromMinutes(2);

    /// <summary>Teams repeats invokes, also under new ids: a recipient's second click in this time is told so kindly.</summary>
    internal static readonly TimeSpan RepeatTime = TimeSpan.FromMinutes(1);

    /// <summary>Secrets after which another one takes an approver: the first and two more.</summary>
    private const int FreeIssues = 3;

    public string? RecipientId { get; private set; }
    public string? ClientId { get; private set; }
    public DeliveryState? Delivery { get; private set; }

    /// <summary>The claimed or handed-out secret.</summary>
    public Guid? SecretId { get; private set; }

    public DateTimeOffset? HandedOutAt { get; private set; }
    public DateTimeOffset? ShowUntil { get; private set; }
    public DateTimeOffset? SecretExpiresAt { get; private set; }
    public DateTimeOffset? ExistingExpiresAt { get; private set; }
    public int Issued { get; private set; }

    /// <summary>The next Issue again is a new approval.</summary>
    public bool NextIssueTakesApproval => Issued >= FreeIssues;

    /// <summary>Why the recipient cannot collect now; null when the claim may be tried.</summary>
    public Refusal? WhyNotCollect(DateTimeOffset now) => (State, Delivery) switch
    {
        (RunState.Delivering, DeliveryState.Waiting) when DueAt > now => null,
        (_, DeliveryState.HandedOut) when now - HandedOutAt < RepeatTime => Refusal.JustCollected,
        (_, DeliveryState.HandedOut or DeliveryState.Confirmed or DeliveryState.Unconfirmed) => new Refusal(409, ProblemCodes.AlreadyCollected),
        _ => Refusal.Stale,
    };

    /// <summary>Somebody who is not the recipient pressed Collect: the thread is told, but not once per click.</summary>
    public bool TellOfForeignAttempt(PersonView by, DateTimeOffset now)
    {
        var says = new Phrase(PhraseCodes.CollectRefusedFor, ("by", by.Name));
        var told = Notices.Any(n => n.Says.Code == says.Code && n.Says.Values!["by"] == by.Name && now - n.At < RepeatTime);
        if (!told)
            Tell(says, now);
        return !told;
    }

    /// <summary>The claimed secret exists and its key id is recorded; only now may the value leave.</summary>
    public Refusal? HandOut(IssuedSecret secret, DateTimeOffset now)
    {
        // A run that was cancelled meanwhile gives it to nobody.
        if (State is not RunState.Delivering || Delivery is not DeliveryState.HandedOut || SecretId != secret.Id)
            return Refusal.Stale;
        // The permission was given after all: nobody has to make one by hand.
        EndHandAct(Step(StepKey.Secret));
        HandedOutAt = now;
        SecretExpiresAt = secret.ExpiresAt;
        ShowUntil = now + ShowTime;
        DueAt = ShowUntil;
        return null;
    }

    /// <summary>Nothing was handed out after all: the offer is open again, and says why.</summary>
    public void TakeBack(Guid secretId, Phrase why, TimeSpan timeout, DateTimeOffset now)
    {
        if (SecretId != secretId || Delivery is not (DeliveryState.HandedOut or DeliveryState.Unconfirmed))
            return;
        Issued--;
        Withdraw(DeliveryState.Waiting);
        if (IsOpen)
            AwaitCollection(timeout, now, why);
    }

    /// <summary>"I have copied it."</summary>
    public Refusal? ConfirmCopied(Connection connection, DateTimeOffset now)
    {
        var secret = connection.Secrets.Find(s => s.Id == SecretId);
        if (State is not RunState.Delivering || Delivery is not (DeliveryState.HandedOut or DeliveryState.Unconfirmed) || secret?.KeyId is null)
            return Refusal.Stale;
        secret.Fate = SecretFate.Confirmed;
        Confirm(PhraseCodes.SecretCollected, "recipient", now);
        return null;
    }

    /// <summary>The recipient keeps the secret of an earlier run; nothing is created.</summary>
    public Refusal? KeepSecret(Connection connection, DateTimeOffset now)
    {
        if (State is not RunState.Delivering || Delivery is not DeliveryState.Waiting || connection.Kept(now) is not { } kept)
            return Refusal.Stale;
        SecretId = kept.Id;
        SecretExpiresAt = kept.ExpiresAt;
        Confirm(PhraseCodes.SecretKept, "by", now);
        return null;
    }

    /// <summary>Two minutes passed without a word.</summary>
    public bool EndShowTime(Connection connection, TimeSpan timeout, DateTimeOffset now)
    {
        if (Delivery is not DeliveryState.HandedOut || (ShowUntil ?? HandedOutAt + ShowTime) > now)
            return false;
        Delivery = DeliveryState.Unconfirmed;
        if (connection.Secrets.Find(s => s.Id == SecretId) is { Fate: SecretFate.HandedOut } secret)
            secret.Fate = SecretFate.Unconfirmed;
        if (IsOpen)
            Set(StepKey.Secret, StepState.Waiting, SecretPhrase(PhraseCodes.SecretUnconfirmed, "recipient"), now);
        DueAt = IsOpen ? now + timeout : null;
        return true;
    }

    /// <summary>Whether there is something that Issue again could replace.</summary>
    public Refusal? WhyNotIssueAgain()
        => State is RunState.Delivering or RunState.Guiding && Delivery is not (null or DeliveryState.Waiting) ? null : Refusal.Stale;

    /// <summary>The old key id is gone: Collect is open again.</summary>
    public Refusal? IssueAgain(TimeSpan timeout, DateTimeOffset now)
    {
        if (WhyNotIssueAgain() is { } refusal)
            return refusal;
        Withdraw(DeliveryState.Waiting);
        BackToDelivery();
        AwaitCollection(timeout, now);
        return null;
    }

    public Refusal? WhyNotRevoke()
        => Delivery is null or DeliveryState.Revoked || State is RunState.Draft ? Refusal.Stale : null;

    /// <summary>The secret, or the offer of one, is withdrawn.</summary>
    public Refusal? Revoke(PersonView by, TimeSpan timeout, DateTimeOffset now)
    {
        if (WhyNotRevoke() is { } refusal)
            return refusal;
        Withdraw(DeliveryState.Revoked);
        var says = new Phrase(PhraseCodes.SecretRevoked, ("by", by.Name));
        Tell(says, now);
        if (State is RunState.Guiding)
            BackToDelivery();
        if (State is RunState.Delivering)
        {
            Set(StepKey.Secret, StepState.Waiting, says, now);
            DueAt = now + timeout;
        }
        return null;
    }

    private void AwaitCollection(TimeSpan timeout, DateTimeOffset now, Phrase? says = null)
    {
        Set(StepKey.Secret, StepState.Waiting, says ?? new Phrase(PhraseCodes.SecretWaiting, ("recipient", Details!.Recipient.Name)), now);
        DueAt = now + timeout;
    }

    private void Withdraw(DeliveryState to)
    {
        Delivery = to;
        SecretId = null;
        HandedOutAt = ShowUntil = SecretExpiresAt = null;
    }

    private void Confirm(string says, string person, DateTimeOffset now)
    {
        Delivery = DeliveryState.Confirmed;
        Set(StepKey.Secret, StepState.Succeeded, SecretPhrase(says, person), now);
        Guide(MarketoAct ?? StepKey.DisableSync, now);
    }

    private Phrase SecretPhrase(string code, string person)
        => new(code, (person, Details!.Recipient.Name), ("expires", SecretExpiresAt is { } at ? Instant(at) : ""));
}
