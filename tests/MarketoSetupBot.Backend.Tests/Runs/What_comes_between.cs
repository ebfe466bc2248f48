using MarketoSetupBot.Backend.Tests.Works;
using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Backend.Tests.Runs;

/// <summary>Acts of people that arrive while the engine, or somebody else's act, is in the middle of something.</summary>
public sealed class What_comes_between
{
    [DatabaseFact]
    public async Task A_cancel_while_a_step_writes_leaves_on_record_what_the_step_made()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.ApprovedAtRestAsync();
        office.Between(IsChange, () => office.As(Contoso.Adele).PostAsync(Routes.Cancel, run.Id));

        await office.LookUntilAsync(run.Id, r => r.State is RunState.Cancelled);

        Assert.Single(office.Writes());
        Assert.Equal("Marketo Integration", office.OurApplication.DisplayName);
        await office.GoOnAsync();
        Assert.Equal(RunState.Completed, (await office.UndoneAsync(run.Id)).State);
        Assert.Empty(office.Tenant.Locked(() => office.Tenant.Applications.Values.Where(a => a.UniqueName is not null).ToList()));
    }

    [Fact]
    public async Task A_cancel_before_the_first_write_leaves_none()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.ApprovedAtRestAsync();
        office.Between(IsGraph, () => office.As(Contoso.Adele).PostAsync(Routes.Cancel, run.Id));

        await office.LookUntilAsync(run.Id, r => r.State is RunState.Cancelled);

        Assert.Empty(office.GraphWrites());
    }

    [DatabaseFact]
    public async Task A_run_that_changes_hands_while_a_step_writes_loses_nothing_and_writes_nothing_twice()
    {
        await using var office = await Office.OpenAsync();
        // The second setup of an organisation: its connection knows a secret, and one value has to be set right.
        await office.CompletedAsync();
        office.ChangeApplication(a => a with { RequiredResourceAccess = [] });
        var run = await office.ApprovedAtRestAsync();
        var seen = office.Seen();
        office.Between(IsChange, () => office.As(Contoso.Adele).HandOverAsync(run.Id, HandOverPart.Run, Contoso.Megan));

        var done = await office.LookUntilAsync(run.Id, r => r.State is not RunState.Applying);

        Assert.Equal((RunState.Delivering, Contoso.Megan.Name, StepState.Succeeded), (done.State, done.Requester.Name, done.Of(StepKey.Permission).State));
        Assert.Equal([$"PATCH /applications/{office.OurApplication.Id}"], office.Writes(seen));
    }

    [Fact]
    public async Task A_run_that_changes_hands_while_its_approvers_are_read_goes_on()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.ApprovedAtRestAsync();
        office.Between(IsGraph, () => office.As(Contoso.Adele).HandOverAsync(run.Id, HandOverPart.Run, Contoso.Megan));

        var done = await office.LookUntilAsync(run.Id, r => r.State is not RunState.Applying);

        Assert.Equal((RunState.Delivering, Contoso.Megan.Name), (done.State, done.Requester.Name));
    }

    [Fact]
    public async Task A_halt_between_two_writes_holds_the_second_and_the_approvers_are_read_again_afterwards()
    {
        await using var office = await Office.OpenAsync();
        office.GiveRole(Contoso.Megan, "Application Administrator");
        var run = await office.ApprovedAtRestAsync();
        office.Between(r => IsGraph(r) && r.Method == HttpMethod.Post && r.RequestUri!.AbsolutePath.EndsWith("/servicePrincipals", StringComparison.Ordinal), () => office.As(Contoso.Alex).HaltAsync());
        var held = await office.LookUntilAsync(run.Id, r => r.Steps.Any(s => s.Says?.Code == PhraseCodes.WaitingForLift));
        Assert.Equal((1, StepState.Succeeded), (office.Writes().Count, held.Of(StepKey.Application).State));

        _ = (await office.As(Contoso.Megan).LiftAsync()).Value;
        office.TakeRoles(Contoso.Alex);
        var failed = await office.LookUntilAsync(run.Id, r => r.State is not RunState.Applying);
        Assert.Equal((RunState.Failed, PhraseCodes.FailedApproverLostRole, 1), (failed.State, failed.Of(StepKey.Approve).Says!.Code, office.Writes().Count));

        office.GiveRole(Contoso.Alex, "Application Administrator");
        _ = (await office.As(Contoso.Adele).PostAsync(Routes.Retry, run.Id)).Value;
        Assert.Equal(RunState.Delivering, (await office.LookUntilAsync(run.Id, r => r.State is not RunState.Applying)).State);
    }

    [DatabaseFact]
    public async Task An_approval_between_the_two_looks_at_a_hand_over_makes_it_another_right()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.PlannedAtRestAsync();
        office.Between(IsGraph, () => office.As(Contoso.Alex).ApproveAsync(run));

        (await office.As(Contoso.Adele).HandOverAsync(run.Id, HandOverPart.Recipient, Contoso.Megan)).MustBeRefused(409, ProblemCodes.Stale);

        var after = (await office.As(Contoso.Adele).ReadAsync(run.Id)).Value;
        Assert.Equal((RunState.Applying, Contoso.Adele.Name), (after.State, after.Details!.Recipient.Name));
    }

    [DatabaseFact]
    public async Task A_cancel_while_Entra_makes_the_secret_gives_it_to_nobody()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.ApprovedAtRestAsync();
        await office.LookUntilAsync(run.Id, r => r.State is RunState.Delivering);
        office.Between(r => r.RequestUri!.AbsolutePath.EndsWith("/addPassword", StringComparison.Ordinal), async () =>
        {
            _ = (await office.As(Contoso.Alex).PostAsync(Routes.Cancel, run.Id)).Value;
            await office.LookAsync(run.Id);
        });

        (await office.As(Contoso.Adele).CollectAsync(run.Id)).MustBeRefused(409, ProblemCodes.Stale);

        Assert.Equal(1, office.Passwords());
        Assert.Empty(office.OurApplication.PasswordCredentials);
        Assert.Equal(RunState.Cancelled, (await office.As(Contoso.Adele).ReadAsync(run.Id)).Value.State);
    }

    [Fact]
    public async Task A_job_for_a_run_that_is_none_ends()
    {
        await using var office = await Office.OpenAsync();
        await office.LookAsync(Guid.NewGuid());
        Assert.Empty(office.GraphWrites());
    }

    private static bool IsGraph(HttpRequestMessage request) => request.RequestUri!.Host == "graph.microsoft.com" || request.Headers.Host == "graph.microsoft.com";

    private static bool IsChange(HttpRequestMessage request) => IsGraph(request) && request.Method == HttpMethod.Patch;
}
