using System.Globalization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.TraceExtensions;
using Microsoft.Bot.Schema;

namespace BotFramework.Tests.Builder;

public class TurnContextTests
{
    private readonly TestAdapter adapter = new(sendTraceActivity: true);

    [Fact]
    public async Task Middleware_stands_around_the_bot_in_the_order_it_was_added()
    {
        var order = new List<string>();
        adapter.Use(new Around("a", order)).Use(new Around("b", order));

        await adapter.SendTextToBotAsync("hi", (_, _) =>
        {
            order.Add("bot");
            return Task.CompletedTask;
        }, CancellationToken.None);

        Assert.Equal(["a>", "b>", "bot", "<b", "<a"], order);
    }

    [Fact]
    public async Task Middleware_may_end_the_turn()
    {
        adapter.Use(new Ending());

        await adapter.SendTextToBotAsync("hi", (_, _) => throw new InvalidOperationException("must not run"), CancellationToken.None);
    }

    [Fact]
    public async Task What_is_sent_is_addressed_and_counts_as_a_response()
    {
        await adapter.SendTextToBotAsync("hi", async (turn, token) =>
        {
            await turn.TraceActivityAsync("inside", cancellationToken: token);
            Assert.False(turn.Responded);
            var sent = await turn.SendActivityAsync("there", cancellationToken: token);
            Assert.True(turn.Responded);
            Assert.NotNull(sent.Id);
        }, CancellationToken.None);

        adapter.GetNextReply();
        var reply = (Activity)adapter.GetNextReply();
        Assert.Equal("user1", reply.Recipient.Id);
        Assert.Equal("bot", reply.From.Id);
        Assert.Equal("Conversation1", reply.Conversation.Id);
        Assert.NotNull(reply.ReplyToId);
        Assert.Equal(InputHints.AcceptingInput, reply.InputHint);
    }

    [Fact]
    public async Task A_handler_sees_what_goes_out_and_may_hold_it_back()
    {
        await adapter.SendTextToBotAsync("hi", async (turn, token) =>
        {
            turn.OnSendActivities((_, activities, next) =>
            {
                activities[0].Text += "!";
                return next();
            });
            turn.OnSendActivities((_, activities, next) => activities[0].Text == "secret!" ? Task.FromResult<ResourceResponse[]>([]) : next());
            await turn.SendActivityAsync("secret", cancellationToken: token);
            await turn.SendActivityAsync("hello", cancellationToken: token);
        }, CancellationToken.None);

        Assert.Equal("hello!", Assert.Single(adapter.ActiveQueue).Text);
    }

    [Fact]
    public async Task What_was_sent_can_be_replaced_and_removed()
    {
        await adapter.SendTextToBotAsync("hi", async (turn, token) =>
        {
            var first = await turn.SendActivityAsync("one", cancellationToken: token);
            var second = await turn.SendActivityAsync("two", cancellationToken: token);
            await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message) { Id = first.Id, Text = "uno" }, token);
            await turn.DeleteActivityAsync(second.Id, token);
        }, CancellationToken.None);

        Assert.Equal("uno", Assert.Single(adapter.ActiveQueue).Text);
    }

    [Fact]
    public async Task The_turn_speaks_the_language_of_the_activity_and_nobody_else_does()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo during = null!;

        await adapter.ProcessActivityAsync(new Activity(ActivityTypes.Message) { Locale = "zh-CN" }, (_, _) =>
        {
            during = CultureInfo.CurrentCulture;
            return Task.CompletedTask;
        });

        Assert.Equal("zh-CN", during.Name);
        Assert.Equal(before, CultureInfo.CurrentCulture);
    }

    [Fact]
    public async Task An_error_goes_to_the_handler_or_to_the_caller()
    {
        BotCallbackHandler broken = (_, _) => throw new InvalidOperationException("broken");
        await Assert.ThrowsAsync<InvalidOperationException>(() => adapter.SendTextToBotAsync("hi", broken, CancellationToken.None));

        adapter.OnTurnError = (turn, exception) => turn.SendActivityAsync(exception.Message);
        await new TestFlow(adapter, broken).Test("hi", "broken").StartTestAsync();
    }

    [Fact]
    public void State_of_the_turn_is_found_by_type_and_by_name_and_left_to_its_owner()
    {
        var thing = new Disposable();
        using (var turn = new TurnContext(adapter, new Activity()))
        {
            turn.TurnState.Add(thing);
            turn.TurnState.Add("name", "value");

            Assert.Same(thing, turn.TurnState.Get<Disposable>());
            Assert.Equal("value", turn.TurnState.Get<string>("name"));
            Assert.Null(turn.TurnState.Get<string>());
            Assert.Throws<ArgumentException>(() => turn.TurnState.Add(thing));
        }

        Assert.Equal(0, thing.Disposed);
    }

    [Fact]
    public async Task A_flow_tells_what_came_instead()
    {
        var flow = new TestFlow(adapter, (turn, token) => turn.SendActivityAsync("echo: " + turn.Activity.Text, cancellationToken: token));

        await flow.Test("hi", "echo: hi").Send("ho").AssertReplyContains("ho").Send("x").AssertReplyOneOf(["y", "echo: x"]).AssertNoReply(timeout: 10).StartTestAsync();
        var wrong = await Assert.ThrowsAnyAsync<Exception>(() => flow.Test("hi", "nothing").StartTestAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => new TestFlow(adapter, (_, _) => Task.CompletedTask).Send("hi").AssertReply("x", timeout: 10).StartTestAsync());

        Assert.Contains("echo: hi", wrong.Message, StringComparison.Ordinal);
    }

    private sealed class Around(string name, List<string> order) : IMiddleware
    {
        public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            order.Add(name + ">");
            await next(cancellationToken);
            order.Add("<" + name);
        }
    }

    private sealed class Ending : IMiddleware
    {
        public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default) => Task.CompletedTask;
    }

    private sealed class Disposable : IDisposable
    {
        public int Disposed { get; private set; }

        public void Dispose() => Disposed++;
    }
}
