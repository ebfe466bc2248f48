using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace BotFramework.Tests.Builder;

/// <summary>Members that bots and their tests written for the official packages use, and ours do not.</summary>
public class OfficialUsageTests
{
    [Fact]
    public async Task An_adapter_of_a_test_hands_out_redeems_and_forgets_tokens()
    {
        var adapter = new TestAdapter();
        using var turn = new TurnContext(adapter, new Activity { ChannelId = "directline", From = new ChannelAccount { Id = "user" } });
        adapter.AddUserToken("one", "directline", "user", "token", "888999");

        Assert.Null(await adapter.GetUserTokenAsync(turn, "one", null, CancellationToken.None));
        Assert.Equal("token", (await adapter.GetUserTokenAsync(turn, "one", "888999", CancellationToken.None)).Token);
        Assert.Equal("token", (await adapter.GetUserTokenAsync(turn, MicrosoftAppCredentials.Empty, "one", null, CancellationToken.None)).Token);
        Assert.True((await adapter.GetTokenStatusAsync(turn, "user"))[0].HasToken);
        Assert.NotEmpty(await adapter.GetOauthSignInLinkAsync(turn, "one", CancellationToken.None));

        await adapter.SignOutUserAsync(turn);
        Assert.Null(await adapter.GetUserTokenAsync(turn, "one", null, CancellationToken.None));
    }

    [Fact]
    public async Task A_whole_conversation_is_tested_by_who_says_what()
    {
        var said = new IActivity[] { Says("user", "one"), Says("bot", "echo one"), Says("user", "two"), Says("bot", "echo two") };
        BotCallbackHandler echo = (turn, token) => turn.SendActivityAsync("echo " + turn.Activity.Text, cancellationToken: token);

        await new TestFlow(new TestAdapter(), echo).Test(said).StartTestAsync();
        await new TestFlow(new TestAdapter(), echo)
            .Test(said, (expected, actual) => Assert.Equal(expected.AsMessageActivity().Text, actual.AsMessageActivity().Text)).StartTestAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            new TestFlow(new TestAdapter(), echo).Test([Says("user", "one"), Says("bot", "something else")]).StartTestAsync());
    }

    [Theory]
    [InlineData("url", " ")]
    [InlineData(null, "image/png")]
    public void A_message_with_a_file_needs_its_address_and_its_type(string? url, string contentType) =>
        Assert.Throws<ArgumentNullException>(() => MessageFactory.ContentUrl(url, contentType));

    [Fact]
    public void A_message_takes_any_collection_of_attachments()
    {
        Assert.Equal(2, MessageFactory.Attachment(new HashSet<Attachment> { new(), new() }).Attachments.Count);
        Assert.Equal("https://x/a.png", MessageFactory.ContentUrl("https://x/a.png", "image/png").Attachments[0].ContentUrl);
    }

    [Theory]
    [InlineData("editMessage", ActivityTypes.MessageUpdate, "edit")]
    [InlineData("undeleteMessage", ActivityTypes.MessageUpdate, "undelete")]
    [InlineData("softDeleteMessage", ActivityTypes.MessageDelete, "delete")]
    public async Task Teams_tells_edits_deletions_and_their_undoing(string eventType, string type, string told)
    {
        var bot = new Listening();

        await bot.OnTurnAsync(Turn(new Activity(type) { ChannelId = Channels.Msteams, ChannelData = new TeamsChannelData { EventType = eventType } }));
        await bot.OnTurnAsync(Turn(new Activity(type) { ChannelId = Channels.Webchat, ChannelData = new TeamsChannelData { EventType = eventType } }));

        Assert.Equal([told], bot.Told);
    }

    [Theory]
    [InlineData("""{"queryText":"con"}""", "msteams", 200)]
    [InlineData("""{"queryText":"con"}""", "webchat", 400)]
    [InlineData("""{"kind":"search"}""", "msteams", 400)]
    [InlineData(null, "msteams", 400)]
    public async Task A_search_needs_a_kind_and_a_text(string? value, string channel, int status)
    {
        var answer = await AskAsync(new Listening(), new Activity(ActivityTypes.Invoke) { Name = "application/search", ChannelId = channel, Value = value is null ? null : JObject.Parse(value) });

        Assert.Equal(status, answer.Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public void A_property_needs_a_name(string? name) =>
        Assert.Throws<ArgumentNullException>(() => new UserState(new MemoryStorage()).CreateProperty<string>(name));

    [Fact]
    public async Task Without_an_app_id_no_token_is_sent()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://test.example/");

        await new MicrosoftAppCredentials(string.Empty, string.Empty).ProcessHttpRequestAsync(request, CancellationToken.None);

        Assert.Null(request.Headers.Authorization);
    }

    private static Activity Says(string role, string text) => new(ActivityTypes.Message) { From = new ChannelAccount { Id = role, Role = role }, Text = text };

    private static TurnContext Turn(Activity activity) => new(new TestAdapter(), activity);

    private static async Task<InvokeResponse> AskAsync(IBot bot, Activity activity)
    {
        using var turn = Turn(activity);
        await bot.OnTurnAsync(turn, CancellationToken.None);
        return (InvokeResponse)turn.TurnState.Get<Activity>(BotAdapter.InvokeResponseKey).Value;
    }

    private sealed class Listening : TeamsActivityHandler
    {
        public List<string> Told { get; } = [];

        protected override Task OnTeamsMessageEditAsync(ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) => Tell("edit");

        protected override Task OnTeamsMessageUndeleteAsync(ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) => Tell("undelete");

        protected override Task OnTeamsMessageSoftDeleteAsync(ITurnContext<IMessageDeleteActivity> turnContext, CancellationToken cancellationToken) => Tell("delete");

        protected override Task<SearchInvokeResponse> OnSearchInvokeAsync(ITurnContext<IInvokeActivity> turnContext, SearchInvokeValue invokeValue, CancellationToken cancellationToken) =>
            Task.FromResult(new SearchInvokeResponse { StatusCode = 200 });

        private Task Tell(string what)
        {
            Told.Add(what);
            return Task.CompletedTask;
        }
    }
}
