using System.Globalization;
using AdaptiveCards;
using MarketoSetupBot.Cards.Kit;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Cards;

/// <summary>Where the runs stand, newest first as given.</summary>
internal static class StatusCard
{
    private const int Shown = 5;

    public static AdaptiveCard For(IReadOnlyList<RunView> runs, CultureInfo culture, HaltView? halt = null)
    {
        var words = Words.For(culture);
        var sheet = new Sheet(words, Tone.Working, words.Say("Status_Title"));
        if (halt is not null)
            sheet.Note(Tone.Bad, HaltCard.Remark(halt, words));
        if (runs.Count == 0)
            return sheet.Say(words.Say("Status_None")).With(Press.Primary(words, Verbs.Begin));

        foreach (var run in runs.Take(Shown))
        {
            sheet.Line(
                run.State.Tone(),
                Prose.Of(run.Organisation(words)).Bold(),
                run.Place(words),
                words.Say("Status_Line", ("state", words["RunState_" + run.State]), ("by", run.Requester.Name), ("at", Kinds.Iso(run.OpenedAt))));
            if (run.IsOpen)
                sheet.Add(new AdaptiveActionSet { Spacing = AdaptiveSpacing.Small, Actions = { Press.Button(words, Verbs.Show, Press.Of(run), words["Button_Continue"]) } });
        }
        if (runs.Count > Shown)
            sheet.Hint(words.Say("Status_More", ("count", $"{runs.Count - Shown}")));
        return sheet.With(Press.Button(words, Verbs.Validate), Press.Button(words, Verbs.Begin, title: words["Begin_Title"]));
    }
}
