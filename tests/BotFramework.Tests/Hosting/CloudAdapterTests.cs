using System.Net;
using System.Security.Principal;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace BotFramework.Tests.Hosting;

public class CloudAdapterTests
{
    [Fact]
    public async Task A_message_is_answered_through_the_channel_and_its_post_with_an_empty_200()
    {
        await using var bot = await HostedBot.StartAsync((turn, token) => turn.SendActivityAsync("echo: " + turn.Activity.Text, cancellationToken: token));

        using var response = await bot.PostAsync(bot.Activity(ActivityTypes.Message, "hello"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        var (method, path, body) = Assert.Single(bot.Sent);
        Assert.Equal("POST", method);
        Assert.Equal("/v3/conversations/19:general@thread.tacv2;messageid=7/activities/in-1", path);
        Assert.Equal("echo: hello", (string?)body!["text"]);
        Assert.Equal("in-1", (string?)body["replyToId"]);
        Assert.Equal("acceptingInput", (string?)body["inputHint"]);
        Assert.Equal("28:bot", (string?)body["from"]!["id"]);
        Assert.Equal("29:alex", (string?)body["recipient"]!["id"]);
        Assert.DoesNotContain(body.Descendants().OfType<JValue>(), value => value.Type == JTokenType.Null);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Only_POST_is_allowed(string method)
    {
        await using var bot = await HostedBot.StartAsync((_, _) => Task.CompletedTask);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), bot.Address);

        using var response = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal("POST", Assert.Single(response.Content.Headers.Allow));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"message\"")]
    [InlineData("{}")]
    [InlineData("{\"type\":\"\"}")]
    [InlineData("{\"type\":{}}")]
    [InlineData("{\"type\":\"message\",\"from\":7}")]
    [InlineData("{\"type\":\"message\",\"attachments\":{}}")]
    [InlineData("{\"type\":\"message\",\"timestamp\":\"yesterday\"}")]
    [InlineData("{\"type\":\"message\",\"timestamp\":99999999999999999999999}")]
    [InlineData("{\"type\":\"message\",\"historyDisclosed\":\"maybe\"}")]
    public async Task What_is_no_activity_is_refused_without_a_word(string body)
    {
        await using var bot = await HostedBot.StartAsync((_, _) => throw new InvalidOperationException("must not run"));

        using var response = await bot.PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Deep_JSON_is_refused()
    {
        await using var bot = await HostedBot.StartAsync((_, _) => throw new InvalidOperationException("must not run"));
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 5000)) + "1" + new string('}', 5000);

