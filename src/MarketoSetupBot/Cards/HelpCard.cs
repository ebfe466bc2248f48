using System.Globalization;
using AdaptiveCards;
using MarketoSetupBot.Cards.Kit;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Cards;

/// <summary>Every word that we understand. Also the answer to a word that we do not.</summary>
internal static class HelpCard
{
    public static AdaptiveCard For(CultureInfo culture, bool unknownWord = false)
    {
        var words = Words.For(culture);
        var sheet = new Sheet(words, Tone.Working, words.Say("Help_Title"));
        if (unknownWord)
            sheet.Note(Tone.Warning, words.Say("Help_Unknown"));
        return sheet
            .Facts(
                ("set up", words.Say("Command_SetUp")),
                ("status", words.Say("Command_Status")),
                ("validate sync", words.Say("Command_ValidateSync")),
                ("cancel", words.Say("Command_Cancel")),
                ("help", words.Say("Command_Help")))
            .Hint(words.Say("Help_Channel"))
            .With(Press.Primary(words, Verbs.Begin), Press.Button(words, Verbs.Status), Press.Button(words, Verbs.Validate));
    }
}
