using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Backend.Tests.Halt;

public sealed class A_halt
{
    [DatabaseFact]
    public async Task Keeps_every_write_in_until_another_approver_lifts_it_and_then_the_run_goes_on()
    {
        await using var office = await Office.OpenAsync();
        office.GiveRole(Contoso.Megan, "Application Administrator");
        var planned = await office.PlannedAsync();
        Assert.Equal(Contoso.Alex.Name, (await office.As(Contoso.Alex).HaltAsync("something is odd")).Value.Halt!.By.Name);
        await office.As(Contoso.Megan).ApproveAsync(planned);
        var waiting = await office.As(Contoso.Adele).UntilAsync(planned.Id, r => r.Steps.Any(s => s.Says?.Code == PhraseCodes.WaitingForLift));
        Assert.Contains(waiting.Notices, n => n.Says.Code == PhraseCodes.WritesHaltedBecause);
        Assert.Empty(office.GraphWrites());

        Assert.Null((await office.As(Contoso.Megan).LiftAsync()).Value.Halt);
        var delivering = await office.As(Contoso.Adele).UntilAsync(planned.Id, RunState.Delivering);
        Assert.Contains(delivering.Notices, n => n.Says.Code == PhraseCodes.WritesGoOn);
        Assert.NotEmpty(office.GraphWrites());
    }

    [Fact]
    public async Task Outlives_a_restart_and_shows_in_the_health()
    {
        await using var office = await Office.OpenAsync();
        Assert.Equal("Healthy", await office.As(Contoso.Adele).Http.GetStringAsync(new Uri("/health/ready", UriKind.Relative)));
        _ = (await office.As(Contoso.Alex).HaltAsync()).Value;
        await office.StopBackendAsync();
        await office.StartBackendAsync();
        Assert.Equal("Degraded", await office.As(Contoso.Adele).Http.GetStringAsync(new Uri("/health/ready", UriKind.Relative)));
        Assert.NotNull((await office.As(Contoso.Adele).HaltStateAsync()).Value.Halt);
    }

    [Fact]
    public async Task Lets_no_secret_be_made_and_lets_a_leaked_one_be_removed()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.DeliveringAsync();
        _ = (await office.As(Contoso.Alex).HaltAsync()).Value;
        (await office.As(Contoso.Adele).CollectAsync(run.Id)).MustBeRefused(409, ProblemCodes.Halted);
        Assert.Empty(office.OurApplication.PasswordCredentials);

        office.GiveRole(Contoso.Megan, "Application Administrator");
        _ = (await office.As(Contoso.Megan).LiftAsync()).Value;
        _ = (await office.As(Contoso.Adele).CollectAsync(run.Id)).Value;
        _ = (await office.As(Contoso.Megan).HaltAsync()).Value;
        (await office.As(Contoso.Adele).PostAsync(Routes.IssueAgain, run.Id)).MustBeRefused(409, ProblemCodes.Halted);
        Assert.Single(office.OurApplication.PasswordCredentials);
        Assert.Equal(DeliveryState.Revoked, (await office.As(Contoso.Adele).PostAsync(Routes.Revoke, run.Id)).Value.Delivery!.State);
        Assert.Empty(office.OurApplication.PasswordCredentials);
    }

    [Fact]
    public async Task Is_one_however_often_it_is_called()
    {
        await using var office = await Office.OpenAsync();
        office.GiveRole(Contoso.Megan, "Application Administrator");
        var answers = await Task.WhenAll(office.As(Contoso.Alex).HaltAsync(), office.As(Contoso.Megan).HaltAsync());
        Assert.Single(answers.Select(a => a.Value.Halt!.By.Name).Distinct());
    }
}
