using System.Globalization;
using AdaptiveCards;
using MarketoSetupBot.Cards.Kit;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Cards;

/// <summary>Everything about the secret but the secret.</summary>
internal static class ReceiptCard
{
    public static AdaptiveCard For(RunView run, CultureInfo culture)
    {
        var words = Words.For(culture);
        var delivery = run.Delivery ?? throw new ArgumentException("A receipt shows a delivery.", nameof(run));
        var byHand = delivery is { State: DeliveryState.Confirmed, ByHand: true };
        var wasKept = !byHand && delivery is { State: DeliveryState.Confirmed, Issued: 0 };
        var recipient = ("recipient", delivery.Recipient.Name);
        var name = "Receipt_" + delivery.State;
        var sheet = new Sheet(words, Look(delivery.State), words.Say(name + "_Title", recipient))
            .Say(words.Say(byHand ? "Receipt_ByHand_Text" : wasKept ? "Receipt_Kept_Text" : name + "_Text", recipient))
            .Facts(
                (words["Label_Recipient"], Prose.Of(delivery.Recipient.Name)),
                (words["Label_HandedOut"], delivery.HandedOutAt is { } at ? words.Moment(at) : default),
                (words["Label_Expires"], (delivery.SecretExpiresAt ?? (wasKept ? delivery.ExistingExpiresAt : null)) is { } expires ? words.Date(expires) : default))
            .Copyable(words["Label_ClientId"], delivery.ClientId);

        List<AdaptiveAction> buttons = [];
        if (delivery.State is not DeliveryState.Waiting && !wasKept)
        {
            sheet.Hint(words.Say("Receipt_NoValue"));
            if (delivery.State is not DeliveryState.Revoked)
                sheet.Hint(words.Say(byHand ? "Receipt_ByHand_IssueAgain" : "Receipt_IssueAgain"));
            if (delivery.State is DeliveryState.Unconfirmed && run.IsOpen)
                buttons.Add(Press.Primary(words, Verbs.Copied, Press.Of(run)));
            if (run.IsOpen)
                buttons.Add(Press.Button(words, Verbs.IssueAgain, Press.Of(run)));
            if (delivery.State is not DeliveryState.Revoked && !byHand)
                buttons.Add(Press.Destructive(words, Verbs.Revoke, Press.Of(run)));
        }
        return sheet.Footer(run, words).With(buttons);
    }

    private static Tone Look(DeliveryState state) => state switch
    {
        DeliveryState.Confirmed => Tone.Good,
        DeliveryState.Unconfirmed => Tone.Warning,
        DeliveryState.Revoked => Tone.Bad,
        DeliveryState.HandedOut => Tone.Working,
        _ => Tone.Waiting,
    };
}
