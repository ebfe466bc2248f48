using System.Globalization;
using AdaptiveCards;
using MarketoSetupBot.Cards.Kit;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Cards;

/// <summary>Cancelling ends a run for everybody, so it is asked for twice.</summary>
internal static class AskCancelCard
{
    public static AdaptiveCard For(RunView run, CultureInfo culture)
    {
        var words = Words.For(culture);
        if (run.IsWork())
            return Work(run, words);
        var sheet = new Sheet(words, Tone.Warning, words.Say("AskCancel_Title"))
            .Say(words.Say("AskCancel_Text"));
        if (run.Wrote)
            sheet.Say(words.Say("AskCancel_Wrote"));
        if (run.State is RunState.Guiding)
            sheet.Note(Tone.Warning, words.Say("AskCancel_SyncOff"));
        return sheet.Footer(run, words).With(
            [
                .. run.Wrote ? [Press.Button(words, Verbs.Undo, Press.Of(run), words["Button_CancelAndUndo"])] : Array.Empty<AdaptiveAction>(),
                Press.Destructive(words, Verbs.Cancel, Press.Of(run), run.Wrote ? words["Button_CancelAndKeep"] : null),
                Press.Button(words, Verbs.Show, Press.Of(run), words["Button_GoOn"]),
            ]);
    }

    private static AdaptiveCard Work(RunView run, Words words) =>
        new Sheet(words, Tone.Warning, words.Say("AskCancel_Work_Title"))
            .Say(words.Say("AskCancel_Work_Text"))
            .Footer(run, words)
            .With(
                Press.Destructive(words, Verbs.Cancel, Press.Of(run), words["Button_StopWork"]),
                Press.Button(words, Verbs.Show, Press.Of(run), words["Button_GoOn"]));
}
