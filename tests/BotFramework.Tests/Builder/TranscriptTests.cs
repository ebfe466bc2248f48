using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace BotFramework.Tests.Builder;

/// <summary>Middleware that official tests put around their dialogs.</summary>
public sealed class TranscriptTests
{
    [Fact]
    public async Task What_came_and_what_was_sent_changed_and_deleted_is_logged_in_order()
    {
        var log = new Log();
        var adapter = new TestAdapter().Use(new TranscriptLoggerMiddleware(log));

        await adapter.SendTextToBotAsync("hello", async (turn, token) =>
        {
            var sent = await turn.SendActivityAsync(MessageFactory.Text("first"), token);
            var change = MessageFactory.Text("second");
            change.Id = sent.Id;
            await turn.UpdateActivityAsync(change, token);
            await turn.DeleteActivityAsync(sent.Id, token);
        }, default);

        Assert.Equal(
            [(ActivityTypes.Message, "hello"), (ActivityTypes.Message, "first"), (ActivityTypes.MessageUpdate, "second"), (ActivityTypes.MessageDelete, null!)],
            log.Activities.Select(activity => (activity.Type, activity.Text)));
        Assert.Equal(RoleTypes.User, log.Activities[0].From.Role);
        Assert.Equal(log.Activities[1].Id, log.Activities[3].Id);
        Assert.All(log.Activities, activity => Assert.NotNull(activity.Timestamp));
    }

    [Fact]
    public async Task What_is_logged_is_a_copy()
    {
        var log = new Log();
        var adapter = new TestAdapter().Use(new TranscriptLoggerMiddleware(log));
        var said = MessageFactory.Text("as it was sent");

        await adapter.SendTextToBotAsync("hello", async (turn, token) =>
        {
            await turn.SendActivityAsync(said, token);
            said.Text = "as it is now";
        }, default);

        Assert.Equal("as it was sent", log.Activities[1].Text);
    }

    [Fact]
    public async Task A_turn_that_the_bot_began_itself_has_nothing_that_anybody_said()
    {
        var log = new Log();
        var adapter = new TestAdapter().Use(new TranscriptLoggerMiddleware(log));

        await adapter.ContinueConversationAsync("bot", TestAdapter.CreateConversation("name"), (turn, token) => turn.SendActivityAsync("news", cancellationToken: token), default);

        Assert.Equal(["news"], log.Activities.Select(activity => activity.Text));
    }

    [Fact]
    public async Task Storage_and_states_are_in_every_turn_and_are_not_disposed_with_it()
    {
        using var storage = new Disposable();
        var (conversation, user) = (new ConversationState(storage), new UserState(storage));
        var adapter = (TestAdapter)new TestAdapter().UseStorage(storage).UseBotState(conversation, user);

        await adapter.SendTextToBotAsync("hello", (turn, _) =>
        {
            Assert.Same(storage, turn.TurnState.Get<IStorage>());
            Assert.Same(conversation, turn.TurnState.Get<ConversationState>());
            Assert.Same(user, turn.TurnState.Get<UserState>());
            return Task.CompletedTask;
        }, default);

        Assert.False(storage.IsDisposed);
    }

    private sealed class Log : ITranscriptLogger
    {
        public List<Activity> Activities { get; } = [];

        public Task LogActivityAsync(IActivity activity)
        {
            Activities.Add((Activity)activity);
            return Task.CompletedTask;
        }
    }

    private sealed class Disposable : IStorage, IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;

        public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }
}
