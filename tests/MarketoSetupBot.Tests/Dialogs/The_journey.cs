using System.Globalization;
using MarketoSetupBot.Cards;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Dialogs;
using MarketoSetupBot.State;
using MarketoSetupBot.Tests.Cards;
using MarketoSetupBot.Tests.State;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace MarketoSetupBot.Tests.Dialogs;

public sealed class The_journey(TemporaryDatabase temporary) : IClassFixture<TemporaryDatabase>
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private readonly string conversation = Guid.NewGuid().ToString("N");
    private readonly TestAdapter adapter = new();

    private static readonly RunView[] Everywhere =
    [
        Samples.Draft, Samples.Planning, Samples.Planned, Samples.Blocked, Samples.Applying, Samples.Failed, Samples.Delivering(),
        Samples.Delivering(DeliveryState.HandedOut), Samples.Guiding(StepKey.DisableSync), Samples.Guiding(StepKey.EditCredentials),
        Samples.Guiding(StepKey.Save), Samples.Guiding(StepKey.ValidateSyncSetup), Samples.Guiding(StepKey.Close),
        Samples.Guiding(StepKey.EnableSync), Samples.Completed, Samples.Cancelled, Samples.Expired,
    ];

    [Fact]
    public async Task Shows_where_the_run_is_whatever_it_showed_before()
    {
        foreach (var before in Everywhere)
        {
            foreach (var now in Everywhere)
            {
                await FollowAsync(before);
                var scene = await FollowAsync(now);
                var fresh = await FollowAsync(now, "afresh " + conversation + now.State);
                Assert.True(fresh.Card!.ToJson() == scene.Card!.ToJson(), $"From {Stages.Of(before)} to {Stages.Of(now)} the wrong card was shown.");
            }
        }
    }

    [Fact]
    public async Task Sends_nothing_by_itself()
    {
        foreach (var run in Everywhere) await FollowAsync(run);

        Assert.Empty(adapter.ActiveQueue);
    }

    [Fact]
    public async Task Keeps_nothing_of_the_run_in_its_stack()
    {
        await FollowAsync(Samples.Guiding(StepKey.Save));

        var stored = await StoredAsync();
        Assert.DoesNotContain("contoso", stored, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Samples.ClientId, stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Begins_anew_on_a_stack_of_another_version()
    {
        await FollowAsync(Samples.Planned);
        await StoreAsync((await StoredAsync()).Replace($"\"version\":\"{SetupDialog.Version}\"", "\"version\":\"0\"", StringComparison.Ordinal).Replace("PlanDialog", "GoneDialog", StringComparison.Ordinal));

        var scene = await FollowAsync(Samples.Planned);

        Assert.Equal(PlanCard.For(Samples.Planned, English).ToJson(), scene.Card!.ToJson());
    }

    [Fact]
    public async Task Asks_for_the_form_where_nobody_may_see_it_yet()
    {
        var scene = await FollowAsync(Samples.Draft);

        Assert.Equal(MarketoSetupBot.Threads.Holds.Plain, scene.Holds);
        Assert.Contains(Verbs.Show, scene.Card!.ToJson(), StringComparison.Ordinal);
    }

    private async Task<Scene> FollowAsync(RunView run, string? where = null)
    {
        Scene? scene = null;
        await adapter.ProcessActivityAsync(new Activity { Type = ActivityTypes.Invoke, Name = "adaptiveCard/action" }, async (turn, cancellationToken) =>
        {
            var record = new TurnRecord(temporary.Database, TimeProvider.System);
            scene = await new Guide(new SetupDialog()).FollowAsync(turn, record.State, where ?? conversation, run, null, English, cancellationToken);
            Assert.Equal(Saved.Yes, await record.SaveAsync(cancellationToken));
        });
        return scene!;
    }

    private Task<string> StoredAsync() => temporary.Database.ReadAsync(
        async c => (await c.QueryAsync("SELECT value FROM state WHERE id LIKE @id", r => r.GetString(0), CancellationToken.None, ("id", $"run/{conversation}/%"))).Single(),
        CancellationToken.None);

    private Task<bool> StoreAsync(string value) => temporary.Database.WriteAsync(
        async c => await c.ExecuteAsync("UPDATE state SET value = @value WHERE id LIKE @id", CancellationToken.None, ("value", value), ("id", $"run/{conversation}/%")) == 1,
        CancellationToken.None);
}
