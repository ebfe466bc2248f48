using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Journeys.TeamsClient;
using Xunit;

namespace Journeys.Conversation;

public sealed class At_the_door(WorldFixture fixture) : IClassFixture<WorldFixture>, IDisposable
{
    private static readonly HttpClient Http = new();

    /// <summary>Nobody gets as far as a setup here.</summary>
    public void Dispose() => Assert.Empty(fixture.World.GraphWrites());

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task An_activity_that_nobody_signed_is_refused()
    {
        var activity = """{"type":"message","id":"1","text":"set up","channelId":"msteams","serviceUrl":"https://smba.trafficmanager.net/x/","conversation":{"id":"a:1"},"from":{"id":"29:alex"},"recipient":{"id":"28:bot"}}""";

        using var response = await Http.PostAsync(new Uri(fixture.World.BotUrl, "api/messages"), new StringContent(activity, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task Events_do_not_exist_where_Teams_comes_in_nor_messages_where_the_backend_does()
    {
        var token = await TokenOfAsync("alex@contoso.com");

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(new Uri(fixture.World.EventsUrl, "events"), null));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(new Uri(fixture.World.EventsUrl, "events"), token));
        Assert.NotEqual(HttpStatusCode.OK, await PostAsync(new Uri(fixture.World.BotUrl, "events"), null));
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(new Uri(fixture.World.EventsUrl, "api/messages"), null));
    }

    [Fact]
    public async Task Health_is_told_at_both_doors()
    {
        foreach (var door in (Uri[])[fixture.World.BotUrl, fixture.World.EventsUrl])
            Assert.Equal(HttpStatusCode.OK, (await Http.GetAsync(new Uri(door, "health/ready"))).StatusCode);
    }

    private async Task<string> TokenOfAsync(string user)
    {
        using var response = await Http.PostAsJsonAsync(new Uri(fixture.World.SandboxUrl, "control/tokens"), new { user, kind = "backend" });
        return (string)(await response.Content.ReadFromJsonAsync<JsonObject>())!["token"]!;
    }

    private static async Task<HttpStatusCode> PostAsync(Uri url, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = JsonContent.Create(new { run = Guid.NewGuid(), version = 1, sequence = 1 }) };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await Http.SendAsync(request);
        return response.StatusCode;
    }
}
