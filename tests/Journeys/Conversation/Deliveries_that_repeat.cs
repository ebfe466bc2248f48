using System.Net;
using System.Text.Json.Nodes;
using Journeys.TeamsClient;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Journeys.Conversation;

/// <summary>Teams delivers again what was answered late or not at all: under the same id, at once, or, for invokes, under a new one.</summary>
public sealed class Deliveries_that_repeat(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    private readonly string id = Guid.NewGuid().ToString("D");

    [Fact]
    public async Task A_message_that_comes_twice_is_answered_once()
    {
        var talk = fixture.Talk();

        await fixture.World.Teams.SayAsync(talk.Chat, talk.Person, "set up", id);
        await fixture.World.Teams.SayAsync(talk.Chat, talk.Person, "set up", id);

        Assert.Single(talk.Chat.Messages);
    }

    [Fact]
    public async Task A_click_that_comes_twice_under_one_id_gets_the_same_answer_and_has_one_effect()
    {
        var (talk, begin) = await BeforeBeginAsync();

        var first = await PressAsync(talk, begin, "begin", id);
        var step = await talk.SeesStepAsync("details.send");
        var again = await PressAsync(talk, begin, "begin", id);

        Assert.NotNull(first.Card);
        Assert.True(JsonNode.DeepEquals(first.Value, again.Value));
        Assert.Equal([begin.Message.Id, step.Id], talk.Chat.Messages.Select(m => m.Id));
    }

    [Fact]
    public async Task A_click_that_comes_twice_at_once_has_one_effect()
    {
        var (talk, begin) = await BeforeBeginAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PressAsync(talk, begin, "begin", id)));
        await talk.SeesStepAsync("details.send");

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Http));
        Assert.Equal(2, talk.Chat.Messages.Count);
    }

    [Fact]
    public async Task A_click_that_comes_again_under_a_new_id_has_one_effect()
    {
        var (talk, begin) = await BeforeBeginAsync();

        await PressAsync(talk, begin, "begin", id);
        var step = await talk.SeesStepAsync("details.send");
        var again = await PressAsync(talk, begin, "begin", Guid.NewGuid().ToString("D"));

        // The second one only looks, at the same run: whatever it points to is the one step that there is.
        Assert.Equal(HttpStatusCode.OK, again.Http);
        var steps = talk.Chat.Messages.Where(m => m.CardFor(talk.Person)?.Verbs.Contains("details.send") == true).ToList();
        Assert.Single(steps);
        Assert.Equal(RunOf(step), RunOf(steps[0]));
    }

    [Fact]
    public async Task An_approval_that_comes_again_under_a_new_id_is_one_approval()
    {
        var talk = fixture.Talk();
        await talk.ToPlanAsync(("appName", talk.AppName));
        var plan = (Message: talk.Step, Card: talk.Step.CardFor(talk.Person)!);

        await Task.WhenAll(PressAsync(talk, plan, "approve", id), PressAsync(talk, plan, "approve", Guid.NewGuid().ToString("D")));
        await talk.SeesStepAsync("collect");
        await PressAsync(talk, plan, "approve", Guid.NewGuid().ToString("D"));

        Assert.Contains("collect", (await talk.SeesStepAsync("collect")).CardFor(talk.Person)!.Verbs);
        // Would throw if there were two of them.
        Assert.NotNull(fixture.World.ClientIdOf(talk));
    }

    [Fact]
    public async Task A_click_that_was_refused_counts_when_it_comes_again()
    {
        var talk = fixture.Talk();
        await talk.BeginAsync();
        var form = (Message: talk.Step, Card: talk.Step.CardFor(talk.Person)!);
        await fixture.World.StopBackendAsync();
        try
        {
            Assert.Null((await PressAsync(talk, form, "details.send", id, talk.Details)).Card);
        }
        finally
        {
            await fixture.World.StartBackendAsync();
        }

        await PressAsync(talk, form, "details.send", id, talk.Details);

        await talk.SeesStepAsync("approve");
    }

    [Fact]
    public async Task A_click_that_could_not_be_recorded_gets_a_kind_answer_and_counts_when_it_comes_again()
    {
        var (talk, begin) = await BeforeBeginAsync();
        await DatabaseAsync("CREATE TRIGGER full BEFORE INSERT ON handled BEGIN SELECT RAISE(ABORT, 'of the test'); END");
        InvokeAnswer unrecorded;
        try
        {
            unrecorded = await PressAsync(talk, begin, "begin", id);
        }
        finally
        {
            await DatabaseAsync("DROP TRIGGER full");
        }

        Assert.Equal((HttpStatusCode.OK, 200), (unrecorded.Http, unrecorded.Status));
        Assert.Contains("still working on it", unrecorded.Line, StringComparison.Ordinal);
        Assert.Single(talk.Chat.Messages);

        var again = await PressAsync(talk, begin, "begin", id);
        Assert.NotNull(again.Card);
        await talk.SeesStepAsync("details.send");
        Assert.Equal(2, talk.Chat.Messages.Count);
    }

    private async Task<(SetupTalk Talk, (TeamsMessage Message, CardView Card) Begin)> BeforeBeginAsync()
    {
        var talk = fixture.Talk();
        await talk.Chat.SayAsync(talk.Person, "set up");
        var message = await talk.Chat.SeesVerbAsync(talk.Person, "begin");
        return (talk, (message, message.Card!));
    }

    private Task<InvokeAnswer> PressAsync(SetupTalk talk, (TeamsMessage Message, CardView Card) seen, string verb, string activity, params (string Id, string Value)[] inputs)
    {
        var action = seen.Card.Verb(verb);
        var data = action["data"]?.DeepClone() as JsonObject ?? [];
        foreach (var (name, value) in seen.Card.Inputs.Where(i => i.Value.Length > 0)) data[name] = value;
        foreach (var (name, value) in inputs) data[name] = value;
        var pressed = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data } };
        return fixture.World.Teams.InvokeAsync(talk.Chat, talk.Person, seen.Message, pressed, activity);
    }

    private static string? RunOf(TeamsMessage message) => (string?)message.Card?.Verb("details.send")["data"]?["run"];

    private async Task DatabaseAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(fixture.World.Folder, "bot.db")}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A constant of these tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
