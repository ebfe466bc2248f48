using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Backend.Tests;

public sealed class EventTests
{
    [DatabaseFact]
    public async Task The_bot_is_told_with_the_backends_own_token_in_order_and_last_of_the_newest()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.DeliveringAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (office.Bot.Taken.Last().Version < run.Version)
            await office.Bot.NextAsync(patience.Token);

        var told = office.Bot.Taken.Where(e => e.Run == run.Id).ToArray();
        Assert.Equal(told.OrderBy(e => e.Sequence), told);
        Assert.Equal(told.Select(e => e.Version).Distinct().Order(), told.Select(e => e.Version));
        Assert.Contains(office.Bot.Token!.Claims, c => c is { Type: "roles", Value: Scopes.EventsPush });
        Assert.Equal("api://" + Contoso.BotAppId, "api://" + office.Bot.Token.Audiences.Single().Replace("api://", "", StringComparison.Ordinal));
    }

    [DatabaseFact]
    public async Task A_bot_that_is_busy_is_told_again_until_it_listens()
    {
        await using var office = await Office.OpenAsync();
        office.Bot.Answers.Enqueue((503, 3));
        office.Bot.Answers.Enqueue((500, null));
        var run = (await office.As(Contoso.Adele).OpenAsync()).Value;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var taken = await office.Bot.NextAsync(patience.Token);
        Assert.Equal((run.Id, run.Version), (taken.Run, taken.Version));
        Assert.Equal(2, office.Bot.Refused.Count);
        Assert.True(office.Bot.Refused.All(r => r.Sequence < taken.Sequence));
    }

    [DatabaseFact]
    public async Task What_the_bot_was_not_told_before_a_restart_it_is_told_after_it()
    {
        await using var office = await Office.OpenAsync();
        for (var i = 0; i < 20; i++)
            office.Bot.Answers.Enqueue((503, 60));
        var run = (await office.As(Contoso.Adele).OpenAsync()).Value;
        await office.StopBackendAsync();
        office.Bot.Answers.Clear();
        await office.StartBackendAsync();
        office.Clock.Forward(TimeSpan.FromMinutes(2));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        Assert.Equal(run.Id, (await office.Bot.NextAsync(patience.Token)).Run);
    }
}
