using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Runs;

/// <summary>While the plan waits for an approver: no, a question, its answer, a reminder.</summary>
public sealed partial class Run
{
    /// <summary>Reminded after a third of the time that a plan waits, urgently after two thirds; at the end it expires.</summary>
    private const int Parts = 3;

    private static readonly string[] Reminders = [PhraseCodes.ApprovalReminder, PhraseCodes.ApprovalUrgent];

    /// <summary>An approver asked, and nobody has answered yet.</summary>
    public bool HasOpenQuestion
        => Notices.Where(n => n.Says.Code is PhraseCodes.ApproverAsks or PhraseCodes.RequesterAnswers).MaxBy(n => n.Number)?.Says.Code is PhraseCodes.ApproverAsks;

    public Refusal? Reject(PersonView by, RemarkRequest request, TimeSpan timeout, DateTimeOffset now)
    {
        if ((WhyNotDecide(request, now) ?? Unfit(request.Remark)) is { } refusal)
            return refusal;
        Tell(new Phrase(PhraseCodes.PlanRejected, ("by", by.Name), ("requester", Requester.Name), ("reason", request.Remark!.Trim())), now);
        // What is undone or repaired has no details that could be better.
        return IsWork ? Cancel(by, now) : Change(now, timeout);
    }

    public Refusal? Ask(PersonView by, RemarkRequest request, DateTimeOffset now)
    {
        if ((WhyNotDecide(request, now) ?? Unfit(request.Remark)) is { } refusal)
            return refusal;
        Tell(new Phrase(PhraseCodes.ApproverAsks, ("by", by.Name), ("requester", Requester.Name), ("question", request.Remark!.Trim())), now);
        return null;
    }

    public Refusal? Reply(PersonView by, RemarkRequest request, DateTimeOffset now)
    {
        if ((WhyNotDecide(request, now) ?? Unfit(request.Remark)) is { } refusal)
            return refusal;
        if (!HasOpenQuestion)
            return Refusal.Stale;
        Tell(new Phrase(PhraseCodes.RequesterAnswers, ("by", by.Name), ("answer", request.Remark!.Trim())), now);
        return null;
    }

    /// <summary>Nobody decided yet: the thread is told, more urgently the second time.</summary>
    public bool RemindOfApproval(TimeSpan timeout, DateTimeOffset now)
    {
        if (State is not RunState.Planned || Plan?.ExpiresAt is not { } expires || expires <= now)
            return false;
        var began = expires - timeout;
        var part = Math.Min(Reminders.Length, (int)((now - began) / (timeout / Parts)));
        if (part > 0)
            Tell(new Phrase(Reminders[part - 1], ("until", Instant(expires)), ("requester", Requester.Name), ("roles", string.Join(',', Plan.ApproverRoles))), now);
        DueAt = part < Reminders.Length ? began + (part + 1) * (timeout / Parts) : expires;
        return true;
    }

    private Refusal? WhyNotDecide(RemarkRequest request, DateTimeOffset now)
        => State is not RunState.Planned || Plan is null || Plan.ExpiresAt <= now ? Refusal.Stale
            : string.Equals(Plan.Hash, request.PlanHash, StringComparison.Ordinal) ? null
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
