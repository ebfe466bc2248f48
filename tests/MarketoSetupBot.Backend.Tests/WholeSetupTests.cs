using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Backend.Tests;

public sealed class WholeSetupTests
{
    [Fact]
    public async Task A_setup_goes_from_draft_to_completed()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.CompletedAsync();

        Assert.Equal(RunState.Completed, run.State);
        Assert.All(run.Steps, s => Assert.Contains(s.State, (StepState[])[StepState.Succeeded, StepState.Skipped]));
        Assert.False(run.NothingChanged);
        var app = office.OurApplication;
        Assert.Equal("AzureADMyOrg", app.SignInAudience);
        Assert.Single(app.PasswordCredentials);
        Assert.Equal(app.AppId.ToString(), run.Delivery!.ClientId);
        Assert.Equal(Contoso.Alex.Name, run.Approver!.Name);
    }
}
