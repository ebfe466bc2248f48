using System.Globalization;
using AdaptiveCards;
using MarketoSetupBot.Cards.Kit;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Cards;

/// <summary>The setups whose traces in Entra could be taken back, latest first as given.</summary>
internal static class UndoListCard
{
    private const int Shown = 5;

    public static AdaptiveCard For(IReadOnlyList<RunView> runs, CultureInfo culture)
    {
        var words = Words.For(culture);
        var wrote = runs.Where(r => r.Wrote).ToList();
        var sheet = new Sheet(words, Tone.Working, words.Say("UndoList_Title"));
        if (wrote.Count == 0)
            return sheet.Say(words.Say("UndoList_None")).With(Press.Button(words, Verbs.Status));

        sheet.Say(words.Say("UndoList_Text"));
        foreach (var run in wrote.Take(Shown))
        {
            sheet.Line(
                    run.State.Tone(),
                    Prose.Of(run.Organisation(words)).Bold(),
                    words["RunState_" + run.State],
                    words.Say("Status_Line", ("state", words["RunState_" + run.State]), ("by", run.Requester.Name), ("at", Kinds.Iso(run.OpenedAt))))
                .Add(new AdaptiveActionSet
                {
                    Spacing = AdaptiveSpacing.Small,
                    Actions = { Press.Button(words, run.IsOpen ? Verbs.AskCancel : Verbs.Undo, Press.Of(run), run.IsOpen ? words["Button_CancelAndUndo"] : null) },
                });
        }
        if (wrote.Count > Shown)
            sheet.Hint(words.Say("Status_More", ("count", $"{wrote.Count - Shown}")));
        return sheet.With();
    }
}
