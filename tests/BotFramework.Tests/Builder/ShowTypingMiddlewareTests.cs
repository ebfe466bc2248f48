using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace BotFramework.Tests.Builder;

public class ShowTypingMiddlewareTests
{
    private readonly TestAdapter adapter = new TestAdapter().Use(new ShowTypingMiddleware(delay: 0, period: 1));

    [Fact]
    public async Task A_long_turn_shows_typing_again_and_again_and_that_is_no_response()
    {
        await adapter.SendTextToBotAsync("hi", async (turn, token) =>
        {
            Assert.Equal(ActivityTypes.Typing, (await adapter.GetNextReplyAsync(token)).Type);
            Assert.Equal(ActivityTypes.Typing, (await adapter.GetNextReplyAsync(token)).Type);
            Assert.False(turn.Responded);
        }, CancellationToken.None);
    }

    [Fact]
    public async Task An_event_shows_no_typing()
    {
        await adapter.ProcessActivityAsync(new Activity(ActivityTypes.Event), (_, _) => Task.CompletedTask);

        Assert.Null(adapter.GetNextReply());
    }
}
