using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Backend.Tests.Approvals;

/// <summary>Each ends with nothing having left for Graph.</summary>
[Trait("Category", "Abuse")]
public sealed class Whoever_wants_a_plan_through_that_nobody_approved
{
    [Fact]
    public Task Approves_without_a_role() => RefusedAsync(_ => { }, Contoso.Megan, ProblemCodes.NotAllowed);

    [Fact]
    public Task Approves_their_own_with_a_role()
        => RefusedAsync(o => o.GiveRole(Contoso.Adele, "Global Administrator"), Contoso.Adele, ProblemCodes.SelfApproval);

    [Fact]
    public Task Approves_as_a_guest() => RefusedAsync(o => o.ChangeUser(Contoso.Alex, u => u with { UserType = "Guest" }), Contoso.Alex, ProblemCodes.AccountNotSuitable);

    [Fact]
    public Task Approves_with_a_disabled_account() => RefusedAsync(o => o.ChangeUser(Contoso.Alex, u => u with { AccountEnabled = false }), Contoso.Alex, ProblemCodes.AccountNotSuitable);

    [Fact]
    public Task Approves_with_a_role_for_one_administrative_unit()
        => RefusedAsync(o => o.Change(t => t.Assign(Contoso.Megan.ObjectId, WellKnown.DirectoryRole("Global Administrator"), "/administrativeUnits/1")), Contoso.Megan, ProblemCodes.NotAllowed);

    [Fact]
    public Task Approves_where_nobody_holds_a_role() => RefusedAsync(o => o.TakeRoles(Contoso.Alex), Contoso.Alex, ProblemCodes.NotAllowed);

    [Fact]
    public Task Approves_with_a_weaker_role() => RefusedAsync(o => o.GiveRole(Contoso.Megan, "Privileged Role Administrator"), Contoso.Megan, ProblemCodes.NotAllowed);

    [Fact]
    public Task Approves_with_the_role_but_outside_the_approver_group()
        => RefusedAsync(_ => { }, Contoso.Alex, ProblemCodes.NotAllowed, "--Access:ApproverGroup=11111111-2222-4333-8444-555555555555");

    [Theory]
    [InlineData(DecisionRoutes.Reject)]
    [InlineData(DecisionRoutes.Ask)]
    public async Task Rejects_or_asks_without_a_role(string route)
    {
        await using var office = await Office.OpenAsync();
        var run = await office.PlannedAsync();
        (await office.As(Contoso.Megan).DecideAsync(route, run, "x")).MustBeRefused(403, ProblemCodes.NotAllowed);
        Assert.Equal(RunState.Planned, (await office.As(Contoso.Adele).ReadAsync(run.Id)).Value.State);
        Assert.Empty(office.GraphWrites());
    }

