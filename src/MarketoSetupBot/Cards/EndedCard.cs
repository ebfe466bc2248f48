using System.Globalization;
using AdaptiveCards;
using MarketoSetupBot.Cards.Kit;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Cards;

/// <summary>The run was cancelled, or nobody went on with it.</summary>
internal static class EndedCard
{
    public static AdaptiveCard For(RunView run, CultureInfo culture)
    {
        var words = Words.For(culture);
        var isCancelled = run.State is RunState.Cancelled;
        var sheet = new Sheet(words, Tone.Neutral, words.Say(!isCancelled ? "Expired_Title" : run.IsWork() ? "Work_Cancelled_Title" : "Cancelled_Title"))
            .Say((isCancelled, run.EndedBy) switch
            {
                (false, _) => words.Say("Expired_Text"),
                (true, null) => words.Say("Cancelled_TextNobody"),
                (true, { } by) => words.Say("Cancelled_Text", ("by", by.Name)),
            })
            .Say(words.Say(!WroteToEntra(run) ? "Ended_Nothing" : run.IsWork() ? "Work_Ended_Kept" : "Ended_Kept"));
        if (run.Steps.Any(s => s is { Key: StepKey.DisableSync, State: StepState.Succeeded }))
            sheet.Note(Tone.Warning, words.Say("AskCancel_SyncOff"));
        return sheet.Footer(Prose.Of(run.Organisation(words)), words.Moment(run.ChangedAt))
            .With(
                [
                    .. run.IsWork() ? Array.Empty<AdaptiveAction>() : [Press.Button(words, Verbs.Begin, title: words["Button_SetUpAgain"])],
                    .. run.Wrote ? [Press.Secondary(words, Verbs.Undo, Press.Of(run))] : Array.Empty<AdaptiveAction>(),
                ]);
    }

    /// <summary>"Nothing was changed" is said only where no step of the Entra part has begun.</summary>
    private static bool WroteToEntra(RunView run) =>
        run.Steps.Any(s => (s.Key.IsInEntra() || s.Key is StepKey.Secret) && s.State is StepState.Succeeded or StepState.Failed or StepState.Running);
}
