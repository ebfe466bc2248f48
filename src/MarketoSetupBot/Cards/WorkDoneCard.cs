using System.Globalization;
using AdaptiveCards;
using MarketoSetupBot.Cards.Kit;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;
using Newtonsoft.Json.Linq;

namespace MarketoSetupBot.Cards;

/// <summary>The end of an undo or a repair: what was done, what stays and why, what the check says now.</summary>
internal static class WorkDoneCard
{
    public static AdaptiveCard For(RunView run, CultureInfo culture)
    {
        var words = Words.For(culture);
        var sheet = new Sheet(words, run.Kind is RunKind.Repair && run.Notices.Count == 0 && !run.NothingChanged ? Tone.Warning : Tone.Good, words.Say(run.Worded("Done_Title")))
            .Say(words.Say(run.Worded(run.NothingChanged ? "Done_Nothing" : "Done_Text")));
        foreach (var step in run.Steps.Where(s => s.Key.IsInEntra() && !IsEmpty(s)))
            sheet.Line(step.State.Tone(), Prose.Of(run.Name(step.Key, words)), words["StepState_" + step.State], step.Says is { Code: not PhraseCodes.Done } says ? [words.Say(says)] : []);
        // Nothing was approved where nothing was to do; what stays, and why, stands in the plan.
        foreach (var item in (run.NothingChanged ? run.Plan?.Items : null) ?? [])
            sheet.Line(Tone.Good, words.Say(item.Says), words["Plan_" + item.Effect]);
        sheet.Facts(
            [
                .. run.Facts(words),
                (words["Label_Requester"], Prose.Of(run.Requester.Name)),
                (words["Label_Approver"], Prose.Of(run.Approver?.Name ?? "")),
            ])
            .Footer(Prose.Of(run.Organisation(words)), words.Moment(run.ChangedAt));
        return run is { Kind: RunKind.Repair, ConnectionId: { } connection }
            ? sheet.With(Press.Button(words, Verbs.Validate, new JObject { [ActionData.Connection] = connection.ToString("D") }, words["Button_ValidateAgain"]))
            : sheet.With();
    }

    private static bool IsEmpty(StepView step) => step is { State: StepState.Skipped, Says: null or { Code: PhraseCodes.NothingToChange } };
}
