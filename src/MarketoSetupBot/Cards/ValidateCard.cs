using System.Globalization;
using AdaptiveCards;
using MarketoSetupBot.Cards.Kit;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Cards;

/// <summary>The answer to a typed <c>validate sync</c> by somebody who has not signed in: only a button can ask for that.</summary>
internal static class ValidateCard
{
    public static AdaptiveCard For(CultureInfo culture)
    {
        var words = Words.For(culture);
        return new Sheet(words, Tone.Neutral, words.Say("SignIn_Title"))
            .Say(words.Say("SignIn_Text"))
            .With(Press.Primary(words, Verbs.Validate));
    }
}
