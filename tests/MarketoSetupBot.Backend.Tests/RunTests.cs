using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Backend.Tests;

public sealed class RunTests
{
    [DatabaseFact]
    public async Task A_second_set_up_of_the_same_person_joins_the_draft()
    {
        await using var office = await Office.OpenAsync();
        var adele = office.As(Contoso.Adele);
        Assert.Equal((await adele.OpenAsync()).Value.Id, (await adele.OpenAsync()).Value.Id);
        Assert.NotEqual((await adele.OpenAsync()).Value.Id, (await office.As(Contoso.Megan).OpenAsync()).Value.Id);
    }

    [DatabaseFact]
    public async Task One_run_is_open_per_organisation_and_may_be_replaced_by_who_may_cancel_it()
    {
        await using var office = await Office.OpenAsync();
        var first = await office.PlannedAsync();
        var megan = office.As(Contoso.Megan);
        var second = (await megan.OpenAsync()).Value;
        var inTheWay = await megan.SendDetailsAsync(second.Id);
        inTheWay.MustBeRefused(409, ProblemCodes.RunAlreadyOpen);
        Assert.Equal(first.Id, inTheWay.Problem!.Run!.Id);

        var replace = Setups.Details(Contoso.Megan) with { ReplaceOpenRun = true };
        (await megan.SendDetailsAsync(second.Id, replace)).MustBeRefused(403, ProblemCodes.NotAllowed);
        var alex = office.As(Contoso.Alex);
        var third = (await alex.OpenAsync()).Value;
        Assert.Equal(200, (await alex.SendDetailsAsync(third.Id, Setups.Details(Contoso.Alex) with { ReplaceOpenRun = true })).Status);
        Assert.Equal(RunState.Cancelled, (await alex.ReadAsync(first.Id)).Value.State);
    }

    [DatabaseFact]
    public async Task Two_details_cards_at_once_for_one_organisation_open_one_run()
    {
        await using var office = await Office.OpenAsync();
        var (adele, megan) = (office.As(Contoso.Adele), office.As(Contoso.Megan));
        var (one, other) = ((await adele.OpenAsync()).Value, (await megan.OpenAsync()).Value);
        var answers = await Task.WhenAll(adele.SendDetailsAsync(one.Id), megan.SendDetailsAsync(other.Id));
        Assert.Single(answers, a => a.Status == 200);
        Assert.Single(answers, a => a.Problem?.Code == ProblemCodes.RunAlreadyOpen);
    }

    [DatabaseFact]
    public async Task An_on_premises_organisation_gets_the_acts_in_Marketo_alone()
    {
        await using var office = await Office.OpenAsync();
        var adele = office.As(Contoso.Adele);
        var run = (await adele.OpenAsync()).Value;
        run = (await adele.SendDetailsAsync(run.Id, Setups.Details(Contoso.Adele) with { OrganisationUrl = "https://crm.contoso.com/org" })).Value;
        Assert.Equal((RunKind.MarketoActsOnly, RunState.Guiding, StepKey.DisableSync), (run.Kind, run.State, run.Marketo!.Current));
        Assert.All(run.Steps.Where(s => s.Key is > StepKey.Details and <= StepKey.Secret), s => Assert.Equal(PhraseCodes.NotNeededOnPremises, s.Says!.Code));
    }

    [DatabaseFact]
    public async Task An_unknown_region_warns()
    {
        await using var office = await Office.OpenAsync();
        var adele = office.As(Contoso.Adele);
        var run = (await adele.OpenAsync()).Value;
        run = (await adele.SendDetailsAsync(run.Id, Setups.Details(Contoso.Adele) with { OrganisationUrl = "https://contoso.crm99.dynamics.com/main.aspx" })).Value;
        Assert.Equal("https://contoso.crm99.dynamics.com", run.Details!.OrganisationUrl);
        Assert.Equal(PhraseCodes.RegionUnknown, Assert.Single(run.Details.Warnings).Code);
    }

    [DatabaseFact]
    public async Task A_repeated_act_is_answered_with_the_present_run_and_done_once()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.GuidingAsync();
        var adele = office.As(Contoso.Adele);
        var body = new MarketoActRequest(StepKey.DisableSync);
        var first = (await adele.PostAsync(Routes.MarketoDone, run.Id, body, "click-1")).Value;
        var repeat = (await adele.PostAsync(Routes.MarketoDone, run.Id, body, "click-1")).Value;
        Assert.Equal(first.Version, repeat.Version);
        Assert.Equal(StepKey.EditCredentials, repeat.Marketo!.Current);
        var late = await adele.PostAsync(Routes.MarketoDone, run.Id, body, "click-2");
        late.MustBeRefused(409, ProblemCodes.Stale);
        Assert.Equal(StepKey.EditCredentials, late.Problem!.Run!.Marketo!.Current);
    }

    [DatabaseFact]
    public async Task The_acts_in_Marketo_go_on_back_and_report_red_checks()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.GuidingAsync();
        var adele = office.As(Contoso.Adele);
        (await adele.PostAsync(Routes.MarketoReport, run.Id, new MarketoReportRequest([MarketoCheck.UrlIsValid]))).MustBeRefused(409, ProblemCodes.Stale);
        foreach (var act in (StepKey[])[StepKey.DisableSync, StepKey.EditCredentials, StepKey.Save])
            run = (await adele.MarketoDoneAsync(run.Id, act)).Value;

        run = (await adele.PostAsync(Routes.MarketoReport, run.Id, new MarketoReportRequest([MarketoCheck.SyncUserHasRole, MarketoCheck.UrlIsValid]))).Value;
        Assert.Equal([MarketoCheck.UrlIsValid, MarketoCheck.SyncUserHasRole], run.Marketo!.Red);
        Assert.Equal("1, 3", run.Steps.Single(s => s.Key is StepKey.ValidateSyncSetup).Says!.Values!["checks"]);
        run = (await adele.PostAsync(Routes.MarketoBack, run.Id, new MarketoActRequest(StepKey.ValidateSyncSetup))).Value;
        Assert.Equal(StepKey.Save, run.Marketo!.Current);
        run = (await adele.MarketoDoneAsync(run.Id, StepKey.Save)).Value;
        run = (await adele.MarketoDoneAsync(run.Id, StepKey.ValidateSyncSetup)).Value;
        Assert.Empty(run.Marketo!.Red);
    }

    [DatabaseFact]
    public async Task The_connection_is_listed_and_validated()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.CompletedAsync();
        var adele = office.As(Contoso.Adele);
        var connection = Assert.Single((await adele.SendAsync<ConnectionView[]>(HttpMethod.Get, Routes.Connections)).Value);
        Assert.Equal((run.ConnectionId!.Value, run.Delivery!.ClientId), (connection.Id, connection.ClientId));
        Assert.Null(connection.OpenRun);
        var validation = (await adele.SendAsync<ValidationView>(HttpMethod.Post, Routes.For(Routes.Validate, connection.Id))).Value;
        // Marketo has not signed in yet, so there is nothing to read of that.
        Assert.All(validation.Checks.Where(c => c.Id != CheckIds.SignIns), c => Assert.Contains(c.State, (CheckState[])[CheckState.Passed, CheckState.Warning]));
    }
}
