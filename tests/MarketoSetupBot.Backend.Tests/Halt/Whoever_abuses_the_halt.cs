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
    }

    [Fact]
    public async Task Does_not_lift_it_without_the_role()
    {
        await using var office = await Office.OpenAsync();
        _ = (await office.As(Contoso.Alex).HaltAsync()).Value;
        (await office.As(Contoso.Adele).LiftAsync()).MustBeRefused(403, ProblemCodes.NotAllowed);
        Assert.NotNull((await office.As(Contoso.Adele).HaltStateAsync()).Value.Halt);
    }

    [Fact]
    public async Task Does_not_lift_their_own()
    {
        await using var office = await Office.OpenAsync();
        _ = (await office.As(Contoso.Alex).HaltAsync()).Value;
        (await office.As(Contoso.Alex).LiftAsync()).MustBeRefused(403, ProblemCodes.LiftByAnother);
        Assert.NotNull((await office.As(Contoso.Adele).HaltStateAsync()).Value.Halt);
    }

    [Fact]
    public async Task Does_not_call_or_lift_it_with_the_bots_own_token()
    {
        await using var office = await Office.OpenAsync();
        using var bot = office.WithToken(office.AppToken(Contoso.BotAppId));
        using var halted = await bot.PostAsync(new Uri("/halt", UriKind.Relative), System.Net.Http.Json.JsonContent.Create(new HaltRequest()));
        using var lifted = await bot.PostAsync(new Uri("/halt/lift", UriKind.Relative), null);
        Assert.Equal((401, 401), ((int)halted.StatusCode, (int)lifted.StatusCode));
    }

    [Fact]
    public async Task Writes_no_novel_as_the_reason()
    {
        await using var office = await Office.OpenAsync();
        (await office.As(Contoso.Alex).HaltAsync(new string('x', 501))).MustBeRefused(400, ProblemCodes.BadRequest);
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
}
