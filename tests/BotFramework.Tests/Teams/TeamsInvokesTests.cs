using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Rest.Serialization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace BotFramework.Tests.Teams;

/// <summary>What Teams asks and tells beyond messages and members: each has its method, and 501 where nobody overrides it.</summary>
public class TeamsInvokesTests
{
    public static TheoryData<string, string, string> Asked => new()
    {
        { "composeExtension/query", "{commandId:'find'}", "query find" },
        { "composeExtension/selectItem", "{id:1}", "item 1" },
        { "composeExtension/queryLink", "{url:'https://contoso.com'}", "link https://contoso.com" },
        { "composeExtension/anonymousQueryLink", "{url:'https://contoso.com'}", "anonymous https://contoso.com" },
        { "composeExtension/fetchTask", "{commandId:'new',messagePayload:{from:{user:{displayName:'Alex'}}}}", "task Alex" },
        { "composeExtension/submitAction", "{data:{name:'x'}}", "submit x" },
        { "composeExtension/submitAction", "{botMessagePreviewAction:'edit',botActivityPreview:[{text:'draft'}]}", "edit draft" },
        { "composeExtension/submitAction", "{botMessagePreviewAction:'send'}", "send" },
        { "composeExtension/querySettingUrl", "{}", "settings" },
        { "composeExtension/setting", "{state:'on'}", "set on" },
        { "composeExtension/onCardButtonClicked", "{id:2}", "button 2" },
        { "fileConsent/invoke", "{action:'accept',uploadInfo:{uniqueId:'f'}}", "accept f" },
        { "fileConsent/invoke", "{action:'decline'}", "decline" },
        { "actionableMessage/executeAction", "{actionId:'a'}", "connector a" },
        { "tab/fetch", "{tabContext:{tabEntityId:'t'}}", "tab t" },
        { "tab/submit", "{data:{type:'tab/submit',size:3}}", "tab 3" },
        { "config/fetch", "{id:4}", "config 4" },
        { "config/submit", "{id:5}", "configured 5" },
    };

    [Theory]
    [MemberData(nameof(Asked))]
    public async Task Every_invoke_of_Teams_has_its_method(string name, string value, string called)
    {
        var bot = new Recording();

        Assert.Equal(200, (await AskAsync(bot, name, value)).Status);
        Assert.Equal(called, bot.Called);
    }

    [Theory]
    [MemberData(nameof(Asked))]
    public async Task What_nobody_overrides_is_not_implemented(string name, string value, string called)
    {
        Assert.NotEmpty(called);
        Assert.Equal(501, (await AskAsync(new TeamsActivityHandler(), name, value)).Status);
    }

    [Theory]
    [InlineData("composeExtension/submitAction", "{botMessagePreviewAction:'shred'}", 400)]
    [InlineData("fileConsent/invoke", "{action:'shred'}", 400)]
    [InlineData("fileConsent/invoke", null, 400)]
    [InlineData("tab/submit", "[1]", 400)]
    [InlineData("composeExtension/unheardOf", "{}", 501)]
    public async Task What_cannot_be_understood_is_answered_so(string name, string? value, int status) =>
        Assert.Equal(status, (await AskAsync(new Recording(), name, value)).Status);

    [Theory]
    [InlineData("readReceipt", "{lastReadMessageId:'7'}", "read 7")]
    [InlineData("meetingStart", "{MeetingType:'Recurring',StartTime:'2026-11-23T09:00:00Z'}", "Recurring began 9")]
    [InlineData("meetingEnd", "{Title:'Weekly',EndTime:'2026-11-23T10:00:00Z'}", "Weekly ended 10")]
    [InlineData("meetingParticipantJoin", "{members:[{user:{name:'Alex'},meeting:{inMeeting:true,role:'Organizer'}}]}", "Alex joined as Organizer")]
    [InlineData("meetingParticipantLeave", "{members:[{user:{name:'Alex'},meeting:{inMeeting:false}}]}", "Alex left")]
    [InlineData("unheardOf", "{}", "")]
    public async Task Teams_tells_of_reading_and_of_meetings(string name, string value, string told)
    {
        var bot = new Recording();

        await TellAsync(bot, Channels.Msteams, name, value);
        Assert.Equal(told, bot.Called);

        await TellAsync(bot = new(), Channels.Directline, name, value);
        Assert.Empty(bot.Called);
    }

