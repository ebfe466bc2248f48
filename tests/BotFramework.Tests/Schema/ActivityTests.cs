using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace BotFramework.Tests.Schema;

public sealed class ActivityTests
{
    [Fact]
    public void An_activity_is_seen_as_its_own_kind_only()
    {
        var message = new Activity(ActivityTypes.Message);
        var edited = new Activity("message/edited");
        var invoke = new Activity(ActivityTypes.Invoke);
        var reaction = new Activity(ActivityTypes.MessageReaction);

        Assert.NotNull(message.AsMessageActivity());
        Assert.NotNull(edited.AsMessageActivity());
        Assert.Null(invoke.AsMessageActivity());
        Assert.NotNull(invoke.AsInvokeActivity());
        Assert.Null(reaction.AsMessageActivity());
        Assert.NotNull(reaction.AsMessageReactionActivity());
        Assert.Null(new Activity().AsMessageActivity());
    }

    [Fact]
    public void A_reference_leads_back_to_the_conversation()
    {
        var incoming = Incoming();

        var answer = new Activity(ActivityTypes.Message).ApplyConversationReference(incoming.GetConversationReference());

        Assert.Equal(("28:bot", "29:alex"), (answer.From.Id, answer.Recipient.Id));
        Assert.Equal(("a:1", "msteams", "https://smba.trafficmanager.net/emea/"), (answer.Conversation.Id, answer.ChannelId, answer.ServiceUrl));
        Assert.Equal("7", answer.ReplyToId);
        Assert.Equal("de-DE", answer.Locale);
    }

    [Fact]
    public void A_continuation_is_an_event_in_that_conversation()
    {
        var activity = Incoming().GetConversationReference().GetContinuationActivity();

        Assert.Equal((ActivityTypes.Event, ActivityEventNames.ContinueConversation), (activity.Type, activity.Name));
        Assert.Equal(("29:alex", "28:bot", "a:1"), (activity.From.Id, activity.Recipient.Id, activity.Conversation.Id));
        Assert.NotNull(activity.Id);
        Assert.NotNull(activity.RelatesTo);
    }

    [Fact]
    public void A_reply_goes_back_where_the_message_came_from()
    {
        var reply = Incoming().CreateReply("hello");

        Assert.Equal(("28:bot", "29:alex", "7", "hello"), (reply.From.Id, reply.Recipient.Id, reply.ReplyToId, reply.Text));
        Assert.Equal("de-DE", reply.Locale);
    }

    [Fact]
    public void The_mention_of_the_bot_is_taken_out_and_others_stay()
    {
        var message = Incoming();
        message.Text = "<at>Test Bot</at> ask <at>Megan</at>\n";
        message.Entities =
        [
            new Mention(new ChannelAccount("28:bot"), "<at>Test Bot</at>"),
            new Mention(new ChannelAccount("29:megan"), "<at>Megan</at>"),
        ];

        Assert.Equal("ask <at>Megan</at>", message.RemoveRecipientMention());
        Assert.Equal("ask <at>Megan</at>", message.Text);
    }

    [Fact]
    public void An_entity_becomes_the_kind_it_is()
    {
        var entity = new Entity("mention") { Properties = JObject.Parse("""{"mentioned":{"id":"28:bot"},"text":"<at>Bot</at>"}""") };

        Assert.Equal("28:bot", entity.GetAs<Mention>().Mentioned.Id);
        var other = new Entity();
        other.SetAs(entity.GetAs<Mention>());
        Assert.Equal(entity, other);
    }

    [Fact]
    public void Channel_data_is_read_as_the_type_asked_for()
    {
        var activity = new Activity { ChannelData = JObject.Parse("""{"tenant":{"id":"t"},"team":{"aadGroupId":"g"},"odd":1}""") };

        var data = activity.GetChannelData<TeamsChannelData>();

        Assert.Equal(("t", "g"), (data.Tenant.Id, data.Team.AadGroupId));
        Assert.Equal(1L, data.AdditionalProperties["odd"]);
        Assert.True(activity.TryGetChannelData<TeamsChannelData>(out _));
        Assert.False(new Activity { ChannelData = "text" }.TryGetChannelData<TeamsChannelData>(out _));
        Assert.False(new Activity().TryGetChannelData<TeamsChannelData>(out _));
        Assert.Null(new Activity().GetChannelData<TeamsChannelData>());
    }

    private static Activity Incoming() => new(
        ActivityTypes.Message,
        id: "7",
        channelId: "msteams",
        serviceUrl: "https://smba.trafficmanager.net/emea/",
        from: new ChannelAccount("29:alex"),
        recipient: new ChannelAccount("28:bot"),
        conversation: new ConversationAccount(id: "a:1"),
        locale: "de-DE");
}
