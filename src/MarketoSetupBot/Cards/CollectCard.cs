using System.Globalization;
using AdaptiveCards;
using MarketoSetupBot.Cards.Kit;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Cards;

/// <summary>The secret waits for its recipient. Nothing was created yet.</summary>
internal static class CollectCard
{
    public static AdaptiveCard For(RunView run, CultureInfo culture)
    {
        var words = Words.For(culture);
        var delivery = run.Delivery ?? throw new ArgumentException("A collect card shows a delivery.", nameof(run));
        var sheet = new Sheet(words, Tone.Waiting, words.Say("Collect_Title"))
            .Say(words.Say("Collect_Text", ("recipient", delivery.Recipient.Name)))
            .Copyable(words["Label_ClientId"], delivery.ClientId, words.Say("Collect_ClientIdHint"));
        if ((run.Plan?.SecretLifetimeDays ?? run.Details?.SecretLifetimeDays) is { } days)
            sheet.Facts((words["Label_Lifetime"], words.Days(days)));
        if (run.Current is { Key: StepKey.Secret, Says: { } says } && says.Code is not PhraseCodes.SecretWaiting)
            sheet.Note(Tone.Warning, words.Say(says));
        List<AdaptiveAction> buttons = [Press.Primary(words, Verbs.Collect, Press.Of(run))];
        if (delivery.ExistingExpiresAt is { } existing)
        {
            sheet.Note(Tone.Good, words.Say("Collect_Keep", ("expires", Kinds.Iso(existing))));
            buttons.Add(Press.Button(words, Verbs.KeepSecret, Press.Of(run)));
        }
        buttons.Add(Press.Button(words, Verbs.AskCancel, Press.Of(run)));
        buttons.Add(HandOverCard.Button(run, words));
        return sheet.Hint(words.Say("Collect_Others")).Footer(run, words).With(buttons);
    }
}
