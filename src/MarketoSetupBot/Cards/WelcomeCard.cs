using System.Globalization;
using AdaptiveCards;
using MarketoSetupBot.Cards.Kit;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Cards;

/// <summary>The first thing anybody reads from us.</summary>
internal static class WelcomeCard
{
    /// <param name="amongOthers">In a channel or group chat Teams gives us only what mentions us.</param>
    public static AdaptiveCard For(CultureInfo culture, bool amongOthers = false)
    {
        var words = Words.For(culture);
        return new Sheet(words, Tone.Working, words.Say("Welcome_Title"))
            .Say(words.Say("Welcome_Text"))
            .Numbered([words.Say("How_1"), words.Say("How_2"), words.Say("How_3"), words.Say("How_4")])
            .Hint(words.Say(amongOthers ? "Welcome_HintAmongOthers" : "Welcome_Hint"))
            .With(Press.Primary(words, Verbs.Begin), Press.Button(words, Verbs.Help));
    }
}
