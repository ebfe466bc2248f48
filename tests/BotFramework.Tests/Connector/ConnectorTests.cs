using System.Net;
using BotFramework.Tests.Cloud;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Connector.Teams;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace BotFramework.Tests.Connector;

public sealed class ConnectorTests : IAsyncLifetime
{
    private const string Thread = "19:abc@thread.tacv2;messageid=1795336703632";
    private const string Escaped = "19%3Aabc%40thread.tacv2%3Bmessageid%3D1795336703632";

    private MicrosoftCloud cloud = null!;

    public async Task InitializeAsync() => cloud = await MicrosoftCloud.StartAsync();

    public Task DisposeAsync() => cloud.DisposeAsync().AsTask();

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net/emea")]
    public async Task An_activity_goes_below_the_service_url_with_one_slash_between(string serviceUrl)
    {
        var connector = await ConnectAsync(serviceUrl);

        var response = await connector.Conversations.SendToConversationAsync(Thread, MessageActivity());

        Assert.Equal("1795338074671", response.Id);
        var sent = Sent();
        Assert.Equal(("POST", $"/emea/v3/conversations/{Escaped}/activities"), (sent.Method, sent.RawTarget));
        Assert.Equal(Thread, sent.Headers["x-ms-conversation-id"]);
        Assert.Equal("Bearer bot-token-1", sent.Headers["Authorization"]);
        Assert.Equal("application/json; charset=utf-8", sent.Headers["Content-Type"]);
    }

    [Fact]
    public void A_connector_that_is_given_no_way_out_has_one_of_its_own()
    {
        using var connector = new ConnectorClient(new Uri("https://smba.trafficmanager.net/"), MicrosoftAppCredentials.Empty, null, disposeHttpClient: true);

        Assert.NotNull(connector.HttpClient);
    }

    [Fact]
    public async Task Nothing_that_is_null_is_sent()
    {
        var connector = await ConnectAsync();

        await connector.Conversations.SendToConversationAsync(Thread, MessageActivity());

        Assert.DoesNotContain(JToken.Parse(Sent().Body).SelectTokens("$..*"), token => token.Type == JTokenType.Null);
        Assert.Equal("""{"type":"message","from":{"id":"28:bot"},"text":"hello"}""", Sent().Body);
    }

    [Fact]
    public async Task Each_call_has_its_method_and_its_path()
    {
        var connector = await ConnectAsync();
        var teams = new TeamsConnectorClient(connector.BaseUri, connector.Credentials, connector.HttpClient).Teams;

        await connector.Conversations.ReplyToActivityAsync(Thread, "1", MessageActivity());
        await connector.Conversations.UpdateActivityAsync(Thread, "1", MessageActivity());
        await connector.Conversations.DeleteActivityAsync(Thread, "1");
        await connector.Conversations.CreateConversationAsync(new ConversationParameters { IsGroup = false, Members = [new ChannelAccount("29:alex")], TenantId = MicrosoftCloud.Tenant });
        await ((Conversations)connector.Conversations).GetConversationMemberAsync("29:alex", Thread);
        cloud.Answer(200, """[{"id":"29:alex","objectId":"oid"}]""");
        await connector.Conversations.GetConversationMembersAsync(Thread);
        await connector.Conversations.GetConversationPagedMembersAsync(Thread, 50, "a b");
        await teams.FetchTeamDetailsAsync("19:team@thread.tacv2");
        await teams.FetchChannelListAsync("19:team@thread.tacv2");

        Assert.Equal(
            [
                $"POST /emea/v3/conversations/{Escaped}/activities/1",
                $"PUT /emea/v3/conversations/{Escaped}/activities/1",
                $"DELETE /emea/v3/conversations/{Escaped}/activities/1",
                "POST /emea/v3/conversations",
                $"GET /emea/v3/conversations/{Escaped}/members/29%3Aalex",
                $"GET /emea/v3/conversations/{Escaped}/members",
                $"GET /emea/v3/conversations/{Escaped}/pagedmembers?pageSize=50&continuationToken=a%20b",
                "GET /emea/v3/teams/19%3Ateam%40thread.tacv2",
                "GET /emea/v3/teams/19%3Ateam%40thread.tacv2/conversations",
            ],
            cloud.To("smba.trafficmanager.net").Select(request => $"{request.Method} {request.RawTarget}"));
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    public async Task An_id_that_would_change_the_path_is_refused(string id)
    {
        var connector = await ConnectAsync();

        await Assert.ThrowsAnyAsync<ArgumentException>(() => connector.Conversations.UpdateActivityAsync(id, "1", MessageActivity()));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => connector.Conversations.UpdateActivityAsync(Thread, id, MessageActivity()));
        Assert.Empty(cloud.Requests);
    }

