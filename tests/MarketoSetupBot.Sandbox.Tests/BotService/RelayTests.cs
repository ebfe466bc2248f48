using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MarketoSetupBot.Sandbox.World;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MarketoSetupBot.Sandbox.Tests.BotService;

/// <summary>From a Teams client to the bot and back, as the Bot Service does it.</summary>
public sealed class RelayTests(Sandbox sandbox) : IClassFixture<Sandbox>
{
    [Fact]
    public async Task The_bot_gets_the_activity_signed_and_with_a_service_url_of_the_connector()
    {
        await using var bot = await TeamsWorld.StartAsync(context => context.Response.WriteAsync(""));
        await sandbox.Control.SetBotAsync(new Uri(bot.Address, "/api/messages"));

        using var answer = await PostAsync(new JsonObject { ["type"] = "message", ["id"] = "1", ["channelId"] = "msteams", ["serviceUrl"] = "http://localhost:56150/_connector", ["text"] = "hello" });

        var received = Assert.Single(bot.Requests);
        var serviceUrl = received.Body!["serviceUrl"]!.ToString();
        Assert.StartsWith("https://smba.trafficmanager.net/", serviceUrl, StringComparison.Ordinal);
        Assert.EndsWith("/", serviceUrl, StringComparison.Ordinal);
        Assert.Equal(("hello", "1", "msteams"), (received.Body["text"]!.ToString(), received.Body["id"]!.ToString(), received.Body["channelId"]!.ToString()));
        var token = await ValidateAsync(received.Authorization);
        Assert.Equal(serviceUrl, token.GetClaim("serviceurl").Value);
        Assert.Equal(200, (int)answer.StatusCode);
    }

    [Fact]
    public async Task The_keys_of_the_connector_are_endorsed_for_Teams()
    {
        var keys = JsonNode.Parse(await sandbox.Http.GetStringAsync("https://login.botframework.com/v1/.well-known/keys"))!;

        Assert.Equal("msteams", keys["keys"]![0]!["endorsements"]![0]!.ToString());
    }

    [Fact]
    public async Task An_invokes_answer_comes_back_as_the_bot_gave_it()
    {
        await using var bot = await TeamsWorld.StartAsync(context =>
        {
            context.Response.StatusCode = 412;
            return context.Response.WriteAsJsonAsync(new { statusCode = 412, type = "x" });
        });
        await sandbox.Control.SetBotAsync(bot.Address);

        using var answer = await PostAsync(new JsonObject { ["type"] = "invoke", ["serviceUrl"] = "http://localhost:56150/_connector" });

        Assert.Equal(412, (int)answer.StatusCode);
        Assert.Equal("x", (await answer.Content.ReadFromJsonAsync<JsonNode>())!["type"]!.ToString());
    }

    [Fact]
    public async Task What_the_bot_sends_reaches_the_client_whose_service_url_it_answered()
    {
        await using var bot = await TeamsWorld.StartAsync(context => context.Response.WriteAsync(""));
        await using var one = await TeamsWorld.StartAsync(context => AnswerAsync(context, "from one"));
        await using var other = await TeamsWorld.StartAsync(context => AnswerAsync(context, "from other"));
        await sandbox.Control.SetBotAsync(bot.Address);
        using var first = await PostAsync(new JsonObject { ["type"] = "message", ["serviceUrl"] = new Uri(one.Address, "/_connector").AbsoluteUri });
        using var second = await PostAsync(new JsonObject { ["type"] = "message", ["serviceUrl"] = other.Address.AbsoluteUri });

        foreach (var received in bot.Requests)
        {
            using var sent = await SendAsBotAsync(HttpMethod.Post, received.Body!["serviceUrl"] + "v3/conversations/19%3Aa%40thread.tacv2%3Bmessageid%3D1/activities", new { type = "message" });
            Assert.Equal(201, (int)sent.StatusCode);
        }

        Assert.Equal("/_connector/v3/conversations/19%3Aa%40thread.tacv2%3Bmessageid%3D1/activities", Assert.Single(one.Requests).Target);
        Assert.Equal("/v3/conversations/19%3Aa%40thread.tacv2%3Bmessageid%3D1/activities", Assert.Single(other.Requests).Target);
    }

    [Fact]
    public async Task Only_the_bots_own_token_for_the_Bot_Service_may_send()
    {
        await using var client = await TeamsWorld.StartAsync(context => AnswerAsync(context, "x"));
        await using var bot = await TeamsWorld.StartAsync(context => context.Response.WriteAsync(""));
        await sandbox.Control.SetBotAsync(bot.Address);
        using var relayed = await PostAsync(new JsonObject { ["type"] = "message", ["serviceUrl"] = client.Address.AbsoluteUri });
        var address = bot.Requests.Single().Body!["serviceUrl"] + "v3/conversations/x/activities";

        using var nobody = await sandbox.Http.PostAsJsonAsync(address, new { });
        using var backend = await SendAsync(HttpMethod.Post, address, new { }, await sandbox.TokenAsync("https://api.botframework.com/.default"));

        Assert.Equal((401, 401), ((int)nobody.StatusCode, (int)backend.StatusCode));
        Assert.Empty(client.Requests);
    }

    [Theory]
    [InlineData("https://attacker.example/")]
    [InlineData("http://192.0.2.1/")]
    [InlineData(null)]
    public async Task A_service_url_off_this_machine_is_refused(string? serviceUrl)
    {
        using var answer = await PostAsync(new JsonObject { ["type"] = "message", ["serviceUrl"] = serviceUrl });

        Assert.Equal(400, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task A_client_that_knocks_gets_an_answer(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(sandbox.Address, "/relay/messages"));
        using var answer = await sandbox.Http.SendAsync(request);

        Assert.Equal(200, (int)answer.StatusCode);
    }

    private Task<HttpResponseMessage> PostAsync(JsonObject activity) => sandbox.Http.PostAsJsonAsync(new Uri(sandbox.Address, "/relay/messages"), activity);

    private async Task<HttpResponseMessage> SendAsBotAsync(HttpMethod method, string address, object body) =>
        await SendAsync(method, address, body, await sandbox.BotTokenAsync("https://api.botframework.com/.default"));

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, object body, string token)
    {
        using var request = new HttpRequestMessage(method, address) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await sandbox.Http.SendAsync(request);
    }

    private static Task AnswerAsync(HttpContext context, string id)
    {
        context.Response.StatusCode = 201;
        return context.Response.WriteAsJsonAsync(new { id });
    }

    /// <summary>As a bot does: keys from the metadata, issuer, audience, lifetime.</summary>
    private async Task<JsonWebToken> ValidateAsync(string authorization)
    {
        var metadata = JsonNode.Parse(await sandbox.Http.GetStringAsync("https://login.botframework.com/v1/.well-known/openidconfiguration"))!;
        var keys = new JsonWebKeySet(await sandbox.Http.GetStringAsync(metadata["jwks_uri"]!.ToString()));
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(authorization["Bearer ".Length..], new TokenValidationParameters
        {
            IssuerSigningKeys = keys.GetSigningKeys(),
            ValidIssuer = "https://api.botframework.com",
            ValidAudience = Contoso.BotAppId.ToString(),
        });
        Assert.True(result.IsValid, result.Exception?.Message);
        return (JsonWebToken)result.SecurityToken;
    }
}
