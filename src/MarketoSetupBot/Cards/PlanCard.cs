using System.Globalization;
using AdaptiveCards;
using MarketoSetupBot.Cards.Kit;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Cards;

/// <summary>What approval would change, in plain words; or why the plan cannot go on.</summary>
internal static class PlanCard
{
    private const string Calls = "graph-calls";

    /// <param name="remark">What was typed beside the plan, with what is <paramref name="wrong"/> with it.</param>
    public static AdaptiveCard For(RunView run, CultureInfo culture, string? remark = null, Phrase? wrong = null)
    {
        var words = Words.For(culture);
        var plan = run.Plan ?? throw new ArgumentException("A plan card shows a plan.", nameof(run));
        return plan.Blockers.Count > 0 ? Blocked(run, plan, words) : Planned(run, plan, words, remark, wrong);
    }

    private static AdaptiveCard Planned(RunView run, PlanView plan, Words words, string? remark, Phrase? wrong)
    {
        var sheet = new Sheet(words, Tone.Waiting, words.Say(run.Worded("Plan_Title")))
            .Say(words.Say(run.Worded("Plan_Text")));
        if (run.Steps.FirstOrDefault(s => s.Key is StepKey.Plan)?.Says is { Code: PhraseCodes.PlanDrifted } drifted)
            sheet.Note(Tone.Warning, words.Say(drifted));
        sheet.Facts(run.Facts(words));
        Takeover(sheet, run, plan, words);
        foreach (var item in plan.Items)
            sheet.Line(Look(item.Effect), words.Say(item.Says), words["Plan_" + item.Effect]);
        if (Remarks(run, plan, words) is { Count: > 0 } remarks)
            sheet.Section(words["Plan_Risks"]).Bullets(remarks);
        if (plan.Items.Any(i => i.GraphCalls.Count > 0))
            sheet.Folded(Calls, words["Button_GraphCalls"], Technical(plan, words));
        if (plan.ApproverRoles.Count > 0)
            sheet.Say(words.Say("Plan_Approvers", ("roles", string.Join(',', plan.ApproverRoles))));
        if (run.Steps.FirstOrDefault(s => s.Key is StepKey.Approve)?.Says is { } says)
            sheet.Hint(words.Say(says));
        if (plan.ExpiresAt is { } until)
            sheet.Hint(words.Say("Plan_Expires", ("until", Kinds.Iso(until))));
        if (plan.MustAccept.Count > 0)
            sheet.Add(new AdaptiveToggleInput { Id = Inputs.AcceptRisk, Title = words["Plan_Accept"], Label = words["Plan_Accept_Label"], IsRequired = true, ErrorMessage = words["Plan_Accept_Error"] });
        PlanRemarks.Put(sheet, run, plan, words, remark, wrong);
        return sheet.Footer(run, words).With(
        [
            Press.Primary(words, Verbs.Approve, Press.Of(run).And(ActionData.PlanHash, plan.Hash).And(ActionData.Accepts, string.Join(',', plan.MustAccept))),
            .. Change(run, words),
            Press.Button(words, Verbs.AskCancel, Press.Of(run)).WithoutInputs(),
            HandOverCard.Button(run, words),
            .. TakeOvers(run, plan, words),
        ]);
    }

    private static AdaptiveCard Blocked(RunView run, PlanView plan, Words words)
    {
        var sheet = new Sheet(words, Tone.Warning, words.Say("Blocked_Title"))
            .Say(words.Say("Blocked_Text"));
        foreach (var blocker in plan.Blockers)
            sheet.Note(Tone.Bad, words.Say(blocker));
        foreach (var warning in run.Details?.Warnings ?? [])
            sheet.Note(Tone.Warning, words.Say(warning));
        if (plan.Choices.Count > 0)
            sheet.Section(words["Choices_Title"]).Numbered(plan.Choices.Select(c => words.Say("Choice_" + c)));
        return sheet
            .Facts(run.Facts(words))
            .Footer(run, words)
            .With([.. plan.Choices.Count > 0 ? Ways(run, plan, words) : Change(run, words), Press.Button(words, Verbs.AskCancel, Press.Of(run))]);
    }

    /// <summary>An undo or a repair has no details that could be changed.</summary>
    private static IEnumerable<AdaptiveAction> Change(RunView run, Words words) =>
        run.IsWork() ? [] : [Press.Button(words, Verbs.Change, Press.Of(run)).WithoutInputs()];

    private static IEnumerable<AdaptiveAction> Ways(RunView run, PlanView plan, Words words) => plan.Choices.Select(choice => choice switch
    {
        SignInChoice.ServerToServer => Press.Primary(words, Verbs.ChooseServerToServer, Press.Of(run)),
        SignInChoice.CloudOnlyUser => Press.Button(words, Verbs.Change, Press.Of(run), words["Button_Choose_CloudOnlyUser"]),
        SignInChoice.CloudPasswords => Press.Button(words, Verbs.ChooseCloudPasswords, Press.Of(run)),
        _ => throw new ArgumentException($"{choice} is not a way out of a federated domain.", nameof(plan)),
    });

    /// <summary>The app that will be taken over, with everything an approver should know; or those that could be.</summary>
    private static void Takeover(Sheet sheet, RunView run, PlanView plan, Words words)
    {
        if (plan.Candidates.Count == 0)
            return;
        var chosen = run.Details?.ExistingClientId is not null;
        sheet.Section(words[chosen ? "Candidate_Title" : "Candidates_Title"]);
        foreach (var app in plan.Candidates)
            sheet.Candidate(app, words);
        if (!chosen)
            sheet.Hint(words.Say("Candidates_Hint"));
    }

    private static IEnumerable<AdaptiveAction> TakeOvers(RunView run, PlanView plan, Words words) =>
        run.Details?.ExistingClientId is not null ? [] : plan.Candidates.Select(app =>
            Press.Secondary(words, Verbs.TakeOver, Press.Of(run).And(ActionData.ClientId, app.ClientId), words.Plain("Button_" + Verbs.TakeOver, ("app", app.Name))).WithoutInputs());

    private static Tone Look(PlanEffect effect) => effect switch
    {
        PlanEffect.Create or PlanEffect.Change or PlanEffect.Remove or PlanEffect.Restore => Tone.Working,
        PlanEffect.Keep => Tone.Good,
        _ => Tone.Neutral,
    };

    private static List<Prose> Remarks(RunView run, PlanView plan, Words words) =>
        [.. (run.Details?.Warnings ?? []).Concat(plan.Risks).Select(words.Say)];

    private static IEnumerable<AdaptiveElement> Technical(PlanView plan, Words words)
    {
        yield return Text.Small(words.Say("Plan_GraphCalls").Bold());
        foreach (var call in plan.Items.SelectMany(i => i.GraphCalls).Distinct(StringComparer.Ordinal))
            yield return Text.Code(Prose.Of(call));
        yield return Text.Small(words.Say("Plan_Fingerprint", ("hash", plan.Hash[..Math.Min(12, plan.Hash.Length)])));
    }
}
