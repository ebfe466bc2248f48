using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Runs;

/// <summary>While the plan waits for an approver: no, a question, its answer, a reminder.</summary>
public sealed partial class Run
{
    /// <summary>An approver asked, and nobody has answered yet.</summary>
    public bool HasOpenQuestion => OpenQuestion is not null;

    private RunNotice? OpenQuestion
        => Notices.Where(n => n.Says.Code is PhraseCodes.ApproverAsks or PhraseCodes.RequesterAnswers).MaxBy(n => n.Number) is { Says.Code: PhraseCodes.ApproverAsks } question
            ? question
            : null;

    public Refusal? Reject(PersonView by, RemarkRequest request, TimeSpan timeout, DateTimeOffset now)
    {
        if ((WhyNotDecide(request.PlanHash, now) ?? Unfit(request.Remark)) is { } refusal)
            return refusal;
        Tell(new Phrase(PhraseCodes.PlanRejected, ("by", by.Name), ("requester", Requester.Name), ("requesterId", RequesterId), ("reason", request.Remark!.Trim())), now);
        // What is undone or repaired has no details that could be better.
        return IsWork ? Cancel(by, now) : Change(now, timeout);
    }

    public Refusal? Ask(PersonView by, RemarkRequest request, DateTimeOffset now)
    {
        if ((WhyNotDecide(request.PlanHash, now) ?? Unfit(request.Remark)) is { } refusal)
            return refusal;
        Tell(new Phrase(PhraseCodes.ApproverAsks, ("by", by.Name), ("requester", Requester.Name), ("requesterId", RequesterId), ("asking", by.ObjectId), ("question", request.Remark!.Trim())), now);
        return null;
    }

    public Refusal? Reply(PersonView by, RemarkRequest request, DateTimeOffset now)
    {
        if ((WhyNotDecide(request.PlanHash, now) ?? Unfit(request.Remark)) is { } refusal)
            return refusal;
        if (OpenQuestion is not { } question)
            return Refusal.Stale;
        var asked = question.Says.Values!;
        Tell(new Phrase(
            PhraseCodes.RequesterAnswers,
            ("by", by.Name), ("asker", asked["by"]), ("askerId", asked.GetValueOrDefault("asking", "")), ("answer", request.Remark!.Trim())), now);
        return null;
    }

    /// <summary>Nobody decided yet: the thread is told, most urgently the last time.</summary>
    /// <param name="tells">Object ids of people who could decide.</param>
    public bool RemindOfApproval(ApprovalWait wait, IEnumerable<string> tells, DateTimeOffset now)
    {
        if (!AwaitsApproval(now))
            return false;
        var expires = Plan!.ExpiresAt!.Value;
        if (wait.RemindersUntil(expires, now) is > 0 and var due)
            Tell(new Phrase(
                due == wait.Reminders.Count ? PhraseCodes.ApprovalUrgent : PhraseCodes.ApprovalReminder,
                ("until", Instant(expires)), ("requester", Requester.Name), ("requesterId", RequesterId), ("roles", string.Join(',', Plan.ApproverRoles)),
                (Phrase.Tells, string.Join(',', tells))), now);
        DueAt = wait.NextLook(expires, now);
        return true;
    }

    /// <summary>A plan that is shown has an end.</summary>
    private bool AwaitsApproval(DateTimeOffset now) => State is RunState.Planned && Plan!.ExpiresAt!.Value > now;

    private Refusal? WhyNotDecide(string? planHash, DateTimeOffset now)
        => !AwaitsApproval(now) ? Refusal.Stale
            : string.Equals(Plan!.Hash, planHash, StringComparison.Ordinal) ? null
            : new Refusal(409, ProblemCodes.PlanChanged);

    private static Refusal? Unfit(string? remark)
    {
        var wrong = remark?.Trim() switch
        {
            null or "" => new Phrase(PhraseCodes.FieldEmpty),
            { Length: > RemarkRequest.Longest } => new Phrase(PhraseCodes.FieldTooLong, ("maximum", $"{RemarkRequest.Longest}")),
            _ => null,
        };
        return wrong is null ? null : new Refusal(422, ProblemCodes.InvalidDetails) { Fields = new Dictionary<string, Phrase> { [RemarkRequest.Field] = wrong } };
    }
}
