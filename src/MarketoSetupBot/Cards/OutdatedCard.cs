using System.Globalization;
using AdaptiveCards;
using MarketoSetupBot.Cards.Kit;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Cards;

/// <summary>The answer to a click on a card that the run has left behind.</summary>
internal static class OutdatedCard
{
    public static AdaptiveCard For(RunView run, CultureInfo culture)
    {
        var words = Words.For(culture);
        var sheet = new Sheet(words, Tone.Neutral, words.Say("Outdated_Title"))
            .Say(words.Say("Outdated_Text", ("state", words["RunState_" + run.State])));
        if (run is { IsOpen: true, Current: { } step })
            sheet.Say(words.Say("Outdated_Step", ("step", run.Name(step.Key, words))));
        sheet.Footer(run, words);
        return run.IsOpen ? sheet.With(Press.Primary(words, Verbs.Show, Press.Of(run), words["Button_ToCurrentStep"])) : sheet.With();
    }
}
