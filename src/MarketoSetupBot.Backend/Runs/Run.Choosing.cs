using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Runs;

/// <summary>Ways that the plan offers, and risks that an approval has to name.</summary>
public sealed partial class Run
{
    /// <summary>One of the ways that the plan offers: it is planned anew, and every vote so far is void.</summary>
    public Refusal? Choose(ChooseRequest request, PersonView by, DateTimeOffset now)
    {
        if (State is not (RunState.Blocked or RunState.Planned) || Plan is not { } plan || Details is not { } details)
            return Refusal.Stale;
        if (Chosen(request, plan, details) is not { } chosen)
            return new Refusal(400, ProblemCodes.BadRequest);
        PlanAnew(chosen, by, now);
        return null;
    }

    /// <summary>With other details, whose editor counts as requester from now on.</summary>
    private void PlanAnew(DetailsView details, PersonView by, DateTimeOffset now)
    {
        Details = details;
        RecipientId = details.Recipient.ObjectId;
        if (!EditorIds.Contains(by.ObjectId))
            EditorIds = [.. EditorIds, by.ObjectId];
        State = RunState.Planning;
        Plan = null;
        Approvals = [];
        Cleared = false;
        Attempts = 0;
        FitToMethod();
        Set(StepKey.Plan, StepState.Running, null, now);
        Set(StepKey.Approve, StepState.Pending, null, now);
        DueAt = now;
    }

    /// <summary>Risks of this plan that have to be accepted in words, and are not.</summary>
    public Refusal? WhyNotAccepted(IReadOnlyList<string>? accepted)
        => State is RunState.Planned && Plan is { MustAccept: { Count: > 0 } must } && must.Except(accepted ?? []).Any()
            ? new Refusal(422, ProblemCodes.RiskNotAccepted)
            : null;

    /// <summary>Who accepted what stands in the thread for good, with the vote.</summary>
    public void NoteAccepted(PersonView by, DateTimeOffset now)
    {
        foreach (var code in Plan?.MustAccept ?? [])
        {
            var risk = Plan!.Risks.FirstOrDefault(r => r.Code == code);
            var told = Notices.Any(n => n.Says.Code == PhraseCodes.RiskAccepted && n.Says.Values!["by"] == by.Name && n.At >= ChangedAt);
            if (!told)
                Tell(new Phrase(PhraseCodes.RiskAccepted, ("by", by.Name), ("domain", risk?.Values?.GetValueOrDefault("domain") ?? "")), now);
        }
    }

    private static DetailsView? Chosen(ChooseRequest request, PlanView plan, DetailsView details) => request.Choice switch
    {
        SignInChoice.ServerToServer when plan.Choices.Contains(request.Choice) => details with { Method = AuthenticationMethod.ServerToServer, CloudPasswords = false },
        SignInChoice.CloudPasswords when plan.Choices.Contains(request.Choice) => details with { CloudPasswords = true },
        SignInChoice.TakeOver when plan.Candidates.Any(c => c.Refused is null && c.ClientId == request.ClientId) => details with { ExistingClientId = request.ClientId },
        _ => null,
    };
}
