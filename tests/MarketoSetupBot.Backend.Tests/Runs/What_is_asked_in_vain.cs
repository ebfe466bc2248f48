using MarketoSetupBot.Backend.Tests.Works;
using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Backend.Tests.Runs;

/// <summary>Requests that find nothing, come twice, or come from who may not: at every door of runs.</summary>
public sealed class What_is_asked_in_vain
{
    [Fact]
    [Trait("Category", "Abuse")]
    public async Task Of_a_run_that_is_none_is_not_found_and_nothing_is_written()
    {
        await using var office = await Office.OpenAsync();
        var (alex, nowhere) = (office.As(Contoso.Alex), Guid.NewGuid());
        (await alex.SendDetailsAsync(nowhere)).MustBeRefused(404, ProblemCodes.NotFound);
        foreach (var route in (string[])[Routes.Change, Routes.Cancel, Routes.Retry, Routes.Collect, Routes.Copied, Routes.KeepSecret, Routes.IssueAgain, Routes.Revoke, WorkRoutes.Undo])
            (await alex.PostAsync(route, nowhere)).MustBeRefused(404, ProblemCodes.NotFound);
        (await alex.HandOverAsync(nowhere, HandOverPart.Run, Contoso.Megan)).MustBeRefused(404, ProblemCodes.NotFound);
        (await alex.RepairAsync(nowhere, "x")).MustBeRefused(404, ProblemCodes.NotFound);
        Assert.Empty(office.GraphWrites());
    }

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task By_somebody_outside_the_team_is_refused_at_every_door()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.PlannedAsync();
        office.Change(t => t.Groups[Contoso.TeamGroupId] = t.Groups[Contoso.TeamGroupId] with { Members = [Contoso.Adele.ObjectId] });
        var megan = office.As(Contoso.Megan);
        (await megan.ReadAsync(run.Id)).MustBeRefused(403, ProblemCodes.NotAllowed);
        (await megan.SendAsync<DefaultsView>(HttpMethod.Get, Routes.Defaults)).MustBeRefused(403, ProblemCodes.NotAllowed);
        (await megan.SendDetailsAsync(run.Id)).MustBeRefused(403, ProblemCodes.NotAllowed);
        (await megan.UndoAsync(run.Id)).MustBeRefused(403, ProblemCodes.NotAllowed);
        (await megan.RepairAsync(run.ConnectionId!.Value, "x")).MustBeRefused(403, ProblemCodes.NotAllowed);
        (await megan.HandOverAsync(run.Id, HandOverPart.Run, Contoso.Megan)).MustBeRefused(403, ProblemCodes.NotAllowed);
        Assert.Empty(office.GraphWrites());
    }

    [DatabaseFact]
    public async Task Twice_under_one_key_is_done_once()
    {
        await using var office = await Office.OpenAsync();
        var adele = office.As(Contoso.Adele);
        var run = (await adele.OpenAsync("open")).Value;
        Assert.Equal(run.Id, (await adele.OpenAsync("open")).Value.Id);
        var sent = (await adele.SendDetailsAsync(run.Id, key: "send")).Value;
        var planned = await adele.UntilAsync(run.Id, RunState.Planned);
        Assert.Equal(planned.Version, (await adele.SendDetailsAsync(run.Id, key: "send")).Value.Version);
        Assert.True(sent.Version < planned.Version);
        (await adele.SendDetailsAsync(run.Id, key: "other")).MustBeRefused(409, ProblemCodes.Stale);
        Assert.Equal(run.Id, (await adele.OpenAsync("open")).Value.Id);
        Assert.Single((await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => office.As(Contoso.Megan).OpenAsync("at once")))).Select(a => a.Value.Id).Distinct());

        using var tooLong = new HttpRequestMessage(HttpMethod.Post, Routes.Runs);
        tooLong.Headers.Add("Idempotency-Key", new string('k', 201));
        using var answer = await adele.Http.SendAsync(tooLong);
        (await Answer<RunView>.ReadAsync(answer)).MustBeRefused(400, ProblemCodes.BadRequest);
    }

    [Fact]
    public async Task Of_a_repair_that_is_none_or_has_nothing_to_go_by()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.PlannedAsync();
        var adele = office.As(Contoso.Adele);
        (await adele.RepairAsync(run.ConnectionId!.Value, "no such repair")).MustBeRefused(400, ProblemCodes.BadRequest);
        Assert.Empty(office.GraphWrites());
    }

    [Fact]
    public async Task For_somebody_who_cannot_take_it_over()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.PlannedAsync();
        var adele = office.As(Contoso.Adele);
        foreach (var (id, code) in ((string?, string)[])[(null, PhraseCodes.FieldEmpty), (" ", PhraseCodes.FieldEmpty), ("somebody", PhraseCodes.RecipientUnknown)])
        {
            var refused = await adele.PostAsync(HandOverRoutes.HandOver, run.Id, new HandOverRequest(HandOverPart.Run, id));
            refused.MustBeRefused(422, ProblemCodes.InvalidDetails);
            Assert.Equal(code, refused.Problem!.Fields![HandOverRequest.Field].Code);
        }
    }

    [Fact]
    public async Task While_everything_is_halted_is_looked_at_now_and_then_without_a_word()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.PlannedAsync();
        _ = (await office.As(Contoso.Alex).HaltAsync()).Value;
        _ = (await office.As(Contoso.Alex).ApproveAsync(run)).Value;
        var adele = office.As(Contoso.Adele);
        var waits = await adele.UntilAsync(run.Id, r => r.Steps.Any(s => s.Says?.Code == PhraseCodes.WaitingForLift));
        // Two more looks of the engine, half a minute apart: whatever they do, the run is the same afterwards.
        for (var i = 0; i < 2; i++)
        {
            office.Clock.Forward(TimeSpan.FromSeconds(40));
            _ = (await office.As(Contoso.Megan).OpenAsync($"{i}")).Value;
        }
        office.GiveRole(Contoso.Megan, "Cloud Application Administrator");
        Assert.Equal(waits.Version, (await adele.ReadAsync(run.Id)).Value.Version);
        _ = (await office.As(Contoso.Megan).LiftAsync()).Value;
        Assert.Equal(RunState.Delivering, (await adele.UntilAsync(run.Id, r => r.State is not RunState.Applying)).State);
    }
}
