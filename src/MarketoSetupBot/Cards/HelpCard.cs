using System.Globalization;
using AdaptiveCards;
using MarketoSetupBot.Cards.Kit;
using MarketoSetupBot.Commands;
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
            .Facts([.. Enum.GetValues<Command>().Where(c => c is not Command.Unknown)
                .Select(c => (words["Word_" + c], words.Say("Command_" + c)))])
            .Hint(words.Say("Help_Channel"))
            .With(Press.Primary(words, Verbs.Begin), Press.Button(words, Verbs.Status), Press.Button(words, Verbs.Validate));
    }
}
