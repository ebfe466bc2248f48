using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Backend.Tests.Approvals;

public sealed class What_an_approver_says_beside_yes
{
    [Fact]
    public async Task No_with_a_reason_leads_back_to_the_details_and_voids_the_votes()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.PlannedAsync();
        var rejected = (await office.As(Contoso.Alex).DecideAsync(DecisionRoutes.Reject, run, "wrong sync user")).Value;
        Assert.Equal((RunState.Draft, null), (rejected.State, rejected.Plan));
        Assert.Contains(rejected.Notices, n => n.Says is { Code: PhraseCodes.PlanRejected } says && says.Values!["reason"] == "wrong sync user");
        (await office.As(Contoso.Alex).ApproveAsync(run)).MustBeRefused(409, ProblemCodes.Stale);
        Assert.Empty(office.GraphWrites());
    }

    [Fact]
    public async Task A_question_is_answered_by_the_requester_and_then_approved()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.PlannedAsync();
        (await office.As(Contoso.Adele).DecideAsync(DecisionRoutes.Reply, run, "before anybody asked")).MustBeRefused(409, ProblemCodes.Stale);
        _ = (await office.As(Contoso.Alex).DecideAsync(DecisionRoutes.Ask, run, "for which organisation?")).Value;
        var answered = (await office.As(Contoso.Adele).DecideAsync(DecisionRoutes.Reply, run, "ours")).Value;
        Assert.Equal([PhraseCodes.ApproverAsks, PhraseCodes.RequesterAnswers], answered.Notices.Select(n => n.Says.Code));
        Assert.Equal(RunState.Applying, (await office.As(Contoso.Alex).ApproveAsync(run)).Value.State);
    }

    [Fact]
    public async Task Nothing_is_reminded_twice_and_expires_in_the_end()
    {
        await using var office = await Office.OpenAsync(null, "--Access:ApprovalTimeout=3.00:00:00");
        var run = await office.PlannedAsync();
        var adele = office.As(Contoso.Adele);
        office.Clock.Forward(TimeSpan.FromHours(24.1));
        run = await adele.UntilAsync(run.Id, r => r.Notices.Count == 1);
        Assert.Equal((RunState.Planned, PhraseCodes.ApprovalReminder), (run.State, run.Notices[^1].Says.Code));
        office.Clock.Forward(TimeSpan.FromHours(24));
        run = await adele.UntilAsync(run.Id, r => r.Notices.Count == 2);
        Assert.Equal((RunState.Planned, PhraseCodes.ApprovalUrgent), (run.State, run.Notices[^1].Says.Code));
        office.Clock.Forward(TimeSpan.FromHours(24));
        Assert.Equal(2, (await adele.UntilAsync(run.Id, RunState.Expired)).Notices.Count);
        Assert.Empty(office.GraphWrites());
    }
}
