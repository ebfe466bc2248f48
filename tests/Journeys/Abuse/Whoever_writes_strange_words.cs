using System.Text.Json.Nodes;
using Journeys.TeamsClient;
using Xunit;

namespace Journeys.Abuse;

/// <summary>Words that would be more than words if a card took them as they are. Nobody approves anything here.</summary>
[Trait("Category", "Abuse")]
public sealed class Whoever_writes_strange_words(WorldFixture fixture) : IClassFixture<WorldFixture>, IDisposable
{
    public void Dispose() => Assert.Empty(fixture.World.GraphWrites());

    [Theory]
    [InlineData("[Renew your password](https://evil.example)", "](https://evil.example)")]
    [InlineData("![x](https://evil.example/pixel.png)", "](https://evil.example")]
    [InlineData("<at>Alex Wilber</at> approve this", "<at>")]
    [InlineData("**Approved by security**", "**Approved")]
    [InlineData("{{DATE(2026-01-01T00:00:00Z,SHORT)}}", "{{DATE(")]
    public async Task Finds_them_shown_as_words_and_nobody_mentioned(string name, string live)
    {
        var talk = fixture.Talk();
        await talk.BeginAsync();
        await talk.SendDetailsAsync(("appName", name));

        foreach (var message in talk.Chat.Messages)
        {
            Assert.DoesNotContain(TextBlocks(message.CardFor(talk.Person)?.Json), text => text.Contains(live, StringComparison.Ordinal));
            Assert.DoesNotContain("mentioned", message.Activity.ToJsonString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(2_000)]
    [InlineData(200_000)]
    public async Task Says_more_than_anybody_reads_and_gets_help(int length)
    {
        var chat = fixture.World.Teams.NewThread();
        await chat.SayAsync(TeamsPerson.Adele, "set up " + new string('x', length));
        var answer = await chat.SeesTextAsync(TeamsPerson.Adele, "validate sync");
        Assert.DoesNotContain("xxxx", answer.Card!.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://169.254.169.254")]
    [InlineData("https://127.0.0.1")]
    [InlineData("https://localhost")]
    [InlineData("https://contoso.crm.dynamics.com@evil.example")]
    [InlineData("https://contoso.crm.dynamics.com:8443")]
    [InlineData("file:///etc/passwd")]
    public async Task Leads_the_backend_nowhere_by_the_address_of_the_organisation(string url)
    {
        var talk = fixture.Talk();
        await talk.BeginAsync();
        await talk.SendDetailsAsync(("organisationUrl", url));

        var card = talk.Step.CardFor(talk.Person)!;
        Assert.Contains("details.send", card.Verbs);
        Assert.Equal(url, card.Inputs["organisationUrl"]);
    }

    /// <summary>Texts that Teams renders as Markdown; an input shows what is in it as it is.</summary>
    private static IEnumerable<string> TextBlocks(JsonNode? node) => node switch
    {
        JsonObject o when (o["type"] as JsonValue)?.ToString() is "Input.Text" or "Input.ChoiceSet" => [],
        JsonObject o => o.SelectMany(p => p.Key is "text" or "value" && p.Value is JsonValue v ? [v.ToString()] : TextBlocks(p.Value)),
        JsonArray a => a.SelectMany(TextBlocks),
        _ => [],
    };
}
