using AdaptiveCards;
using MarketoSetupBot.Cards.Kit;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Cards;

/// <summary>The part of the plan card where an approver says no or asks, and the requester answers.</summary>
internal static class PlanRemarks
{
    private const string Fold = "remarks";

    /// <param name="typed">Kept when something is wrong with it.</param>
    public static void Put(Sheet sheet, RunView run, PlanView plan, Words words, string? typed, Phrase? wrong)
    {
        var said = run.Notices.Where(n => n.Says.Code is PhraseCodes.ApproverAsks or PhraseCodes.RequesterAnswers).TakeLast(2).ToList();
        foreach (var notice in said)
            sheet.Note(Tone.Warning, words.Say(notice.Says), words.Moment(notice.At));
        var inside = Inside(run, plan, words, typed, wrong, open: said is [.., { Says.Code: PhraseCodes.ApproverAsks }]);
        if (wrong is null)
            sheet.Folded(Fold, words["Remark_Fold"], inside);
        else
            sheet.Add(new AdaptiveContainer { Style = AdaptiveContainerStyle.Emphasis, Items = [.. inside] });
    }

    private static IEnumerable<AdaptiveElement> Inside(RunView run, PlanView plan, Words words, string? typed, Phrase? wrong, bool open)
    {
        yield return new AdaptiveTextInput { Id = RemarkRequest.Field, Label = words["Remark_Label"], Value = typed, IsMultiline = true, MaxLength = RemarkRequest.Longest };
        if (wrong is not null)
            yield return Text.Coloured(Prose.Join(" ", [Prose.Of(Tone.Bad.Sign()), words.Say(wrong)]), Tone.Bad);
        var carried = Press.Of(run).And(ActionData.PlanHash, plan.Hash);
        var buttons = new AdaptiveActionSet { Spacing = AdaptiveSpacing.Small };
        if (open)
            buttons.Actions.Add(Press.Primary(words, Verbs.Reply, carried));
        buttons.Actions.Add(Press.Button(words, Verbs.Ask, carried));
        buttons.Actions.Add(Press.Destructive(words, Verbs.Reject, carried));
        yield return buttons;
    }
}
