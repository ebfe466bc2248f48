using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace BotFramework.Tests.Teams;

public class TeamsActivityHandlerTests
{
    [Theory]
    [InlineData("channelCreated", "channelCreated General Platform")]
    [InlineData("channelDeleted", "channelDeleted General Platform")]
    [InlineData("channelRenamed", "channelRenamed General Platform")]
    [InlineData("channelRestored", "channelRestored General Platform")]
    [InlineData("teamArchived", "teamArchived Platform")]
    [InlineData("teamDeleted", "teamDeleted Platform")]
    [InlineData("teamHardDeleted", "teamHardDeleted Platform")]
    [InlineData("teamRenamed", "teamRenamed Platform")]
    [InlineData("teamRestored", "teamRestored Platform")]
    [InlineData("teamUnarchived", "teamUnarchived Platform")]
    [InlineData("unheardOf", "")]
    public async Task Every_event_of_a_team_has_its_method(string eventType, string called)
    {
        var bot = new Recording();
        var data = JObject.FromObject(new { eventType, channel = new { id = "19:g", name = "General" }, team = new { id = "19:t", name = "Platform" } });

        await TeamsAdapter().ProcessActivityAsync(new Activity(ActivityTypes.ConversationUpdate) { ChannelData = data }, bot.OnTurnAsync);

        Assert.Equal(called, string.Join(',', bot.Called));
    }

    [Fact]
    public async Task Who_was_removed_is_told_with_the_team()
    {
        var bot = new Recording();

        await TeamsAdapter().ProcessActivityAsync(
            new Activity(ActivityTypes.ConversationUpdate)
            {
                MembersRemoved = [new ChannelAccount("29:alex") { AadObjectId = "oid" }],
                ChannelData = new TeamsChannelData { Team = new TeamInfo("19:t", "Platform") },
            },
            bot.OnTurnAsync);

        Assert.Equal("removed 29:alex oid Platform", Assert.Single(bot.Called));
    }

    [Theory]
    [InlineData("task/fetch", """{"data":{"run":"7"},"context":{"theme":"dark"}}""", 200, "fetch 7 dark")]
    [InlineData("task/submit", """{"data":{"run":"7"},"context":{"theme":"dark"}}""", 200, "submit 7 dark")]
    [InlineData("composeExtension/query", """{"parameters":[{"name":"q","value":"x"}]}""", 200, "query x")]
    [InlineData("signin/verifyState", """{"state":"123456"}""", 200, "signin/verifyState")]
    [InlineData("signin/tokenExchange", """{"id":"1"}""", 200, "signin/tokenExchange")]
    [InlineData("adaptiveCard/action", """{"action":{"type":"Action.Execute","verb":"approve"}}""", 200, "approve")]
    [InlineData("task/fetch", "7", 400, "")]
    [InlineData("fileConsent/invoke", "{}", 400, "")]
    public async Task Every_invoke_has_its_method_and_status(string name, string value, int status, string called)
    {
        var bot = new Recording();

        var answer = await InvokeAsync(bot, name, value);

        Assert.Equal(status, answer.Status);
        Assert.Equal(called, string.Join(',', bot.Called));
    }

    [Theory]
    [InlineData("task/fetch")]
    [InlineData("task/submit")]
    [InlineData("signin/verifyState")]
    [InlineData("composeExtension/query")]
    public async Task What_nobody_overrides_is_501(string name)
    {
        var answer = await InvokeAsync(new TeamsActivityHandler(), name, "{}");

        Assert.Equal(501, answer.Status);
    }

    [Fact]
    public void Channel_data_tells_where_the_activity_comes_from()
    {
        var activity = new Activity
        {
            ChannelData = JObject.Parse("""{"channel":{"id":"19:c"},"team":{"id":"19:t","aadGroupId":"g"},"settings":{"selectedChannel":{"id":"19:s"}}}"""),
        };

        Assert.Equal("19:c", activity.TeamsGetChannelId());
        Assert.Equal("19:s", activity.TeamsGetSelectedChannelId());
        Assert.Equal("g", activity.TeamsGetTeamInfo().AadGroupId);
        Assert.Null(new Activity().TeamsGetTeamInfo());
        Assert.Null(activity.TeamsGetMeetingInfo());
        Assert.Equal("m", new Activity { ChannelData = JObject.Parse("""{"meeting":{"id":"m"}}""") }.TeamsGetMeetingInfo().Id);
    }