    [Fact]
    public async Task Answers_for_the_requester()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.PlannedAsync();
        _ = (await office.As(Contoso.Alex).DecideAsync(DecisionRoutes.Ask, run, "sure?")).Value;
        (await office.As(Contoso.Megan).DecideAsync(DecisionRoutes.Reply, run, "yes, yes")).MustBeRefused(403, ProblemCodes.NotAllowed);
        Assert.Empty(office.GraphWrites());
    }

    [Theory]
    [InlineData("", PhraseCodes.FieldEmpty)]
    [InlineData("   ", PhraseCodes.FieldEmpty)]
    [InlineData(null, PhraseCodes.FieldEmpty)]
    public async Task Rejects_without_a_reason(string? reason, string says)
    {
        await using var office = await Office.OpenAsync();
        var run = await office.PlannedAsync();
        var refused = await office.As(Contoso.Alex).DecideAsync(DecisionRoutes.Reject, run, reason);
        refused.MustBeRefused(422, ProblemCodes.InvalidDetails);
        Assert.Equal(says, refused.Problem!.Fields![RemarkRequest.Field].Code);
        Assert.Empty(office.GraphWrites());
    }

    [Fact]
    public async Task Rejects_with_a_novel()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.PlannedAsync();
        (await office.As(Contoso.Alex).DecideAsync(DecisionRoutes.Reject, run, new string('x', 501))).MustBeRefused(422, ProblemCodes.InvalidDetails);
        Assert.Empty(office.GraphWrites());
    }

    [Fact]
    public async Task Rejects_another_plan_than_the_card_showed()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.PlannedAsync();
        var old = run with { Plan = run.Plan! with { Hash = new string('0', 64) } };
        (await office.As(Contoso.Alex).DecideAsync(DecisionRoutes.Reject, old, "no")).MustBeRefused(409, ProblemCodes.PlanChanged);
        Assert.Empty(office.GraphWrites());
    }

    [Fact]
    public async Task Approves_the_plan_from_before_an_edit()
    {
        await using var office = await Office.OpenAsync();
        var old = await office.PlannedAsync();
        var adele = office.As(Contoso.Adele);
        await adele.PostAsync(Routes.Change, old.Id);
        await adele.SendDetailsAsync(old.Id, Setups.Details(Contoso.Megan));
        var edited = await adele.UntilAsync(old.Id, RunState.Planned);
        Assert.NotEqual(old.Plan!.Hash, edited.Plan!.Hash);
        (await office.As(Contoso.Alex).ApproveAsync(old)).MustBeRefused(409, ProblemCodes.PlanChanged);
        Assert.Empty(office.GraphWrites());
    }

    [Fact]
    public async Task Gathers_a_vote_and_then_edits()
    {
        await using var office = await Office.OpenAsync(null, "--Access:Quorum=2");
        office.GiveRole(Contoso.Megan, "Application Administrator");
        var run = await office.PlannedAsync();
        _ = (await office.As(Contoso.Megan).ApproveAsync(run)).Value;
        var adele = office.As(Contoso.Adele);
        await adele.PostAsync(Routes.Change, run.Id);
        await adele.SendDetailsAsync(run.Id, Setups.Details(Contoso.Adele) with { AppName = "Something else" });
        run = await adele.UntilAsync(run.Id, RunState.Planned);
        Assert.Equal(RunState.Planned, (await office.As(Contoso.Alex).ApproveAsync(run)).Value.State);
        Assert.Empty(office.GraphWrites());
    }

    [Fact]
    public async Task Approves_twice_to_be_a_quorum()
    {
        await using var office = await Office.OpenAsync(null, "--Access:Quorum=2");
        var run = await office.PlannedAsync();
        for (var i = 0; i < 3; i++)
            Assert.Equal(RunState.Planned, (await office.As(Contoso.Alex).ApproveAsync(run)).Value.State);
        Assert.Empty(office.GraphWrites());
    }

    [Fact]
    public async Task Is_the_slower_of_two_and_hears_who_was_faster()
    {
        await using var office = await Office.OpenAsync();
        office.GiveRole(Contoso.Megan, "Application Administrator");
        var run = await office.PlannedAsync();
        var answers = await Task.WhenAll(office.As(Contoso.Alex).ApproveAsync(run), office.As(Contoso.Megan).DecideAsync(DecisionRoutes.Reject, run, "no"));
        var loser = Assert.Single(answers, a => a.Status != 200);
        loser.MustBeRefused(409, ProblemCodes.Stale);
        var wasApproved = loser.Problem!.Run!.Approver?.Name == Contoso.Alex.Name;
        Assert.True(wasApproved || loser.Problem.Run.Notices.Any(n => n.Says.Values!["by"] == Contoso.Megan.Name));

        await office.As(Contoso.Adele).UntilAsync(run.Id, wasApproved ? RunState.Delivering : RunState.Draft);
        Assert.Equal(wasApproved, office.GraphWrites().Count > 0);
    }

    private static async Task RefusedAsync(Action<Office> prepare, Person who, string code, params string[] settings)
    {
        await using var office = await Office.OpenAsync(null, settings);
        prepare(office);
        (await office.As(who).ApproveAsync(await office.PlannedAsync())).MustBeRefused(403, code);
        Assert.Empty(office.GraphWrites());
    }
}
