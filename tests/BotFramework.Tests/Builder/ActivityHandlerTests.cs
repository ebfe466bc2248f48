using System.Net;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace BotFramework.Tests.Builder;

public class ActivityHandlerTests
{
    public static TheoryData<Activity, string> Dispatched => new()
    {
        { new Activity(ActivityTypes.Message), "message" },
        { new Activity(ActivityTypes.MessageUpdate), "messageUpdate" },
        { new Activity(ActivityTypes.MessageDelete), "messageDelete" },
        { new Activity(ActivityTypes.ConversationUpdate) { MembersAdded = [new ChannelAccount("29:alex")] }, "added" },
        { new Activity(ActivityTypes.ConversationUpdate) { MembersRemoved = [new ChannelAccount("29:alex")] }, "removed" },
        { new Activity(ActivityTypes.ConversationUpdate) { MembersAdded = [new ChannelAccount("bot")] }, string.Empty },
        { new Activity(ActivityTypes.MessageReaction) { ReactionsAdded = [new MessageReaction("like")], ReactionsRemoved = [new MessageReaction("sad")] }, "liked,unliked" },
        { new Activity(ActivityTypes.Event) { Name = "tokens/response" }, "token" },
        { new Activity(ActivityTypes.Event) { Name = "anything" }, "event" },
        { new Activity(ActivityTypes.InstallationUpdate) { Action = "add" }, "installed" },
        { new Activity(ActivityTypes.InstallationUpdate) { Action = "remove" }, "uninstalled" },
        { new Activity(ActivityTypes.EndOfConversation), "end" },
        { new Activity(ActivityTypes.Typing), "typing" },
        { new Activity("unheardOf"), "unrecognized" },
    };

    [Theory]
    [MemberData(nameof(Dispatched))]
    public async Task Every_kind_of_activity_has_its_method(Activity activity, string called)
    {
        var bot = new Recording();

        await new TestAdapter(Channels.Test).ProcessActivityAsync(activity, bot.OnTurnAsync);

        Assert.Equal(called, string.Join(',', bot.Called));
    }

    [Fact]
    public async Task A_pressed_button_is_answered_with_the_card_that_the_bot_returns()
    {
        var bot = new Recording();

        var answer = await InvokeAsync(bot, "adaptiveCard/action", """
            {"action":{"type":"Action.Execute","verb":"approve","data":{"run":"7"}},"authentication":{"id":"1","connectionName":"Backend","token":"t"},"state":"123456"}
            """);

        Assert.Equal(200, answer.Status);
        Assert.Equal("approve", Assert.IsType<AdaptiveCardInvokeResponse>(answer.Body).Value);
        Assert.Equal("t", bot.Pressed!.Authentication.Token);
        Assert.Equal("123456", bot.Pressed.State);
        Assert.Equal("7", (string?)Assert.IsType<JObject>(bot.Pressed.Action.Data)["run"]);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("7")]
    [InlineData("{\"action\":7}")]
    [InlineData("{\"action\":{\"type\":\"Action.Submit\",\"verb\":\"approve\"}}")]
    public async Task A_press_without_an_Execute_action_is_400(string value)
    {
        var answer = await InvokeAsync(new Recording(), "adaptiveCard/action", value);

        Assert.Equal(400, answer.Status);
        Assert.Equal("application/vnd.microsoft.error", Assert.IsType<AdaptiveCardInvokeResponse>(answer.Body).Type);
    }

    [Theory]
    [InlineData("signin/verifyState", 501)]
    [InlineData("signin/tokenExchange", 501)]
    [InlineData("teapot", 418)]
    [InlineData("unheard/of", 501)]
    [InlineData(null, 501)]
    public async Task Every_other_invoke_has_its_status(string? name, int status)
    {
        var answer = await InvokeAsync(new Recording(), name!, "{}");

        Assert.Equal(status, answer.Status);
        Assert.Null(answer.Body);
    }

    [Fact]
    public async Task An_answer_that_a_dialog_sent_is_not_answered_again()
    {
        var adapter = new TestAdapter();
        var bot = new Recording();

        await adapter.ProcessActivityAsync(new Activity(ActivityTypes.Invoke) { Name = "signin/verifyState" }, async (turn, token) =>
        {
            await turn.SendActivityAsync(new Activity(ActivityTypesEx.InvokeResponse) { Value = new InvokeResponse { Status = 404 } }, token);
            await bot.OnTurnAsync(turn, token);
        });

        Assert.Equal(404, ((InvokeResponse)Assert.Single(adapter.ActiveQueue).Value).Status);
    }

    private static async Task<InvokeResponse> InvokeAsync(ActivityHandler bot, string name, string value)
    {
        var adapter = new TestAdapter(Channels.Test);
        await adapter.ProcessActivityAsync(new Activity(ActivityTypes.Invoke) { Name = name, Value = JToken.Parse(value) is { Type: not JTokenType.Null } json ? json : null }, bot.OnTurnAsync);
        return Assert.IsType<InvokeResponse>(((Activity)adapter.GetNextReply()).Value);
    }

    private sealed class Recording : ActivityHandler
    {
        public List<string> Called { get; } = [];

        public AdaptiveCardInvokeValue? Pressed { get; private set; }

        protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) => Call("message");

        protected override Task OnMessageUpdateActivityAsync(ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) => Call("messageUpdate");

        protected override Task OnMessageDeleteActivityAsync(ITurnContext<IMessageDeleteActivity> turnContext, CancellationToken cancellationToken) => Call("messageDelete");

        protected override Task OnMembersAddedAsync(IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Call("added");

        protected override Task OnMembersRemovedAsync(IList<ChannelAccount> membersRemoved, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Call("removed");

        protected override Task OnReactionsAddedAsync(IList<MessageReaction> messageReactions, ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken) => Call("liked");

        protected override Task OnReactionsRemovedAsync(IList<MessageReaction> messageReactions, ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken) => Call("unliked");

        protected override Task OnTokenResponseEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Call("token");

        protected override Task OnEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Call("event");

        protected override Task OnInstallationUpdateAddAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Call("installed");

        protected override Task OnInstallationUpdateRemoveAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Call("uninstalled");

        protected override Task OnEndOfConversationActivityAsync(ITurnContext<IEndOfConversationActivity> turnContext, CancellationToken cancellationToken) => Call("end");

        protected override Task OnTypingActivityAsync(ITurnContext<ITypingActivity> turnContext, CancellationToken cancellationToken) => Call("typing");

        protected override Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Call("unrecognized");

        protected override Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
            turnContext.Activity.Name == "teapot"
                ? Task.FromResult(new InvokeResponseException((HttpStatusCode)418).CreateInvokeResponse())
                : base.OnInvokeActivityAsync(turnContext, cancellationToken);

        protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken)
        {
            Pressed = invokeValue;
            return Task.FromResult(new AdaptiveCardInvokeResponse { StatusCode = 200, Type = "application/vnd.microsoft.activity.message", Value = invokeValue.Action.Verb });
        }

        private Task Call(string method)
        {
            Called.Add(method);
            return Task.CompletedTask;
        }
    }
}
