using System.Globalization;
using AdaptiveCards;
using MarketoSetupBot.Cards.Kit;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Cards;

/// <summary>What the whole team sees of a run: every step with its state, updated in place.</summary>
internal static class ProgressCard
{
    private const int NoticesShown = 3;

    private static readonly (string Name, StepKey First, StepKey Last)[] Phases =
    [
        ("Phase_Plan", StepKey.Details, StepKey.Approve),
        ("Phase_Entra", StepKey.Application, StepKey.ApplicationUser),
        ("Phase_Secret", StepKey.Secret, StepKey.Secret),
        ("Phase_Undo", StepKey.RemoveSecrets, StepKey.RemoveApplication),
        ("Phase_Repair", StepKey.TurnOffPublicClient, StepKey.Recheck),
        ("Phase_Marketo", StepKey.DisableSync, StepKey.EnableSync),
    ];

    public static AdaptiveCard For(RunView run, CultureInfo culture)
    {
        var words = Words.For(culture);
        var sheet = new Sheet(words, run.State.Tone(), Title(run, words))
            .Say(words.Say("Text_LabelAndValue", ("label", words["Label_Status"]), ("value", words["RunState_" + run.State])))
            .Band(InPhases(run, words));
        if (run.Kind is RunKind.MarketoActsOnly)
            sheet.Note(Tone.Neutral, words.Say("Progress_OnPremises"));

        foreach (var (name, first, last) in Phases)
        {
            var steps = run.Steps.Where(s => s.Key >= first && s.Key <= last && s.State is not StepState.Skipped).ToList();
            if (steps.Count == 0)
                continue;
            sheet.Section(words[name]);
            foreach (var step in steps)
                sheet.Line(step.State.Tone(), Prose.Of(run.Name(step.Key, words)), words["StepState_" + step.State], Says(step, words));
        }

        // What calls for an act was said in the thread when it was due; here it would stand on when it is done.
        foreach (var notice in run.Notices.Where(n => n.Says.Code is not (PhraseCodes.HandActNeeded or PhraseCodes.MarketoReady)).TakeLast(NoticesShown))
            sheet.Note(Tone.Warning, words.Say(notice.Says), words.Moment(notice.At));
        sheet.Footer(Prose.Of(run.Organisation(words)), Prose.Of(run.Place(words)), words.Say("Progress_By", ("by", run.Requester.Name)));
        return run.IsOpen ? sheet.With(Press.Button(words, Verbs.Show, Press.Of(run), words["Button_ToCurrentStep"])) : sheet.With();
    }

    private static Prose Title(RunView run, Words words) => words.Say(run.State switch
    {
        RunState.Completed when run.IsWork() => run.Worded("Done_Title"),
        RunState.Completed => "Closing_Title",
        RunState.Cancelled when run.IsWork() => "Work_Cancelled_Title",
        RunState.Cancelled => "Cancelled_Title",
        RunState.Expired => "Expired_Title",
        _ => run.Worded("Progress_Title"),
    });

    private static IEnumerable<(Tone, string, string)> InPhases(RunView run, Words words)
    {
        foreach (var (name, first, last) in Phases)
        {
            var states = run.Steps.Where(s => s.Key >= first && s.Key <= last && s.State is not StepState.Skipped).Select(s => s.State).ToList();
            if (states.Count == 0)
                continue;
            var state = states.Exists(s => s is StepState.Failed) ? StepState.Failed
                : states.TrueForAll(s => s is StepState.Succeeded) ? StepState.Succeeded
                : states.Exists(s => s is StepState.Waiting) ? StepState.Waiting
                : states.TrueForAll(s => s is StepState.Pending) ? StepState.Pending
                : StepState.Running;
            yield return (state.Tone(), words[name], words["StepState_" + state]);
        }
    }

    /// <summary>"Done." beside a tick says nothing new.</summary>
    private static IReadOnlyList<Prose> Says(StepView step, Words words) =>
        step.Says is { Code: not PhraseCodes.Done } says ? [words.Say(says)] : [];
}
