using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Journeys.TeamsClient;
using Xunit;

namespace Journeys.Conversation;

public sealed class Signing_in(WorldFixture fixture) : IClassFixture<WorldFixture>, IAsyncLifetime
{
    private static readonly HttpClient Http = new();

    public Task InitializeAsync() => Http.PutAsJsonAsync(Sandbox("control/sign-in"), new { ask = true });

    /// <summary>Signed out again, for the next test.</summary>
    public Task DisposeAsync() => Http.PostAsync(Sandbox("control/reset"), null);

    [Fact]
    public async Task A_click_is_repeated_with_the_token_of_Teams()
    {
        var (chat, begin) = await BeginCardAsync(TeamsPerson.Alex);
        var asked = await chat.PressAsync(TeamsPerson.Alex, begin, "begin");
        Assert.True(asked.AsksForSignIn);
        Assert.NotNull(asked.Value!["tokenExchangeResource"]!["uri"]);

        var token = (string?)(await (await Http.PostAsJsonAsync(Sandbox("control/tokens"), new { user = "alex@contoso.com", kind = "teams" })).Content.ReadFromJsonAsync<JsonObject>())!["token"];
        var answer = await RepeatAsync(chat, begin, "authentication", new JsonObject { ["id"] = "1", ["connectionName"] = "Backend", ["token"] = token });

        Assert.NotNull(answer.Card);
        await chat.SeesVerbAsync(TeamsPerson.Alex, "details.send");
    }

    [Fact]
    public async Task A_token_that_cannot_be_exchanged_is_answered_412()
    {
        var (chat, begin) = await BeginCardAsync(TeamsPerson.Alex);

        var answer = await RepeatAsync(chat, begin, "authentication", new JsonObject { ["id"] = "1", ["connectionName"] = "Backend", ["token"] = "not.a.token" });

        Assert.Equal(412, answer.Status);
    }

    [Fact]
    public async Task A_code_of_ones_own_signs_in_and_a_wrong_one_does_not()
    {
        var (chat, begin) = await BeginCardAsync(TeamsPerson.Alex);

        Assert.Equal("application/vnd.microsoft.error.incorrectAuthCode", (await RepeatAsync(chat, begin, "state", "000000")).Type);
        var answer = await RepeatAsync(chat, begin, "state", await CodeOfAsync(TeamsPerson.Alex));

        Assert.NotNull(answer.Card);
    }

    [Fact]
    public async Task The_code_of_another_person_acts_for_nobody()
    {
        var (chat, begin) = await BeginCardAsync(TeamsPerson.Alex);

        var answer = await RepeatAsync(chat, begin, "state", await CodeOfAsync(TeamsPerson.Megan));
        Assert.Equal("application/vnd.microsoft.error.incorrectAuthCode", answer.Type);

        Assert.True((await chat.PressAsync(TeamsPerson.Alex, begin, "begin")).AsksForSignIn);
    }

    private Uri Sandbox(string path) => new(fixture.World.SandboxUrl, path);

    private async Task<(TeamsChat Chat, TeamsMessage Begin)> BeginCardAsync(TeamsPerson person)
    {
        var chat = fixture.World.Teams.NewThread();
        await chat.SayAsync(person, "set up");
        return (chat, await chat.SeesVerbAsync(person, "begin"));
    }

    private Task<InvokeAnswer> RepeatAsync(TeamsChat chat, TeamsMessage message, string with, JsonNode value) =>
        fixture.World.Teams.InvokeAsync(chat, TeamsPerson.Alex, message, new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "begin", ["data"] = new JsonObject() },
            [with] = value,
        });

    private async Task<string> CodeOfAsync(TeamsPerson person)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["connection"] = "Backend", ["person"] = person.Account.ObjectId.ToString() });
        var page = await (await Http.PostAsync(Sandbox("signin"), form)).Content.ReadAsStringAsync();
        return System.Text.RegularExpressions.Regex.Match(page, @"(?<=id=""code"">)\d{6}").Value;
    }
}
