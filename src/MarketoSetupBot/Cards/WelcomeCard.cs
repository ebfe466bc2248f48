using System.Globalization;
using AdaptiveCards;
using MarketoSetupBot.Cards.Kit;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Cards;

/// <summary>The first thing anybody reads from us.</summary>
internal static class WelcomeCard
{
    public static AdaptiveCard For(CultureInfo culture)
    {
        var words = Words.For(culture);
        return new Sheet(words, Tone.Working, words.Say("Welcome_Title"))
            .Say(words.Say("Welcome_Text"))
            .Numbered([words.Say("How_1"), words.Say("How_2"), words.Say("How_3"), words.Say("How_4")])
            .Hint(words.Say("Welcome_Hint"))
            .With(Press.Primary(words, Verbs.Begin), Press.Button(words, Verbs.Help));
    }
}
