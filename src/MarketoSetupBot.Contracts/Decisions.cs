namespace MarketoSetupBot.Contracts;

/// <summary>POST <see cref="DecisionRoutes.Reject"/>, <see cref="DecisionRoutes.Ask"/>, <see cref="DecisionRoutes.Reply"/>. 422 <c>invalid-details</c> with the field <c>remark</c> when it is empty or too long.</summary>
/// <param name="PlanHash">What the card showed; another one is answered 409 <c>plan-changed</c>.</param>
public sealed record RemarkRequest(string? Remark, string? PlanHash)
{
    public const string Field = "remark";
    public const int Longest = 500;
}

public static class DecisionRoutes
{
    /// <summary>POST: the plan is refused with a reason; the run goes back to its details, or ends where it has none to change.</summary>
    public const string Reject = "/runs/{id}/reject";
    /// <summary>POST: an approver asks the requester.</summary>
    public const string Ask = "/runs/{id}/ask";
    /// <summary>POST: the answer.</summary>
    public const string Reply = "/runs/{id}/reply";
}
