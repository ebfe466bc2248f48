using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Graph.Models;

namespace MarketoSetupBot.Backend.Tests.Halt;

[Trait("Category", "Abuse")]
public sealed class Whoever_abuses_the_halt
{
    [Fact]
    public async Task Calls_none_without_the_role()
    {
        await using var office = await Office.OpenAsync();
        (await office.As(Contoso.Adele).HaltAsync()).MustBeRefused(403, ProblemCodes.NotAllowed);
        Assert.Null((await office.As(Contoso.Adele).HaltStateAsync()).Value.Halt);
        Assert.Empty(office.GraphWrites());
    }

    [Fact]
    public async Task Does_not_lift_it_without_the_role()
    {
        await using var office = await Office.OpenAsync();
        var held = await HeldAsync(office);
        (await office.As(Contoso.Adele).LiftAsync()).MustBeRefused(403, ProblemCodes.NotAllowed);
        await MustBeHeldAsync(office, held);
    }

    [Fact]
    public async Task Does_not_lift_their_own()
    {
        await using var office = await Office.OpenAsync();
        var held = await HeldAsync(office);
        (await office.As(Contoso.Alex).LiftAsync()).MustBeRefused(403, ProblemCodes.LiftByAnother);
        await MustBeHeldAsync(office, held);
    }

    [Fact]
    public async Task Does_not_call_or_lift_it_with_the_bots_own_token()
    {
        await using var office = await Office.OpenAsync();
        using var bot = office.WithToken(office.AppToken(Contoso.BotAppId));
        using var halted = await bot.PostAsync(new Uri("/halt", UriKind.Relative), System.Net.Http.Json.JsonContent.Create(new HaltRequest()));
        Assert.Null((await office.As(Contoso.Adele).HaltStateAsync()).Value.Halt);
        var held = await HeldAsync(office);
        using var lifted = await bot.PostAsync(new Uri("/halt/lift", UriKind.Relative), null);
        Assert.Equal((401, 401), ((int)halted.StatusCode, (int)lifted.StatusCode));
        await MustBeHeldAsync(office, held);
    }

    [Fact]
    public async Task Writes_no_novel_as_the_reason()
    {
        await using var office = await Office.OpenAsync();
        (await office.As(Contoso.Alex).HaltAsync(new string('x', 501))).MustBeRefused(400, ProblemCodes.BadRequest);
        Assert.Null((await office.As(Contoso.Adele).HaltStateAsync()).Value.Halt);
        Assert.Empty(office.GraphWrites());
    }

    [Fact]
    public async Task Gets_no_write_out_by_any_way_to_Graph()
    {
        await using var office = await Office.OpenAsync();
        _ = (await office.As(Contoso.Alex).HaltAsync()).Value;
        var graph = office.Services.GetRequiredService<TenantGraph>();
        var id = office.Tenant.Locked(() => office.Tenant.Applications.Values.First().Id.ToString());
        Func<Task>[] ways =
        [
            () => graph.TellAsync("p", g => g.Applications[id].PatchAsync(new Microsoft.Graph.Models.Application { DisplayName = "x" }), default),
            () => graph.TellAsync("p", g => g.Applications[id].DeleteAsync(), default),
            () => graph.TellAsync("p", g => g.ServicePrincipals.PostAsync(new Microsoft.Graph.Models.ServicePrincipal()), default),
            () => graph.AskAsync("p", g => g.Applications[id].AddPassword.PostAsync(new()), default),
            () => graph.FindAsync("p", g => g.Oauth2PermissionGrants.PostAsync(new OAuth2PermissionGrant()), default),
        ];
        foreach (var way in ways)
            Assert.Equal(TroubleKind.Halted, (await Assert.ThrowsAsync<TroubleException>(way)).Trouble.Kind);
        Assert.Empty(office.GraphWrites());
    }

    /// <summary>A setup that would write at once if nothing held it: its plan is approved, and the halt came first.</summary>
    private static async Task<Guid> HeldAsync(Office office)
    {
        var run = await office.PlannedAsync();
        _ = (await office.As(Contoso.Alex).HaltAsync()).Value;
        _ = (await office.As(Contoso.Alex).ApproveAsync(run)).Value;
        return (await office.As(Contoso.Adele).UntilAsync(run.Id, Waits)).Id;
    }

    /// <summary>Also after the engine has looked once more.</summary>
    private static async Task MustBeHeldAsync(Office office, Guid held)
    {
        office.Clock.Forward(Backend.Runs.Run.HaltIsLookedAt);
        await office.Services.GetRequiredService<Backend.Runs.RunEngine>().AdvanceAsync(held, default);
        Assert.True(Waits((await office.As(Contoso.Adele).ReadAsync(held)).Value));
        Assert.NotNull((await office.As(Contoso.Adele).HaltStateAsync()).Value.Halt);
        Assert.Empty(office.GraphWrites());
    }

    private static bool Waits(RunView run) => run.Steps.Any(s => s.Says?.Code == PhraseCodes.WaitingForLift);
}
