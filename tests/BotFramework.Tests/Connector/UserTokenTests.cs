using System.Text;
using BotFramework.Tests.Cloud;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace BotFramework.Tests.Connector;

public sealed class UserTokenTests : IAsyncLifetime
{
    private MicrosoftCloud cloud = null!;
    private UserTokenClient tokens = null!;

    public async Task InitializeAsync()
    {
        cloud = await MicrosoftCloud.StartAsync();
        tokens = await cloud.Authentication().CreateUserTokenClientAsync(new(), default);
    }

    public async Task DisposeAsync()
    {
        tokens.Dispose();
        await cloud.DisposeAsync();
    }

    [Fact]
    public async Task A_token_is_got_for_a_person_a_connection_and_a_channel()
    {
        cloud.Answer(200, """{"channelId":"msteams","connectionName":"Backend","token":"person-token","expiration":"2026-11-22T13:00:00Z"}""");

        var token = await tokens.GetUserTokenAsync("29:alex", "Backend", "msteams", "123456", default);

        Assert.Equal("person-token", token.Token);
        Assert.Equal("2026-11-22T13:00:00Z", token.Expiration);
        Assert.Equal("/api/usertoken/GetToken?userId=29%3Aalex&connectionName=Backend&channelId=msteams&code=123456", Asked().RawTarget);
        Assert.Equal("Bearer bot-token-1", Asked().Headers["Authorization"]);
    }

    [Fact]
    public async Task No_token_is_an_answer()
    {
        cloud.Answer(404, """{"error":{"code":"NotFound"}}""");

        Assert.Null(await tokens.GetUserTokenAsync("29:alex", "Backend", "msteams", null, default));
    }

    [Fact]
    public async Task The_way_to_a_sign_in_carries_the_conversation_with_it()
    {
        cloud.Answer(200, """{"signInLink":"https://token.botframework.com/signin","tokenExchangeResource":{"id":"1","uri":"api://bot","providerId":"2"}}""");
        var activity = new Activity(ActivityTypes.Message, id: "7", channelId: "msteams", from: new ChannelAccount("29:alex"), conversation: new ConversationAccount(id: "a:1"));

        var resource = await tokens.GetSignInResourceAsync("Backend", activity, null, default);

        Assert.Equal("https://token.botframework.com/signin", resource.SignInLink);
        Assert.Equal("api://bot", resource.TokenExchangeResource.Uri);
        var state = Uri.UnescapeDataString(Asked().RawTarget.Split("state=")[1]);
        var carried = JObject.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(state)));
        Assert.Equal("Backend", (string?)carried["connectionName"]);
        Assert.Equal(MicrosoftCloud.AppId, (string?)carried["msAppId"]);
        Assert.Equal("a:1", (string?)carried["conversation"]!["conversation"]!["id"]);
    }

    [Fact]
    public async Task An_exchange_posts_the_clients_token()
    {
        cloud.Answer(200, """{"token":"person-token"}""");

        var token = await tokens.ExchangeTokenAsync("29:alex", "Backend", "msteams", new TokenExchangeRequest { Token = "client-token" }, default);

        Assert.Equal("person-token", token.Token);
        Assert.Equal(("POST", "/api/usertoken/exchange?userId=29%3Aalex&connectionName=Backend&channelId=msteams"), (Asked().Method, Asked().RawTarget));
        Assert.Equal("""{"token":"client-token"}""", Asked().Body);
    }

    [Fact]
    public async Task A_refused_exchange_tells_its_code_and_no_more()
    {
        cloud.Answer(400, """{"error":{"code":"ConsentRequired","message":"claims of client-token"}}""");

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            tokens.ExchangeTokenAsync("29:alex", "Backend", "msteams", new TokenExchangeRequest { Token = "client-token" }, default));

        Assert.Contains("ConsentRequired", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("client-token", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_can_be_signed_out()
    {
        await tokens.SignOutUserAsync("29:alex", "Backend", "msteams", default);

        Assert.Equal(("DELETE", "/api/usertoken/SignOut?userId=29%3Aalex&connectionName=Backend&channelId=msteams"), (Asked().Method, Asked().RawTarget));
    }

    [Fact]
    public async Task The_state_of_all_connections_can_be_asked_for()
    {
        cloud.Answer(200, """[{"connectionName":"Backend","hasToken":true}]""");

        var status = Assert.Single(await tokens.GetTokenStatusAsync("29:alex", "msteams", null, default));

        Assert.True(status.HasToken);
    }

    private Asked Asked() => cloud.To("api.botframework.com").Last();
}
