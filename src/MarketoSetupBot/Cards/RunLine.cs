using AdaptiveCards;
using MarketoSetupBot.Cards.Kit;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Cards;

/// <summary>One run among others: which, where it stands, and the way back to it while it is open.</summary>
internal static class RunLine
{
    public static Sheet Run(this Sheet sheet, RunView run, Words words, params IReadOnlyList<Prose> more)
    {
        sheet.Line(
            run.State.Tone(),
            Prose.Of(run.Organisation(words)).Bold(),
            run.Place(words),
            [words.Say("Status_Line", ("state", words["RunState_" + run.State]), ("by", run.Requester.Name), ("at", Kinds.Iso(run.OpenedAt))), .. more]);
        if (!run.IsOpen)
            return sheet;
        return sheet.Add(new AdaptiveActionSet { Spacing = AdaptiveSpacing.Small, Actions = { Press.Button(words, Verbs.Show, Press.Of(run), words["Button_Continue"]) } });
    }
}
