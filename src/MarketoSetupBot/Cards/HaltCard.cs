using System.Globalization;
using AdaptiveCards;
using MarketoSetupBot.Cards.Kit;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Cards;

/// <summary>Whether anything may be written to the tenant, and the button that changes it.</summary>
internal static class HaltCard
{
    public const string Reason = "reason";

    public static AdaptiveCard For(HaltView? halt, CultureInfo culture)
    {
        var words = Words.For(culture);
        return halt is null ? Open(words) : Stopped(halt, words);
    }

    /// <summary>In cards about other things.</summary>
    public static Prose Remark(HaltView halt, Words words) =>
        words.Say("Halt_Remark", ("by", halt.By.Name), ("since", Kinds.Iso(halt.At)));

    private static AdaptiveCard Open(Words words) => new Sheet(words, Tone.Neutral, words.Say("Halt_OpenTitle"))
        .Say(words.Say("Halt_OpenText"))
        .Hint(words.Say("Halt_Who"))
        .Add(new AdaptiveTextInput { Id = Reason, Label = words["Halt_Reason"], IsMultiline = true, MaxLength = 500 })
        .With(Press.Destructive(words, Verbs.Halt));

    private static AdaptiveCard Stopped(HaltView halt, Words words) => new Sheet(words, Tone.Bad, words.Say("Halt_StoppedTitle"))
        .Say(words.Say("Halt_StoppedText"))
        .Facts(
            (words["Halt_By"], Prose.Of(halt.By.Name)),
            (words["Halt_Since"], words.Moment(halt.At)),
            (words["Halt_Reason"], Prose.Of(halt.Reason ?? "")))
        .Hint(words.Say("Halt_WhoLifts"))
        .With(Press.Primary(words, Verbs.Lift));
}
