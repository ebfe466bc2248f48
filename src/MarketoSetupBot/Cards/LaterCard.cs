using System.Globalization;
using AdaptiveCards;
using MarketoSetupBot.Cards.Kit;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Cards;

/// <summary>The person takes a break.</summary>
internal static class LaterCard
{
    public static AdaptiveCard For(RunView run, CultureInfo culture)
    {
        var words = Words.For(culture);
        var step = run.Marketo?.Current ?? run.Current?.Key ?? StepKey.DisableSync;
        var sheet = new Sheet(words, Tone.Neutral, words.Say("Later_Title"))
            .Say(words.Say("Later_Text", ("step", run.Name(step, words))));
        if (step is not StepKey.DisableSync)
            sheet.Note(Tone.Warning, words.Say("Later_SyncOff"));
        return sheet.Footer(run, words).With(Press.Primary(words, Verbs.Show, Press.Of(run), words["Button_Continue"]));
    }
}