    [Fact]
    public void A_notification_keeps_the_rest_of_the_channel_data()
    {
        var message = MessageFactory.Text("look");
        message.ChannelData = new TeamsChannelData { Tenant = new TenantInfo("tenant") };

        message.TeamsNotifyUser();

        var data = message.GetChannelData<TeamsChannelData>();
        Assert.True(data.Notification.Alert);
        Assert.Equal("tenant", data.Tenant.Id);
    }

    private static TestAdapter TeamsAdapter() => new(Channels.Msteams);

    private static async Task<InvokeResponse> InvokeAsync(IBot bot, string name, string value)
    {
        var adapter = TeamsAdapter();
        await adapter.ProcessActivityAsync(new Activity(ActivityTypes.Invoke) { Name = name, Value = JToken.Parse(value) }, bot.OnTurnAsync);
        return Assert.IsType<InvokeResponse>(((Activity)adapter.GetNextReply()).Value);
    }

    private sealed class Recording : TeamsActivityHandler
    {
        public List<string> Called { get; } = [];

        protected override Task OnTeamsMembersRemovedAsync(IList<TeamsChannelAccount> teamsMembersRemoved, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            Call($"removed {teamsMembersRemoved[0].Id} {teamsMembersRemoved[0].AadObjectId} {teamInfo.Name}");

        protected override Task OnTeamsChannelCreatedAsync(ChannelInfo channelInfo, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Call($"channelCreated {channelInfo.Name} {teamInfo.Name}");

        protected override Task OnTeamsChannelDeletedAsync(ChannelInfo channelInfo, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Call($"channelDeleted {channelInfo.Name} {teamInfo.Name}");

        protected override Task OnTeamsChannelRenamedAsync(ChannelInfo channelInfo, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Call($"channelRenamed {channelInfo.Name} {teamInfo.Name}");

        protected override Task OnTeamsChannelRestoredAsync(ChannelInfo channelInfo, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Call($"channelRestored {channelInfo.Name} {teamInfo.Name}");

        protected override Task OnTeamsTeamArchivedAsync(TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Call($"teamArchived {teamInfo.Name}");

        protected override Task OnTeamsTeamDeletedAsync(TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Call($"teamDeleted {teamInfo.Name}");

        protected override Task OnTeamsTeamHardDeletedAsync(TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Call($"teamHardDeleted {teamInfo.Name}");

        protected override Task OnTeamsTeamRenamedAsync(TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Call($"teamRenamed {teamInfo.Name}");

        protected override Task OnTeamsTeamRestoredAsync(TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Call($"teamRestored {teamInfo.Name}");

        protected override Task OnTeamsTeamUnarchivedAsync(TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Call($"teamUnarchived {teamInfo.Name}");

        protected override Task OnTeamsSigninVerifyStateAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) => Call(turnContext.Activity.Name);

        protected override async Task<TaskModuleResponse> OnTeamsTaskModuleFetchAsync(ITurnContext<IInvokeActivity> turnContext, TaskModuleRequest taskModuleRequest, CancellationToken cancellationToken)
        {
            await Call($"fetch {((JObject)taskModuleRequest.Data)["run"]} {taskModuleRequest.Context.Theme}");
            return new TaskModuleResponse(new TaskModuleMessageResponse("ok"));
        }

        protected override async Task<TaskModuleResponse> OnTeamsTaskModuleSubmitAsync(ITurnContext<IInvokeActivity> turnContext, TaskModuleRequest taskModuleRequest, CancellationToken cancellationToken)
        {
            await Call($"submit {((JObject)taskModuleRequest.Data)["run"]} {taskModuleRequest.Context.Theme}");
            return null!;
        }

        protected override async Task<MessagingExtensionResponse> OnTeamsMessagingExtensionQueryAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionQuery query, CancellationToken cancellationToken)
        {
            await Call($"query {query.Parameters[0].Value}");
            return new MessagingExtensionResponse();
        }

        protected override async Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken)
        {
            await Call(invokeValue.Action.Verb);
            return new AdaptiveCardInvokeResponse { StatusCode = 200 };
        }

        private Task Call(string method)
        {
            Called.Add(method);
            return Task.CompletedTask;
        }
    }
}
