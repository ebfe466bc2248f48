using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Runs;

/// <summary>The secret where the backend may not make it: an administrator does, and what they made is seen by its key id.</summary>
public sealed partial class Run
{
    /// <summary>Entra refused the claimed secret for want of a permission: nothing was made, and an administrator is asked instead.</summary>
    public void AskSecretByHand(Guid claimed, HandActView act, DateTimeOffset now)
    {
        if (SecretId != claimed || Delivery is not (DeliveryState.HandedOut or DeliveryState.Unconfirmed))
            return;
        Issued--;
        Withdraw(DeliveryState.Waiting);
        if (!IsOpen)
            return;
        var step = Step(StepKey.Secret);
        step.HandAct = act;
        if (step.HandActSince is null)
            TellOfHandAct(StepKey.Secret, now);
        step.HandActSince ??= now;
        Set(StepKey.Secret, StepState.Waiting, new Phrase(PhraseCodes.WaitingForHandAct, ("permission", act.Permission ?? "")), now);
        DueAt = now;
    }

    /// <summary>What the app had before: anything else that appears is what was asked for.</summary>
    public void KnowKeys(IEnumerable<Guid> keys) => Step(StepKey.Secret).KnownKeys = [.. keys.Select(k => k.ToString("D"))];

    /// <param name="why">Null: there is no new one yet.</param>
    public void MissSecret(Phrase? why, DateTimeOffset now)
    {
        var step = Step(StepKey.Secret);
        if (why is null && step.Claim is { } claim)
            why = new Phrase(PhraseCodes.NotSeenYet, ("by", claim.By.Name), ("at", Instant(now)));
        if (why is not null)
            Set(StepKey.Secret, StepState.Waiting, why, now);
        DueAt = now + HandActLook;
    }

    /// <summary>Seen: the run goes on to Marketo.</summary>
    public void TakeSecretByHand(IssuedSecret secret, DateTimeOffset now)
    {
        EndHandAct(Step(StepKey.Secret));
        (SecretId, SecretExpiresAt) = (secret.Id, secret.ExpiresAt);
        Confirm(PhraseCodes.SecretByHand, "recipient", now);
    }

    /// <returns>False: there is time yet. True: nobody made it in time, and the offer expires.</returns>
    public bool StopWaitingForSecret(TimeSpan timeout, DateTimeOffset now)
    {
        var step = Step(StepKey.Secret);
        if (step.HandActSince is not { } since || now - since <= timeout)
            return false;
        EndHandAct(step);
        return ExpireWhenOverdue(now);
    }
}
