using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace BotFramework.Tests.Dialogs;

/// <summary>The two ways to run one dialog per turn.</summary>
public sealed class DialogManagerTests
{
    [Fact]
    public async Task A_manager_runs_its_root_dialog_and_saves_the_states_of_the_turn()
    {
        var storage = new MemoryStorage();
        var manager = new DialogManager(new Steps());
        manager.InitialTurnState.Add("greeting", "hello");
        var results = new List<DialogTurnStatus>();
        var adapter = (TestAdapter)new TestAdapter().UseStorage(storage).UseBotState(new ConversationState(storage), new UserState(storage));

        await new TestFlow(adapter, async (turn, token) =>
            {
                results.Add((await manager.OnTurnAsync(turn, token)).TurnResult.Status);
                Assert.Equal("hello", turn.TurnState.Get<string>("greeting"));
            })
            .Test("a", "first").Test("b", "second").Test("c", "first")
            .StartTestAsync();

        Assert.Equal([DialogTurnStatus.Waiting, DialogTurnStatus.Complete, DialogTurnStatus.Waiting], results);
    }

    [Theory]
    [InlineData(0, "first")]
    [InlineData(86_400_000, "second")]
    public async Task A_manager_forgets_a_conversation_that_was_quiet_for_too_long(int expireAfter, string next)
    {
        var storage = new MemoryStorage();
        var manager = new DialogManager(new Steps()) { ExpireAfter = expireAfter };
        var adapter = (TestAdapter)new TestAdapter().UseStorage(storage).UseBotState(new ConversationState(storage), new UserState(storage));

        await new TestFlow(adapter, async (turn, token) => await manager.OnTurnAsync(turn, token)).Test("a", "first").Test("b", next).StartTestAsync();
    }

    [Fact]
    public async Task A_manager_without_a_root_dialog_or_a_state_says_so()
    {
        using var turn = new TurnContext(new TestAdapter(), new Activity(ActivityTypes.Message));

        await Assert.ThrowsAsync<InvalidOperationException>(() => new DialogManager().OnTurnAsync(turn));
        await Assert.ThrowsAsync<InvalidOperationException>(() => new DialogManager(new Steps()).OnTurnAsync(turn));
    }

    [Fact]
    public async Task An_exception_is_told_to_the_dialog_which_may_deal_with_it_and_go_on()
    {
        var dialog = new Steps { Fails = 1 };

        await Running(dialog).Test("a", "InvalidOperationException").AssertReply("first").Test("b", "second").StartTestAsync();
    }

    [Fact]
    public async Task An_exception_that_nobody_deals_with_leaves_the_turn_as_it_is() =>
        await Assert.ThrowsAsync<NotSupportedException>(() => Running(new Steps { Throws = new NotSupportedException() }).Send("a").StartTestAsync());

    [Fact]
    public async Task An_exception_while_dealing_with_one_comes_with_it()
    {
        var thrown = await Assert.ThrowsAsync<AggregateException>(() => Running(new Steps { Throws = new FormatException() }).Send("a").StartTestAsync());

        Assert.Equal([typeof(FormatException), typeof(TimeoutException)], thrown.InnerExceptions.Select(inner => inner.GetType()));
    }

    [Fact]
    public async Task The_telemetry_of_the_turn_is_the_dialogs()
    {
        var telemetry = new NullBotTelemetryClient();
        var dialog = new Steps();
        using var turn = new TurnContext(new TestAdapter(), new Activity(ActivityTypes.Message) { ChannelId = "test", Conversation = new ConversationAccount(id: "c"), From = new ChannelAccount("u") });
        turn.TurnState.Add<IBotTelemetryClient>(telemetry);

        await dialog.RunAsync(turn, new ConversationState(new MemoryStorage()).CreateProperty<DialogState>("stack"), default);

        Assert.Same(telemetry, dialog.TelemetryClient);
    }