    [Fact]
    public void Settings_are_answered_as_a_dialog_or_a_sign_in()
    {
        var page = new ConfigTaskResponse { Config = new TaskModuleMessageResponse("saved") };
        var signIn = new ConfigAuthResponse { Config = new BotConfigAuth { SuggestedActions = new SuggestedActions(actions: [new CardAction("openUrl")]) } };

        Assert.Equal("""{"config":{"value":"saved","type":"message"},"responseType":"config"}""", Sent(page));
        Assert.Equal("auth", JObject.Parse(Sent(signIn))["config"]!["type"]);
    }

    [Fact]
    public void Json_is_written_by_hand_with_the_settings_that_are_given()
    {
        var settings = new JsonSerializerSettings { ContractResolver = new ReadOnlyJsonContractResolver(), Converters = [new Iso8601TimeSpanConverter()] };

        var json = SafeJsonConvert.SerializeObject(new Timer { After = TimeSpan.FromMinutes(5) }, settings);

        Assert.Equal("""{"After":"PT5M"}""", json);
        Assert.Equal(TimeSpan.FromMinutes(5), SafeJsonConvert.DeserializeObject<Timer>(json, settings).After);
        Assert.Equal("[1]", SafeJsonConvert.SerializeObject(new[] { 1 }));
        Assert.Equal([1], SafeJsonConvert.DeserializeObject<int[]>("[1]"));
    }

    private static string Sent(object answer) => SafeJsonConvert.SerializeObject(answer, Microsoft.Bot.Builder.Integration.MessageSerializerSettings.Create());

    private static async Task<InvokeResponse> AskAsync(TeamsActivityHandler bot, string name, string? value)
    {
        var adapter = new TestAdapter(Channels.Msteams);
        await adapter.ProcessActivityAsync(new Activity(ActivityTypes.Invoke) { Name = name, Value = value is null ? null : JToken.Parse(value) }, bot.OnTurnAsync);
        return (InvokeResponse)((Activity)adapter.GetNextReply()).Value;
    }

    private static Task TellAsync(TeamsActivityHandler bot, string channel, string name, string value) =>
        new TestAdapter(channel).ProcessActivityAsync(
            new Activity(ActivityTypes.Event) { Name = "application/vnd.microsoft." + name, Value = JToken.Parse(value) }, bot.OnTurnAsync);

    private sealed class Timer
    {
        public TimeSpan? After { get; set; }

        public string Read => "never written";
    }

    private sealed class Recording : TeamsActivityHandler
    {
        public string Called { get; private set; } = string.Empty;

        protected override Task<MessagingExtensionResponse> OnTeamsMessagingExtensionQueryAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionQuery query, CancellationToken cancellationToken) => Found("query " + query.CommandId);

        protected override Task<MessagingExtensionResponse> OnTeamsMessagingExtensionSelectItemAsync(ITurnContext<IInvokeActivity> turnContext, JObject query, CancellationToken cancellationToken) => Found("item " + query["id"]);

        protected override Task<MessagingExtensionResponse> OnTeamsAppBasedLinkQueryAsync(ITurnContext<IInvokeActivity> turnContext, AppBasedLinkQuery query, CancellationToken cancellationToken) => Found("link " + query.Url);

        protected override Task<MessagingExtensionResponse> OnTeamsAnonymousAppBasedLinkQueryAsync(ITurnContext<IInvokeActivity> turnContext, AppBasedLinkQuery query, CancellationToken cancellationToken) => Found("anonymous " + query.Url);

