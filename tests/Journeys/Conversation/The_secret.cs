using Journeys.TeamsClient;
using MarketoSetupBot.Sandbox.Control;
using Xunit;

namespace Journeys.Conversation;

public sealed class The_secret(WorldFixture fixture, Xunit.Abstractions.ITestOutputHelper output) : IClassFixture<WorldFixture>
{
    [Fact]
    [Trait("Category", "Abuse")]
    public async Task Is_in_the_answer_to_its_recipients_click_and_nowhere_else()
    {
        var talk = fixture.Talk();
        await talk.ToCollectAsync();
        var writes = fixture.World.GraphWrites().Count;

        var stranger = await talk.Chat.PressAsync(TeamsPerson.Adele, talk.Step, "collect");
        Assert.Null(stranger.Card);
        Assert.Equal(writes, fixture.World.GraphWrites().Count);
        Assert.Contains("Alex Wilber", stranger.Line, StringComparison.Ordinal);
        await talk.SeesAsync("Adele Vance");

        var answer = await talk.PressAsync("collect");
        var secret = Canary.ShownBy(answer.Card!);
        writes = fixture.World.GraphWrites().Count;
        var again = await talk.Chat.PressAsync(talk.Person, talk.Step, new CardView(talk.Step.Card!.Json), "collect");
        Assert.Equal(writes, fixture.World.GraphWrites().Count);
        Assert.DoesNotContain(secret, again.Value!.ToJsonString(), StringComparison.Ordinal);
        Assert.NotNull(again.Line);

        var receipt = await talk.PressAsync("copied");
        Assert.DoesNotContain(secret, receipt.Card!.Text, StringComparison.Ordinal);
        await talk.SeesStepAsync("marketo.done");

        Assert.DoesNotContain(fixture.World.Teams.Traffic, body => body.Contains(secret, StringComparison.Ordinal));
        Assert.DoesNotContain(fixture.World.Log.Lines, line => line.Contains(secret, StringComparison.Ordinal));
        foreach (var file in Directory.GetFiles(fixture.World.Folder))
            Assert.False(Canary.IsInFile(file, secret), $"The secret is in {Path.GetFileName(file)}.");
    }

    [Fact]
    public async Task Survives_a_restart_of_bot_and_backend_before_it_is_collected()
    {
        using var told = new Told(fixture.World, output);
        var talk = fixture.Talk();
        await talk.ToPlanAsync();
        await talk.PressAsync("approve");
        await fixture.World.StopBackendAsync();
        await fixture.World.StopBotAsync();
        await fixture.World.StartBackendAsync();
        await fixture.World.StartBotAsync();

        await talk.SeesStepAsync("collect");
        var answer = await talk.PressAsync("collect");

        Assert.NotEmpty(Canary.ShownBy(answer.Card!));
    }

    [Fact]
    public async Task That_Entra_did_not_make_is_said_on_the_card_and_can_be_collected_again()
    {
        var talk = fixture.Talk();
        await talk.ToCollectAsync();
        using var control = new SandboxControl(fixture.World.SandboxUrl);
        await control.AddFaultAsync(new Fault { Path = "addPassword$", Kind = FaultKind.Unavailable });

        await talk.PressAsync("collect");
        await talk.SeesAsync("nothing was left behind");

        Assert.NotEmpty(Canary.ShownBy((await talk.PressAsync("collect")).Card!));
    }

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task Goes_to_whoever_was_named_and_to_nobody_else()
    {
        var talk = fixture.Talk();
        await talk.ToCollectAsync(("recipientId", TeamsPerson.Megan.Account.ObjectId.ToString()));
        var writes = fixture.World.GraphWrites().Count;

        Assert.Null((await talk.PressAsync("collect")).Card);
        Assert.Equal(writes, fixture.World.GraphWrites().Count);
        var answer = await talk.Chat.PressAsync(TeamsPerson.Megan, talk.Step, "collect");

        Assert.NotEmpty(Canary.ShownBy(answer.Card!));
    }
}
