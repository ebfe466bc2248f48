using BotFramework.Tests.Hosting;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace BotFramework.Tests.Teams;

public class TeamsInfoTests
{
    private static readonly TeamsChannelData InTeam = new() { Team = new TeamInfo("19:team@thread.tacv2") };

    [Theory]
    [InlineData("objectId")]
    [InlineData("aadObjectId")]
    public async Task A_member_has_an_Entra_id_whatever_the_roster_calls_it(string name)
    {
        var member = await AskAsync(
            turn => TeamsInfo.GetMemberAsync(turn, "29:alex"),
            InTeam,
            "/v3/conversations/19:team@thread.tacv2/members/29:alex",
            $$"""{"id":"29:alex","name":"Alex","{{name}}":"oid","userPrincipalName":"alex@contoso.com","email":"a@contoso.com","tenantId":"t"}""");

        Assert.Equal(("oid", "alex@contoso.com", "a@contoso.com"), (member.AadObjectId, member.UserPrincipalName, member.Email));
    }

    [Fact]
    public async Task Outside_a_team_the_conversation_is_asked()
    {
        var member = await AskAsync(
            turn => TeamsInfo.GetMemberAsync(turn, "29:alex"),
            null,
            "/v3/conversations/19:general@thread.tacv2;messageid=7/members/29:alex",
            """{"id":"29:alex","name":"Alex"}""");

        Assert.Equal("Alex", member.Name);
    }

    [Fact]
    public async Task Members_come_in_pages()
    {
        var page = await AskAsync(
            turn => TeamsInfo.GetPagedMembersAsync(turn, 100),
            InTeam,
            "/v3/conversations/19:team@thread.tacv2/pagedmembers",
            """{"members":[{"id":"29:alex","objectId":"oid","givenName":"Alex"}],"continuationToken":"more"}""");

        Assert.Equal("more", page.ContinuationToken);
        Assert.Equal(("oid", "Alex"), (page.Members[0].AadObjectId, page.Members[0].GivenName));
    }

    [Fact]
    public async Task A_whole_roster_comes_at_once_where_old_code_asks_for_it()
    {
#pragma warning disable CS0618 // That is the point.
        var members = await AskAsync(
            turn => TeamsInfo.GetMembersAsync(turn), InTeam, "/v3/conversations/19:team@thread.tacv2/members", """[{"id":"29:alex","objectId":"oid"},{"id":"29:megan"}]""");
        var named = await AskAsync(
            turn => TeamsInfo.GetTeamMembersAsync(turn, "19:other"), null, "/v3/conversations/19:other/members", """[{"id":"29:adele"}]""");
#pragma warning restore CS0618

        Assert.Equal(["29:alex oid", "29:megan "], members.Select(member => $"{member.Id} {member.AadObjectId}"));
        Assert.Equal("29:adele", Assert.Single(named).Id);
    }

    [Fact]
    public async Task A_team_has_details_and_channels()
    {
        var details = await AskAsync(
            turn => TeamsInfo.GetTeamDetailsAsync(turn), InTeam, "/v3/teams/19:team@thread.tacv2", """{"id":"19:team@thread.tacv2","name":"Platform","aadGroupId":"g"}""");
        var channels = await AskAsync(
            turn => TeamsInfo.GetTeamChannelsAsync(turn), InTeam, "/v3/teams/19:team@thread.tacv2/conversations", """{"conversations":[{"id":"19:g"},{"id":"19:d","name":"Deploys"}]}""");

        Assert.Equal(("Platform", "g"), (details.Name, details.AadGroupId));
        Assert.Equal([null, "Deploys"], channels.Select(channel => channel.Name));
    }

    [Fact]
    public async Task Outside_a_team_there_are_no_channels() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => AskAsync(turn => TeamsInfo.GetTeamChannelsAsync(turn), null, "/", "{}"));

    [Fact]
    public async Task A_post_to_a_channel_begins_a_thread()
    {
        var (thread, posted) = await AskAsync(turn => TeamsInfo.SendMessageToTeamsChannelAsync(turn, MessageFactory.Text("news"), "19:deploys@thread.tacv2", "app"), InTeam, "/", "{}");

        Assert.Equal("sent-1", thread.Conversation.Id);
        Assert.NotNull(posted);
    }

    [Fact]
    public async Task Who_is_added_is_looked_up_and_a_member_who_has_gone_again_is_told_as_it_came()
    {
        var bot = new Welcoming();
        await using var hosted = await HostedBot.StartAsync(bot.OnTurnAsync);
        hosted.Roster["/v3/conversations/19:team@thread.tacv2/members/29:alex"] = """{"id":"29:alex","name":"Alex"}""";
        var update = hosted.Activity(ActivityTypes.ConversationUpdate);
        update.ChannelData = InTeam;
        update.MembersAdded = [new ChannelAccount("29:alex"), new ChannelAccount("29:gone"), new ChannelAccount("28:bot")];

        using var response = await hosted.PostAsync(update);

        Assert.True(response.IsSuccessStatusCode);
        Assert.Equal(["29:alex Alex", "29:gone ", "28:bot "], bot.Added);
    }

    private static async Task<T> AskAsync<T>(Func<ITurnContext, Task<T>> ask, TeamsChannelData? data, string path, string json)
    {
        T answer = default!;
        Exception? failure = null;
        await using var bot = await HostedBot.StartAsync(async (turn, _) =>
        {
            try
            {
                answer = await ask(turn);
            }
            catch (InvalidOperationException exception)
            {
                failure = exception;
            }
        });
        bot.Roster[path] = json;
        var activity = bot.Activity(ActivityTypes.Message, "hi");
        activity.ChannelData = data;
        using var response = await bot.PostAsync(activity);
        Assert.True(response.IsSuccessStatusCode);
        return failure is null ? answer : throw failure;
    }

    private sealed class Welcoming : TeamsActivityHandler
    {
        public List<string> Added { get; } = [];

        protected override Task OnTeamsMembersAddedAsync(IList<TeamsChannelAccount> teamsMembersAdded, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
        {
            Added.AddRange(teamsMembersAdded.Select(member => $"{member.Id} {member.Name}"));
            return Task.CompletedTask;
        }
    }
}
