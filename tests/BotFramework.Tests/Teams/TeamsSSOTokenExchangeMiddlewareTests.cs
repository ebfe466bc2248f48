using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace BotFramework.Tests.Teams;

public class TeamsSSOTokenExchangeMiddlewareTests
{
    private readonly TestAdapter adapter = new(Channels.Msteams);
    private int reachedTheBot;

    public TeamsSSOTokenExchangeMiddlewareTests()
    {
        adapter.Use(new TeamsSSOTokenExchangeMiddleware(new MemoryStorage(), "Backend"));
        adapter.AddExchangeableToken("Backend", Channels.Msteams, "user1", "sso", "t0ken");
    }

    [Fact]
    public async Task Of_the_requests_of_all_clients_one_reaches_the_bot()
    {
        Assert.Null(await SendAsync("1", "sso"));
        Assert.Equal(200, (await SendAsync("1", "sso"))!.Status);
        Assert.Equal(200, (await SendAsync("1", "sso"))!.Status);
        Assert.Null(await SendAsync("2", "sso"));

        Assert.Equal(2, reachedTheBot);
    }

    [Fact]
    public async Task A_request_that_cannot_be_exchanged_leaves_the_chance_to_the_others()
    {
        var failed = await SendAsync("1", "unknown");
        await SendAsync("1", "sso");

        Assert.Equal(412, failed!.Status);
        Assert.Equal("1", Assert.IsType<TokenExchangeInvokeResponse>(failed.Body).Id);
        Assert.Equal(1, reachedTheBot);
    }

    [Fact]
    public async Task Everything_else_passes()
    {
        await adapter.SendTextToBotAsync("hi", CountAsync, CancellationToken.None);

        Assert.Equal(1, reachedTheBot);
    }

    private async Task<InvokeResponse?> SendAsync(string id, string token)
    {
        await adapter.ProcessActivityAsync(
            new Activity(ActivityTypes.Invoke)
            {
                Name = SignInConstants.TokenExchangeOperationName,
                Value = JObject.FromObject(new { id, connectionName = "Backend", token }),
            },
            CountAsync);
        return ((Activity?)adapter.GetNextReply())?.Value as InvokeResponse;
    }

    private Task CountAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        reachedTheBot++;
        return Task.CompletedTask;
    }
}
