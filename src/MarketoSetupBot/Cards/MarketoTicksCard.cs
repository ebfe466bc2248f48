using System.Globalization;
using AdaptiveCards;
using MarketoSetupBot.Cards.Kit;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Cards;

/// <summary>Which of Marketo's seven checks are red now, asked outside of a run, so that they can be compared with what we read.</summary>
internal static class MarketoTicksCard
{
    public static AdaptiveCard For(ValidationView validation, CultureInfo culture)
    {
        var words = Words.For(culture);
        return new Sheet(words, Tone.Working, words.Say("MarketoTicks_Title"))
            .Say(words.Say("MarketoTicks_Text"))
            .RedChecks(validation.Report?.Red ?? [], words)
            .Hint(words.Say("MarketoTicks_Hint"))
            .Footer(Prose.Of(validation.OrganisationHost))
            .With(
                Press.Primary(words, Verbs.SendMarketoTicks, ValidationSummaryCard.Of(validation)),
                Press.Button(words, Verbs.ValidationShow, ValidationSummaryCard.Of(validation), words["Button_BackToSummary"]).WithoutInputs());
    }
}