        using var response = await bot.PostAsync($"{{\"type\":\"message\",\"value\":{deep}}}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_however_it_is_sent()
    {
        await using var bot = await HostedBot.StartAsync((_, _) => throw new InvalidOperationException("must not run"));
        var large = $"{{\"type\":\"message\",\"text\":\"{new string('x', 300_000)}\"}}";
        using var chunked = new HttpRequestMessage(HttpMethod.Post, bot.Address) { Content = new StringContent(large) };
        chunked.Headers.TransferEncodingChunked = true;
        using var http = new HttpClient();

        using var withLength = await bot.PostAsync(large);
        using var withoutLength = await http.SendAsync(chunked);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, withLength.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, withoutLength.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer bad")]
    public async Task A_stranger_gets_401_and_no_reason(string? authorization)
    {
        await using var bot = await HostedBot.StartAsync((_, _) => throw new InvalidOperationException("must not run"));

        using var response = await bot.PostAsync("{\"type\":\"message\"}", authorization);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task An_invoke_is_answered_with_status_and_body()
    {
        await using var bot = await HostedBot.StartAsync((turn, token) => turn.SendActivityAsync(
            new Activity(ActivityTypesEx.InvokeResponse) { Value = new InvokeResponse { Status = 412, Body = new TokenExchangeInvokeResponse { Id = "7" } } }, token));

        using var response = await bot.PostAsync(bot.Activity(ActivityTypes.Invoke));

        Assert.Equal(HttpStatusCode.PreconditionFailed, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.Equal("{\"id\":\"7\"}", await response.Content.ReadAsStringAsync());
        Assert.Empty(bot.Sent);
    }

    [Fact]
    public async Task An_invoke_that_nobody_answers_is_501()
    {
        await using var bot = await HostedBot.StartAsync((_, _) => Task.CompletedTask);

        using var response = await bot.PostAsync(bot.Activity(ActivityTypes.Invoke));

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
    }

    [Fact]
    public async Task Replies_that_are_expected_in_the_response_are_its_body()
    {
        await using var bot = await HostedBot.StartAsync((turn, token) => turn.SendActivityAsync("here", cancellationToken: token));
        var activity = bot.Activity(ActivityTypes.Message, "hello");
        activity.DeliveryMode = DeliveryModes.ExpectReplies;

        using var response = await bot.PostAsync(activity);

        var body = JObject.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal("here", (string?)body["activities"]![0]!["text"]);
        Assert.Empty(bot.Sent);
    }

    [Fact]
    public async Task A_trace_never_reaches_Teams()
    {
        await using var bot = await HostedBot.StartAsync((turn, token) => turn.SendActivityAsync(new Activity(ActivityTypes.Trace) { Name = "inside" }, token));

        using var response = await bot.PostAsync(bot.Activity(ActivityTypes.Message, "hello"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(bot.Sent);
    }

    [Fact]
    public async Task What_a_turn_throws_goes_to_OnTurnError()
    {
        await using var bot = await HostedBot.StartAsync((_, _) => throw new InvalidOperationException("broken"));
        bot.Adapter.OnTurnError = (turn, exception) => turn.SendActivityAsync("sorry: " + exception.Message);

        using var response = await bot.PostAsync(bot.Activity(ActivityTypes.Message, "hello"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("sorry: broken", (string?)Assert.Single(bot.Sent).Body!["text"]);
    }

    [Fact]
    public async Task A_turn_carries_the_clients_of_the_framework()
    {
        var held = new List<object?>();
        await using var bot = await HostedBot.StartAsync((turn, _) =>
        {
            held.AddRange(
                turn.TurnState.Get<IConnectorClient>(),
                turn.TurnState.Get<UserTokenClient>(),
                turn.TurnState.Get<ConnectorFactory>(),
                turn.TurnState.Get<BotCallbackHandler>(),
                turn.TurnState.Get<IIdentity>(BotAdapter.BotIdentityKey),
                turn.TurnState.Get<string>(BotAdapter.OAuthScopeKey));
            return Task.CompletedTask;
        });

        using var response = await bot.PostAsync(bot.Activity(ActivityTypes.Message, "hello"));

        Assert.Equal(6, held.Count);
        Assert.DoesNotContain(null, held);
    }

    [Fact]
    public async Task An_activity_is_updated_and_deleted_in_place()
    {
        await using var bot = await HostedBot.StartAsync(async (turn, token) =>
        {
            var sent = await turn.SendActivityAsync("one", cancellationToken: token);
            await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message) { Id = sent.Id, Text = "two" }, token);
            await turn.DeleteActivityAsync(sent.Id, token);
        });

        using var response = await bot.PostAsync(bot.Activity(ActivityTypes.Message, "hello"));

        Assert.Equal(["POST", "PUT", "DELETE"], bot.Sent.Select(sent => sent.Method));
        Assert.All(bot.Sent.Skip(1), sent => Assert.EndsWith("/activities/sent-1", sent.Path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_conversation_goes_on_without_an_activity_from_outside()
    {
        await using var bot = await HostedBot.StartAsync((_, _) => Task.CompletedTask);
        var reference = bot.Activity(ActivityTypes.Message).GetConversationReference();
        reference.ActivityId = null;
        string name = null!;

        await bot.Adapter.ContinueConversationAsync("app", reference, (turn, token) =>
        {
            name = turn.Activity.Name;
            return turn.SendActivityAsync("ping", cancellationToken: token);
        }, CancellationToken.None);

        Assert.Equal("ContinueConversation", name);
        Assert.Equal("ping", (string?)Assert.Single(bot.Sent).Body!["text"]);
    }

    [Fact]
    public async Task A_conversation_is_created_and_a_turn_runs_in_it()
    {
        await using var bot = await HostedBot.StartAsync((_, _) => Task.CompletedTask);
        string conversation = null!;

        await bot.Adapter.CreateConversationAsync(
            "app",
            Channels.Msteams,
            bot.ServiceUrl,
            null,
            new ConversationParameters { IsGroup = false, Members = [new ChannelAccount("29:alex")], TenantId = "tenant" },
            (turn, token) =>
            {
                conversation = turn.Activity.Conversation.Id;
                return turn.SendActivityAsync("hello", cancellationToken: token);
            },
            CancellationToken.None);

        Assert.Equal("sent-1", conversation);
        Assert.Equal("/v3/conversations", bot.Sent.First().Path);
        Assert.StartsWith("/v3/conversations/sent-1/activities", bot.Sent.Last().Path, StringComparison.Ordinal);
    }
}
