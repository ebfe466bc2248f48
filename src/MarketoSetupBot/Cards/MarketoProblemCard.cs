using System.Globalization;
using AdaptiveCards;
using MarketoSetupBot.Cards.Kit;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Cards;

/// <summary>Which of Marketo's seven checks is red?</summary>
internal static class MarketoProblemCard
{
    public static AdaptiveCard For(RunView run, CultureInfo culture)
    {
        var words = Words.For(culture);
        return new Sheet(words, Tone.Working, words.Say("MarketoProblem_Title"))
            .Say(words.Say("MarketoProblem_Text"))
            .RedChecks(run.Marketo?.Red ?? [], words)
            .Hint(words.Say("MarketoProblem_Hint"))
            .Footer(run, words)
            .With(
                Press.Primary(words, Verbs.MarketoReport, Press.Of(run)),
                Press.Button(words, Verbs.Show, Press.Of(run), words["Button_BackToStep"]).WithoutInputs());
    }
}
