using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Tests.Works;
using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MarketoSetupBot.Backend.Tests.Runs;

/// <summary>Undo, repair and a first word, asked for once more or where something else is open.</summary>
public sealed class What_stands_in_the_way
{
    [Fact]
    public async Task Of_an_undo_is_that_nothing_was_planned_or_that_the_setup_is_another_persons()
    {
        await using var office = await Office.OpenAsync();
        var draft = (await office.As(Contoso.Adele).OpenAsync()).Value;
        (await office.As(Contoso.Adele).UndoAsync(draft.Id)).MustBeRefused(409, ProblemCodes.Stale);

        var run = await office.DeliveringAsync();
        (await office.As(Contoso.Megan).UndoAsync(run.Id)).MustBeRefused(403, ProblemCodes.NotAllowed);
        Assert.Equal(RunState.Delivering, (await office.As(Contoso.Adele).ReadAsync(run.Id)).Value.State);
    }

    [Fact]
    public async Task Of_an_undo_is_not_the_same_undo()
    {
        await using var office = await Office.OpenAsync();
        var setup = await office.CompletedAsync();
        var undo = await office.UndoPlannedAsync(setup.Id);

        Assert.Equal(undo.Id, (await office.As(Contoso.Megan).UndoAsync(setup.Id)).Value.Id);
    }

    [DatabaseFact]
    public async Task Of_a_repair_is_another_run_and_not_the_same_repair()
    {
        await using var office = await Office.OpenAsync();
        var setup = await office.CompletedAsync();
        office.ChangeApplication(a => a with { RequiredResourceAccess = [] });
        var (adele, connection) = (office.As(Contoso.Adele), setup.ConnectionId!.Value);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => adele.RepairAsync(connection, Repairs.Permission, "one")));
        var repair = Assert.Single(answers.Select(a => a.Value.Id).Distinct());
        Assert.Equal(repair, (await adele.RepairAsync(connection, Repairs.Permission, "one")).Value.Id);
        Assert.Equal(repair, (await office.As(Contoso.Megan).RepairAsync(connection, Repairs.Permission)).Value.Id);
        var refused = await adele.RepairAsync(connection, Repairs.Consent);
        refused.MustBeRefused(409, ProblemCodes.RunAlreadyOpen);
        Assert.Equal(repair, refused.Problem!.Run!.Id);
    }

    [Fact]
    public async Task Of_a_repair_is_that_no_setup_says_how_the_connection_is_meant_to_be()
    {
        await using var office = await Office.OpenAsync();
        var adele = office.As(Contoso.Adele);
        var run = await office.PlannedAsync();
        await adele.PostAsync(Routes.Change, run.Id);
        _ = (await adele.SendDetailsAsync(run.Id, Setups.Details(Contoso.Adele) with { OrganisationUrl = "https://elsewhere.crm.dynamics.com" })).Value;

        (await adele.RepairAsync(run.ConnectionId!.Value, Repairs.Consent)).MustBeRefused(409, ProblemCodes.Stale);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("key")]
    public async Task Of_a_first_word_is_a_database_that_takes_no_more_whose_own_words_stay_inside(string? key)
    {
        await using var office = await Office.OpenAsync();
        await office.PlannedAsync();
        await using (var db = office.Services.GetRequiredService<Ledger>().Open())
            await db.Database.ExecuteSqlRawAsync("CREATE UNIQUE INDEX one_each ON runs (\"RequesterId\")");

        var answer = await office.As(Contoso.Adele).OpenAsync(key);

        answer.MustBeRefused(500, ProblemCodes.Unexpected);
        Assert.Null(answer.Problem!.Values);
    }

    [Fact]
    public async Task Of_a_form_that_nobody_fills_in_is_time()
    {
        await using var office = await Office.OpenAsync();
        var draft = (await office.As(Contoso.Adele).OpenAsync()).Value;
        office.Clock.Forward(TimeSpan.FromDays(4));

        Assert.Equal(RunState.Expired, (await office.As(Contoso.Adele).UntilAsync(draft.Id, RunState.Expired)).State);
    }

    [Fact]
    public async Task Of_who_names_an_app_made_by_hand_is_that_it_takes_an_approver()
    {
        await using var office = await Office.OpenAsync();
        office.Change(t =>
        {
            var (backend, graph) = (t.FindServicePrincipal(Contoso.BackendAppId)!, t.FindServicePrincipal(WellKnown.GraphAppId)!);
            foreach (var permission in (string[])["Application.ReadWrite.OwnedBy", "Directory.Read.All"]) t.WithdrawRole(backend, graph, permission);
            t.GrantRole(backend, graph, "Application.Read.All");
        });
        var run = await office.ApprovedAtRestAsync();
        await office.LookUntilAsync(run.Id, r => r.HandAct is { Asks: HandAnswers.ClientId });
        var app = new Application { Id = Guid.NewGuid(), AppId = Guid.NewGuid(), DisplayName = "By hand", SignInAudience = "AzureADMyOrg" };
        office.Change(t => t.Applications.Add(app.Id, app));
        var answer = new HandActDoneRequest(StepKey.Application, app.AppId.ToString());

        (await office.As(Contoso.Adele).PostAsync(HandActRoutes.Done, run.Id, answer)).MustBeRefused(403, ProblemCodes.NotAllowed);
        _ = (await office.As(Contoso.Alex).PostAsync(HandActRoutes.Done, run.Id, answer)).Value;
        await office.LookUntilAsync(run.Id, r => r.Of(StepKey.Application).State is StepState.Succeeded);

        // That Entra refuses the next write is believed after three minutes only, and then it is asked for.
        Assert.Equal(HandActs.CreateServicePrincipal, (await office.LookUntilAsync(run.Id, r => r.HandAct is not null || !r.IsOpen)).HandAct!.Code);
        Assert.DoesNotContain(office.GraphWrites(), w => w.Status < 300);
    }
}