        protected override Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionFetchTaskAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionAction action, CancellationToken cancellationToken) => Acted("task " + action.MessagePayload.From.User.DisplayName);

        protected override Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionSubmitActionAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionAction action, CancellationToken cancellationToken) => Acted("submit " + ((JObject)action.Data)["name"]);

        protected override Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionBotMessagePreviewEditAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionAction action, CancellationToken cancellationToken) => Acted("edit " + action.BotActivityPreview[0].Text);

        protected override Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionBotMessagePreviewSendAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionAction action, CancellationToken cancellationToken) => Acted("send");

        protected override Task<MessagingExtensionResponse> OnTeamsMessagingExtensionConfigurationQuerySettingUrlAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionQuery query, CancellationToken cancellationToken) => Found("settings");

        protected override Task OnTeamsMessagingExtensionConfigurationSettingAsync(ITurnContext<IInvokeActivity> turnContext, JObject settings, CancellationToken cancellationToken) => Noted("set " + settings["state"]);

        protected override Task OnTeamsMessagingExtensionCardButtonClickedAsync(ITurnContext<IInvokeActivity> turnContext, JObject cardData, CancellationToken cancellationToken) => Noted("button " + cardData["id"]);

        protected override Task OnTeamsFileConsentAcceptAsync(ITurnContext<IInvokeActivity> turnContext, FileConsentCardResponse fileConsentCardResponse, CancellationToken cancellationToken) => Noted("accept " + fileConsentCardResponse.UploadInfo.UniqueId);

        protected override Task OnTeamsFileConsentDeclineAsync(ITurnContext<IInvokeActivity> turnContext, FileConsentCardResponse fileConsentCardResponse, CancellationToken cancellationToken) => Noted("decline");

        protected override Task OnTeamsO365ConnectorCardActionAsync(ITurnContext<IInvokeActivity> turnContext, O365ConnectorCardActionQuery query, CancellationToken cancellationToken) => Noted("connector " + query.ActionId);

        protected override Task<TabResponse> OnTeamsTabFetchAsync(ITurnContext<IInvokeActivity> turnContext, TabRequest tabRequest, CancellationToken cancellationToken) => Answer("tab " + tabRequest.TabEntityContext.TabEntityId, new TabResponse());

        protected override Task<TabResponse> OnTeamsTabSubmitAsync(ITurnContext<IInvokeActivity> turnContext, TabSubmit tabSubmit, CancellationToken cancellationToken) => Answer("tab " + tabSubmit.Data.Properties["size"], new TabResponse());

        protected override Task<ConfigResponseBase> OnTeamsConfigFetchAsync(ITurnContext<IInvokeActivity> turnContext, JObject configData, CancellationToken cancellationToken) => Answer<ConfigResponseBase>("config " + configData["id"], new ConfigTaskResponse());

        protected override Task<ConfigResponseBase> OnTeamsConfigSubmitAsync(ITurnContext<IInvokeActivity> turnContext, JObject configData, CancellationToken cancellationToken) => Answer<ConfigResponseBase>("configured " + configData["id"], new ConfigAuthResponse());

        protected override Task OnTeamsReadReceiptAsync(ReadReceiptInfo readReceiptInfo, ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Noted("read " + readReceiptInfo.LastReadMessageId);

        protected override Task OnTeamsMeetingStartAsync(MeetingStartEventDetails meeting, ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Noted($"{meeting.MeetingType} began {meeting.StartTime.ToUniversalTime().Hour}");

        protected override Task OnTeamsMeetingEndAsync(MeetingEndEventDetails meeting, ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Noted($"{meeting.Title} ended {meeting.EndTime.ToUniversalTime().Hour}");

        protected override Task OnTeamsMeetingParticipantsJoinAsync(MeetingParticipantsEventDetails meeting, ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Noted($"{meeting.Members[0].User.Name} joined as {meeting.Members[0].Meeting.Role}");

        protected override Task OnTeamsMeetingParticipantsLeaveAsync(MeetingParticipantsEventDetails meeting, ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Noted($"{meeting.Members[0].User.Name} left");

        private Task<MessagingExtensionResponse> Found(string called) => Answer(called, new MessagingExtensionResponse());

        private Task<MessagingExtensionActionResponse> Acted(string called) => Answer(called, new MessagingExtensionActionResponse());

        private Task<string> Noted(string called) => Answer(called, called);

        private Task<T> Answer<T>(string called, T answer)
        {
            Called = called;
            return Task.FromResult(answer);
        }
    }
}
