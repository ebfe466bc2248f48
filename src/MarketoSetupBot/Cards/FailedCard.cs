using System.Globalization;
using AdaptiveCards;
using MarketoSetupBot.Cards.Kit;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Cards;

/// <summary>A step gave up: what happened, what to do, the reference to quote.</summary>
internal static class FailedCard
{
    public static AdaptiveCard For(RunView run, CultureInfo culture)
    {
        var words = Words.For(culture);
        var failed = run.Steps.FirstOrDefault(s => s.State is StepState.Failed) ?? run.Current;
        var says = failed?.Says ?? new Phrase(PhraseCodes.FailedUnexpected);
        return new Sheet(words, Tone.Bad, words.Say("Failed_Title"))
            .Say(words.Say("Failed_Text", ("step", failed is null ? "" : run.Name(failed.Key, words))))
            .Note(Tone.Bad, words.Say(says))
            .Facts((words["Label_Reference"], Prose.Of(run.Reference ?? "")))
            .Footer(run, words)
            .With(Press.Primary(words, Verbs.Retry, Press.Of(run)), Press.Button(words, Verbs.AskCancel, Press.Of(run)));
    }
}
