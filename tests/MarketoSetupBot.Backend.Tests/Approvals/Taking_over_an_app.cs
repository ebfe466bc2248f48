using MarketoSetupBot.Backend.Access;
using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MarketoSetupBot.Backend.Tests.Approvals;

public sealed class Taking_over_an_app
{
    [Fact]
    public async Task Is_approved_by_the_rule_of_adoption_too_and_recorded_as_that()
    {
        await using var office = await Office.OpenAsync();
        var run = await TakeOverPlannedAsync(office);
        office.GiveRole(Contoso.Adele, "Global Administrator");
        (await office.As(Contoso.Adele).ApproveAsync(run)).MustBeRefused(403, ProblemCodes.SelfApproval);
        Assert.Empty(await AdoptionsAsync(office));

        _ = (await office.As(Contoso.Alex).ApproveAsync(run)).Value;

        Assert.Equal([Contoso.Alex.ObjectId.ToString()], await AdoptionsAsync(office));
    }

    [Fact]
    public async Task Is_not_what_other_approvals_are_recorded_as()
    {
        await using var office = await Office.OpenAsync();
        _ = (await office.As(Contoso.Alex).ApproveAsync(await office.PlannedAsync())).Value;

        Assert.Empty(await AdoptionsAsync(office));
    }

    private static async Task<RunView> TakeOverPlannedAsync(Office office)
    {
        var app = new Application { Id = Guid.NewGuid(), AppId = Guid.NewGuid(), DisplayName = "Made by hand", SignInAudience = "AzureADMyOrg" };
        office.Change(t =>
        {
            t.Applications.Add(app.Id, app);
            t.Add(new ServicePrincipal { Id = Guid.NewGuid(), AppId = app.AppId, DisplayName = app.DisplayName });
        });
        var adele = office.As(Contoso.Adele);
        var run = (await adele.OpenAsync()).Value;
        _ = (await adele.SendDetailsAsync(run.Id, Setups.Details(Contoso.Adele) with { ExistingClientId = app.AppId.ToString() })).Value;
        return await adele.UntilAsync(run.Id, RunState.Planned);
    }

    private static async Task<List<string>> AdoptionsAsync(Office office)
    {
        await using var db = office.Services.GetRequiredService<Ledger>().Open();
        return await db.Audit.Where(a => a.Act == nameof(Act.Adopt) && a.Outcome == "allowed").Select(a => a.ActorId).ToListAsync();
    }
}
