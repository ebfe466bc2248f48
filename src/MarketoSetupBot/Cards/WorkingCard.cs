using System.Globalization;
using AdaptiveCards;
using MarketoSetupBot.Cards.Kit;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Cards;

/// <summary>While the backend plans or applies: what happens now and what comes.</summary>
internal static class WorkingCard
{
    public static AdaptiveCard For(RunView run, CultureInfo culture)
    {
        var words = Words.For(culture);
        var name = run.State is RunState.Planning ? "Planning" : "Applying";
        var sheet = new Sheet(words, Tone.Working, words.Say(run.Worded(name + "_Title"))).Say(words.Say(name + "_Text"));
        if (run.State is not RunState.Planning)
        {
            // Whoever pressed at the same moment reads here who was faster.
            if (run.Steps.FirstOrDefault(s => s.Key is StepKey.Approve)?.Says is { } approved)
                sheet.Hint(words.Say(approved));
            foreach (var step in run.Steps.Where(s => s.Key.IsInEntra() && s.State is not StepState.Skipped))
                sheet.Line(step.State.Tone(), Prose.Of(run.Name(step.Key, words)), words["StepState_" + step.State], step.Says is { Code: not PhraseCodes.Done } says ? [words.Say(says)] : []);
        }
        return sheet
            .Say(words.Say(run.Worded(name + "_Next"), ("recipient", run.Details?.Recipient.Name ?? run.Requester.Name)))
            .Hint(words.Say("Working_Hint"))
            .Footer(run, words)
            .With(Press.Button(words, Verbs.Show, Press.Of(run), words["Button_Refresh"]));
    }
}
