using System.Globalization;
using AdaptiveCards;
using MarketoSetupBot.Cards.Kit;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Cards;

/// <summary>The answer to <c>set up</c>: shows what will happen; only Begin opens a run.</summary>
internal static class BeginCard
{
    public static AdaptiveCard For(CultureInfo culture)
    {
        var words = Words.For(culture);
        return new Sheet(words, Tone.Working, words.Say("Begin_Title"))
            .Say(words.Say("Begin_Text"))
            .Numbered([words.Say("How_1"), words.Say("How_2"), words.Say("How_3"), words.Say("How_4")])
            .Section(words["Begin_Need"])
            .Bullets([words.Say("Begin_Need_1"), words.Say("Begin_Need_2"), words.Say("Begin_Need_3"), words.Say("Begin_Need_4")])
            .With(Press.Primary(words, Verbs.Begin));
    }
}
