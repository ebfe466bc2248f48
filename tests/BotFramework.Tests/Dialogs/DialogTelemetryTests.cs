using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;

namespace BotFramework.Tests.Dialogs;

public sealed class DialogTelemetryTests
{
    [Fact]
    public async Task A_waterfall_tells_of_its_begin_its_steps_and_its_end()
    {
        var told = new Told();

        await Talk(new WaterfallDialog("steps", [Ask, Finish]) { TelemetryClient = told }).Send("one").AssertReply("?").Send("two").AssertReply("!").StartTestAsync();

        Assert.Equal(["WaterfallStart", "page steps", "WaterfallStep Ask", "WaterfallStep Finish", "WaterfallComplete"], told.Events);
        Assert.Single(told.Instances);
    }

    [Fact]
    public async Task A_cancelled_waterfall_tells_at_which_step()
    {
        var told = new Told();
        WaterfallStep[] steps = [Ask, async (step, token) => await step.CancelAllDialogsAsync(token)];

        await Talk(new WaterfallDialog("steps", steps) { TelemetryClient = told }).Send("one").AssertReply("?").Send("two").StartTestAsync();

        Assert.Equal("WaterfallCancel Step2of2", told.Events[^1]);
    }

    [Fact]
    public void A_set_hands_its_client_to_every_dialog_and_null_means_none()
    {
        var told = new Told();
        var set = new DialogSet().Add(new WaterfallDialog("A"));
        set.TelemetryClient = told;
        set.Add(new WaterfallDialog("B"));

        Assert.Same(told, set.Find("A").TelemetryClient);
        Assert.Same(told, set.Find("B").TelemetryClient);
        set.TelemetryClient = null;
        Assert.IsType<NullBotTelemetryClient>(set.Find("A").TelemetryClient);
    }

    [Fact]
    public void Components_that_hold_one_another_hand_it_on_once()
    {
        var (one, other) = (new ComponentDialog("one"), new ComponentDialog("other"));
        one.Dialogs.Add(other);
        other.Dialogs.Add(one);
        var told = new Told();

        one.Dialogs.TelemetryClient = told;

        Assert.Same(told, other.TelemetryClient);
        Assert.Same(told, one.TelemetryClient);
    }

    [Fact]
    public void A_dialog_brings_along_what_it_depends_on()
    {
        var set = new DialogSet().Add(new Needy("A"));

        Assert.Equal(["A", "A2", "B"], set.GetDialogs().Select(dialog => dialog.Id));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void A_dialog_without_a_name_is_not_looked_for(string? id) => Assert.Throws<ArgumentNullException>(() => new DialogSet().Find(id));

    private static TestFlow Talk(WaterfallDialog waterfall)
    {
        var state = new ConversationState(new MemoryStorage());
        var stack = state.CreateProperty<DialogState>("dialogs");
        var adapter = (TestAdapter)new TestAdapter().Use(new AutoSaveStateMiddleware(state));
        return new TestFlow(adapter, (turn, token) => waterfall.RunAsync(turn, stack, token));
    }

    private static async Task<DialogTurnResult> Ask(WaterfallStepContext step, CancellationToken token)
    {
        await step.Context.SendActivityAsync("?", cancellationToken: token);
        return Dialog.EndOfTurn;
    }

    private static async Task<DialogTurnResult> Finish(WaterfallStepContext step, CancellationToken token)
    {
        await step.Context.SendActivityAsync("!", cancellationToken: token);
        return await step.EndDialogAsync(cancellationToken: token);
    }

    private sealed class Needy(string id) : Dialog(id), IDialogDependencies
    {
        public IEnumerable<Dialog> GetDependencies() => [new WaterfallDialog("A"), new WaterfallDialog("B")];

        public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default) => Task.FromResult(EndOfTurn);
    }

    private sealed class Told : IBotTelemetryClient, IBotPageViewTelemetryClient
    {
        public List<string> Events { get; } = [];

        public HashSet<string> Instances { get; } = [];

        public void TrackEvent(string eventName, IDictionary<string, string>? properties = null, IDictionary<string, double>? metrics = null)
        {
            Assert.Equal("steps", properties!["DialogId"]);
            Instances.Add(properties["InstanceId"]);
            Events.Add(properties.TryGetValue("StepName", out var step) ? $"{eventName} {step}" : eventName);
        }

        public void TrackPageView(string dialogName, IDictionary<string, string>? properties = null, IDictionary<string, double>? metrics = null) => Events.Add("page " + dialogName);

        public void TrackAvailability(string name, DateTimeOffset timeStamp, TimeSpan duration, string runLocation, bool success, string? message = null, IDictionary<string, string>? properties = null, IDictionary<string, double>? metrics = null) => Assert.Fail();

        public void TrackDependency(string dependencyTypeName, string target, string dependencyName, string data, DateTimeOffset startTime, TimeSpan duration, string resultCode, bool success) => Assert.Fail();

        public void TrackException(Exception exception, IDictionary<string, string>? properties = null, IDictionary<string, double>? metrics = null) => Assert.Fail();

        public void TrackTrace(string message, Severity severityLevel, IDictionary<string, string> properties) => Assert.Fail();

        public void Flush() => Assert.Fail();
    }
}