    [Fact]
    public async Task A_slash_in_an_id_stays_within_its_segment()
    {
        var connector = await ConnectAsync();

        await connector.Conversations.UpdateActivityAsync("a/../b", "c?d#e", MessageActivity());

        Assert.Equal("/emea/v3/conversations/a%2F..%2Fb/activities/c%3Fd%23e", Sent().RawTarget);
    }

    [Fact]
    public async Task An_answer_without_a_body_is_no_failure()
    {
        var connector = await ConnectAsync();
        cloud.Answer(202);

        Assert.Null(await connector.Conversations.SendToConversationAsync(Thread, MessageActivity()));
    }

    [Fact]
    public async Task A_refusal_is_typed_and_shows_neither_the_token_nor_what_was_sent()
    {
        var connector = await ConnectAsync();
        cloud.Answer(403, """{"error":{"code":"BotNotInConversationRoster","message":"not there"}}""");

        var refusal = await Assert.ThrowsAsync<ErrorResponseException>(() => connector.Conversations.SendToConversationAsync(Thread, MessageActivity()));

        Assert.Equal(HttpStatusCode.Forbidden, refusal.Response.StatusCode);
        Assert.Equal("BotNotInConversationRoster", refusal.Body.Error.Code);
        Assert.False(refusal.Request.Headers.ContainsKey("Authorization"));
        Assert.Null(refusal.Request.Content);
    }

    [Fact]
    public async Task A_refusal_in_HTML_is_typed_too()
    {
        var connector = await ConnectAsync();
        cloud.Answer(404, "<html>Cannot GET</html>");

        var refusal = await Assert.ThrowsAsync<ErrorResponseException>(() => connector.Conversations.GetConversationMembersAsync(Thread));

        Assert.Equal(HttpStatusCode.NotFound, refusal.Response.StatusCode);
        Assert.Null(refusal.Body);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    [InlineData("http://localhost:56150/_connector")]
    [InlineData("https://trafficmanager.net/")]
    [InlineData("nonsense")]
    [InlineData(null)]
    public async Task The_bots_token_goes_nowhere_else(string? serviceUrl)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => ConnectAsync(serviceUrl!));

        Assert.Empty(cloud.Requests);
    }

    [Fact]
    public async Task A_connector_pointed_elsewhere_afterwards_gets_no_token()
    {
        var connector = await ConnectAsync();
        connector.BaseUri = new Uri("https://evil.example/");

        await Assert.ThrowsAsync<InvalidOperationException>(() => connector.Conversations.SendToConversationAsync(Thread, MessageActivity()));
        Assert.Empty(cloud.To("evil.example"));
    }

    [Theory]
    [InlineData("https://europe.smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams/")]
    [InlineData("https://webchat.botframework.com/")]
    public async Task The_Bot_Frameworks_other_hosts_are_known(string serviceUrl) => Assert.NotNull(await ConnectAsync(serviceUrl));

    [Fact]
    public async Task One_token_serves_many_requests_and_is_asked_for_at_the_bots_own_tenant()
    {
        var authentication = cloud.Authentication();
        for (var count = 0; count < 5; count++)
        {
            using var connector = await authentication.CreateConnectorFactory(new()).CreateAsync(MicrosoftCloud.ServiceUrl, null, default);
            await connector.Conversations.SendToConversationAsync(Thread, MessageActivity());
        }

        var asked = Assert.Single(cloud.To("login.microsoftonline.com"));
        Assert.StartsWith($"/{MicrosoftCloud.Tenant}/oauth2/v2.0/token", asked.RawTarget, StringComparison.Ordinal);
        Assert.Contains("scope=https%3A%2F%2Fapi.botframework.com%2F.default", asked.Body, StringComparison.Ordinal);
        Assert.Contains("grant_type=client_credentials", asked.Body, StringComparison.Ordinal);
    }

    private static Activity MessageActivity() => new(ActivityTypes.Message, text: "hello", from: new ChannelAccount("28:bot"));

    private Asked Sent() => cloud.To("smba.trafficmanager.net").Last();

    private async Task<ConnectorClient> ConnectAsync(string serviceUrl = MicrosoftCloud.ServiceUrl) =>
        (ConnectorClient)await cloud.Authentication().CreateConnectorFactory(new()).CreateAsync(serviceUrl, "https://api.botframework.com", default);
}
