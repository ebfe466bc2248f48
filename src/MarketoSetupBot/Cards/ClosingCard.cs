using System.Globalization;
using AdaptiveCards;
using MarketoSetupBot.Cards.Kit;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Cards;

/// <summary>The end of a setup that went well.</summary>
internal static class ClosingCard
{
    public static AdaptiveCard For(RunView run, CultureInfo culture)
    {
        var words = Words.For(culture);
        var expires = run.Delivery?.SecretExpiresAt ?? run.Delivery?.ExistingExpiresAt;
        var sheet = new Sheet(words, Tone.Good, words.Say("Closing_Title"))
            .Say(words.Say("Closing_Text"));
        if (run.NothingChanged)
            sheet.Say(words.Say("Closing_NothingChanged"));
        sheet.Facts(
            [
                .. Facts(run, words),
                (words["Label_ClientId"], Prose.Of(run.Delivery?.ClientId ?? "")),
                (words["Label_Requester"], Prose.Of(run.Requester.Name)),
                (words["Label_Approver"], Prose.Of(run.Approver?.Name ?? "")),
                (words["Label_Expires"], expires is { } at ? words.Date(at) : default),
            ]);
        if (expires is { } end)
            sheet.Note(Tone.Neutral, words.Say("Closing_Expiry", ("expires", Kinds.Iso(end))));
        sheet.Hint(words.Say(run.Kind is RunKind.MarketoActsOnly ? "Closing_Next_OnPremises" : "Closing_Next")).Footer(Prose.Of(run.Organisation(words)), words.Moment(run.ChangedAt));

        List<AdaptiveAction> buttons = [Press.Button(words, Verbs.Status)];
        if (run.ConnectionId is { } connection && run.Kind is RunKind.Setup)
            buttons.Insert(0, Press.Primary(words, Verbs.Validate, Press.Of(run).And(ActionData.Connection, connection.ToString("D"))));
        if (run.Wrote)
            buttons.Add(Press.Secondary(words, Verbs.Undo, Press.Of(run)));
        return sheet.With(buttons);
    }

    /// <summary>On premises nothing was registered and nobody received anything.</summary>
    private static IReadOnlyList<(string, Prose)> Facts(RunView run, Words words) => run.Details switch
    {
        null => [],
        var details when run.Kind is RunKind.MarketoActsOnly =>
        [
            (words["Label_Organisation"], Prose.Of(details.OrganisationHost)),
            (words["Label_SyncUser"], Prose.Of(details.SyncUser)),
        ],
        var details => details.Facts(words),
    };
}
