using System.Net;
using BotFramework.Tests.Cloud;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace BotFramework.Tests.Connector;

public sealed class RetryTests : IAsyncLifetime
{
    private MicrosoftCloud cloud = null!;
    private IConversations conversations = null!;

    public async Task InitializeAsync()
    {
        cloud = await MicrosoftCloud.StartAsync();
        conversations = (await cloud.Authentication().CreateConnectorFactory(new()).CreateAsync(MicrosoftCloud.ServiceUrl, null, default)).Conversations;
    }

    public Task DisposeAsync() => cloud.DisposeAsync().AsTask();

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    public async Task What_was_not_done_is_asked_again(int status)
    {
        cloud.Answer(status);
        cloud.Answer(status);

        await PostAsync();

        Assert.Equal(3, Attempts());
    }

    [Fact]
    public async Task A_service_that_says_when_is_waited_for()
    {
        cloud.Answer(429, "", ("Retry-After", "7"));

        await PostAsync();

        Assert.InRange(Assert.Single(cloud.Time.Pauses), TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(8));
    }

    [Fact]
    public async Task A_service_that_wants_too_long_a_wait_is_told_of_instead()
    {
        cloud.Answer(429, "", ("Retry-After", "120"));

        var refusal = await Assert.ThrowsAsync<ErrorResponseException>(PostAsync);

        Assert.Equal(HttpStatusCode.TooManyRequests, refusal.Response.StatusCode);
        Assert.Equal("120", refusal.Response.Headers["Retry-After"].Single());
        Assert.Equal(1, Attempts());
    }

    [Fact]
    public async Task Pauses_grow()
    {
        cloud.Answer(429);
        cloud.Answer(429);
        cloud.Answer(429);

        await PostAsync();

        Assert.Equal([300, 600, 1200], cloud.Time.Pauses.Select(pause => pause.TotalMilliseconds));
    }

    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_message_that_may_have_been_posted_is_posted_once_more_at_most(int status)
    {
        for (var count = 0; count < 9; count++)
            cloud.Answer(status);

        await Assert.ThrowsAsync<ErrorResponseException>(PostAsync);

        Assert.Equal(2, Attempts());
    }

    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task An_update_may_be_repeated_but_not_for_ever(int status)
    {
        for (var count = 0; count < 9; count++)
            cloud.Answer(status);

        await Assert.ThrowsAsync<ErrorResponseException>(() => conversations.UpdateActivityAsync("a:1", "1", new Activity(ActivityTypes.Message)));

        Assert.Equal(4, Attempts());
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(413)]
    [InlineData(500)]
    [InlineData(501)]
    public async Task What_will_not_get_better_is_not_repeated(int status)
    {
        cloud.Answer(status);

        await Assert.ThrowsAsync<ErrorResponseException>(PostAsync);

        Assert.Equal(1, Attempts());
    }

    [Fact]
    public async Task A_token_that_is_not_taken_any_more_is_renewed_once()
    {
        cloud.Answer(401);

        await PostAsync();

        Assert.Equal(["Bearer bot-token-1", "Bearer bot-token-2"], cloud.To("smba.trafficmanager.net").Select(request => request.Headers["Authorization"]));
    }

    [Fact]
    public async Task A_bot_that_is_not_let_in_with_a_new_token_either_gives_up()
    {
        cloud.Answer(401);
        cloud.Answer(401);

        await Assert.ThrowsAsync<ErrorResponseException>(PostAsync);

        Assert.Equal(2, Attempts());
    }

    [Fact]
    public async Task A_repeated_message_is_the_same_message()
    {
        cloud.Answer(429);

        await PostAsync();

        var bodies = cloud.To("smba.trafficmanager.net").Select(request => request.Body).ToArray();
        Assert.Equal(2, bodies.Length);
        Assert.Equal(bodies[0], bodies[1]);
        Assert.NotEmpty(bodies[0]);
    }

    private int Attempts() => cloud.To("smba.trafficmanager.net").Count();

    private Task PostAsync() => conversations.SendToConversationAsync("a:1", new Activity(ActivityTypes.Message, text: "hello"));
}