    [Fact]
    public async Task A_cancellation_token_in_the_place_of_a_value_is_a_mistake()
    {
        using var turn = new TurnContext(new TestAdapter(), new Activity(ActivityTypes.Message));
        var dc = new DialogContext(new DialogSet(), turn, new DialogState());
        object token = CancellationToken.None;

        await Assert.ThrowsAsync<ArgumentException>(() => dc.BeginDialogAsync("any", token));
        await Assert.ThrowsAsync<ArgumentException>(() => dc.EndDialogAsync(token));
        await Assert.ThrowsAsync<ArgumentException>(() => dc.ReplaceDialogAsync("any", token));
        await Assert.ThrowsAsync<ArgumentException>(() => dc.CancelAllDialogsAsync(cancelParents: false, "event", token));
    }

    [Theory]
    [InlineData("de-DE", "de-DE")]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void The_locale_is_the_activitys_or_else_the_threads(string? locale, string? expected)
    {
        using var turn = new TurnContext(new TestAdapter(), new Activity(ActivityTypes.Message) { Locale = locale });
        var dc = new DialogContext(new DialogSet(), turn, new DialogState());

        Assert.Equal(expected ?? System.Globalization.CultureInfo.CurrentCulture.Name, dc.GetLocale());
    }

    [Fact]
    public void A_container_may_know_dialogs_that_are_in_no_set()
    {
        using var turn = new TurnContext(new TestAdapter(), new Activity(ActivityTypes.Message));
        var outer = new DialogContext(new DialogSet().Add(new Steps()), turn, new DialogState([new DialogInstance { Id = nameof(Steps) }]));

        Assert.Equal("hidden", new DialogContext(new DialogSet(), outer, new DialogState()).FindDialog("hidden").Id);
    }

    [Theory]
    [InlineData("short", "short")]
    [InlineData("rather long", "rather...")]
    [InlineData(null, "")]
    public void Text_is_cut_with_an_ellipsis(string? text, string expected)
    {
        Assert.Equal(expected, StringUtils.Ellipsis(text, 6));
        Assert.Equal(text?.Length > 6 ? expected + StringUtils.Hash(text) : expected, StringUtils.EllipsisHash(text, 6));
    }

    private static TestFlow Running(Dialog dialog)
    {
        var conversation = new ConversationState(new MemoryStorage());
        var adapter = new TestAdapter().Use(new AutoSaveStateMiddleware(conversation));
        return new TestFlow(adapter, (turn, token) => dialog.RunAsync(turn, conversation.CreateProperty<DialogState>("stack"), token));
    }

    private sealed class Steps : ComponentDialog
    {
        public Steps() => AddDialog(new WaterfallDialog("steps", [
            (step, token) => SayAsync(step, "first", EndOfTurn, token),
            async (step, token) => await SayAsync(step, "second", await step.EndDialogAsync(cancellationToken: token), token),
        ]));

        /// <summary>How often the first step fails before it works.</summary>
        public int Fails { get; set; }

        public Exception? Throws { get; init; }

        public override Dialog FindDialog(string dialogId) => dialogId == "hidden" ? new WaterfallDialog(dialogId) : base.FindDialog(dialogId);

        protected override async Task<bool> OnPreBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
        {
            if (e is not { Name: DialogEvents.Error, Value: Exception exception } || exception is NotSupportedException) return false;
            if (exception is FormatException) throw new TimeoutException();
            await dc.Context.SendActivityAsync(exception.GetType().Name, cancellationToken: cancellationToken);
            await dc.CancelAllDialogsAsync(cancellationToken);
            return true;
        }

        private async Task<DialogTurnResult> SayAsync(WaterfallStepContext step, string text, DialogTurnResult result, CancellationToken cancellationToken)
        {
            if (Throws is not null) throw Throws;
            if (Fails-- > 0) throw new InvalidOperationException();
            await step.Context.SendActivityAsync(text, cancellationToken: cancellationToken);
            return result;
        }
    }
}
