using MarketoSetupBot.Backend.Access;
using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Runs;

/// <summary>Somebody else receives the secret, or somebody else's run it is.</summary>
public sealed partial class Run
{
    /// <summary>After the approval another recipient is a decision as big as the approval.</summary>
    public Act ActToHandOver(HandOverPart part) => part is HandOverPart.Recipient && Approvals.Count > 0 && State is not RunState.Planned ? Act.HandOverSecret : Act.HandOver;

    /// <summary>Why this part of the run cannot go to anybody now.</summary>
    public Refusal? WhyNotHandOver(HandOverPart part, DateTimeOffset now) => part switch
    {
        HandOverPart.Run => IsOpen ? null : Refusal.Stale,
        HandOverPart.Recipient => (State, Delivery) switch
        {
            _ when IsWork || Details is null => Refusal.Stale,
            (RunState.Planned or RunState.Blocked, _) => Plan!.ExpiresAt!.Value > now ? null : Refusal.Stale,
            (RunState.Delivering, DeliveryState.Waiting) => DueAt > now ? null : Refusal.Stale,
            (RunState.Delivering or RunState.Guiding, DeliveryState.HandedOut or DeliveryState.Confirmed or DeliveryState.Unconfirmed) =>
                new Refusal(409, ProblemCodes.SecretHandedOut) { Values = new Dictionary<string, string> { ["recipient"] = Details.Recipient.Name } },
            _ => Refusal.Stale,
        },
        _ => new Refusal(400, ProblemCodes.BadRequest),
    };

    /// <summary>Who has that part now; only where it can be handed over.</summary>
    public PersonView HolderOf(HandOverPart part) => part is HandOverPart.Run ? Requester : Details!.Recipient;

    public bool HasApproved(string personId) => Approvals.Any(a => Same(a.ObjectId, personId));

    public Refusal? HandOver(HandOverPart part, PersonView to, PersonView by, DateTimeOffset now)
    {
        if (WhyNotHandOver(part, now) is { } refusal)
            return refusal;
        var says = part is HandOverPart.Run ? PhraseCodes.RunHandedOver : PhraseCodes.RecipientHandedOver;
        Tell(new Phrase(says, ("by", by.Name), ("from", HolderOf(part).Name), ("to", to.Name), ("toId", to.ObjectId)), now);
        if (part is HandOverPart.Run)
            GiveTo(to, now);
        else if (State is RunState.Delivering)
            (Details, RecipientId) = (Details! with { Recipient = to }, to.ObjectId);
        else
            PlanAnew(Details! with { Recipient = to }, by, now);
        return null;
    }

    /// <summary>Whoever asked stays on the asking side: nobody approves their own plan by giving it away first.</summary>
    private void GiveTo(PersonView to, DateTimeOffset now)
    {
        if (!EditorIds.Any(e => Same(e, RequesterId)))
            EditorIds = [.. EditorIds, RequesterId];
        (Requester, RequesterId) = (to, to.ObjectId);
        if (State is not RunState.Planned)
            return;
        Approvals = [];
        Set(StepKey.Approve, StepState.Waiting, null, now);
    }
}
