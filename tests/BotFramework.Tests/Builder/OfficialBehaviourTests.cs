using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace BotFramework.Tests.Builder;

/// <summary>What bots written for the official packages rely on beyond the names of the members.</summary>
public class OfficialBehaviourTests
{
    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    public void Blank_text_is_no_text_and_a_fresh_message_takes_attachments(string? text)
    {
        var message = MessageFactory.Text(text);
        message.Attachments.Add(new Attachment());

        Assert.Null(message.Text);
        Assert.Empty(message.Entities);
    }

    [Fact]
    public void A_typed_answer_is_seen_as_an_answer()
    {
        var typed = new InvokeResponse<string> { Status = 200, Body = "done" };

        Assert.Equal("done", ((InvokeResponse)typed).Body);
        Assert.Equal("done", typed.Body);
    }

    [Fact]
    public void A_storage_in_memory_is_given_a_serializer_or_has_its_own() =>
        Assert.Throws<ArgumentNullException>(() => new MemoryStorage((Newtonsoft.Json.JsonSerializer)null!));

    [Theory]
    [InlineData("de-DE", "en-uS", "de-DE")]
    [InlineData(null, "en-uS", "en-uS")]
    [InlineData("de-DE", null, "de-DE")]
    public void A_reply_speaks_the_language_of_its_conversation_where_it_has_none_of_its_own(string? own, string? ofConversation, string spoken)
    {
        var reply = new Activity { Locale = own };

        reply.ApplyConversationReference(new ConversationReference { Locale = ofConversation });

        Assert.Equal(spoken, reply.Locale);
    }

    [Theory]
    [InlineData(null, "Setup Bot")]
    [InlineData("<at>Setup Bot</at>", "anything")]
    public void The_bots_own_name_leaves_the_text_even_where_a_client_did_not_spell_the_mention(string? spelled, string name)
    {
        var message = MessageFactory.Text("<at>Setup Bot</at> help\n");
        message.Recipient = new ChannelAccount("28:bot");
        message.Entities = [new Mention { Mentioned = new ChannelAccount("28:bot", name), Text = spelled }];

        Assert.True(message.MentionsRecipient());
        Assert.False(message.MentionsId("29:alex"));
        Assert.Equal("help", message.RemoveRecipientMention());
    }

    [Theory]
    [InlineData(ActivityTypes.ContactRelationUpdate)]
    [InlineData(ActivityTypes.Suggestion)]
    [InlineData(ActivityTypes.Handoff)]
    public void An_activity_is_seen_as_its_kind_alone(string type)
    {
        var activity = new Activity(type);

        Assert.Equal(type == ActivityTypes.ContactRelationUpdate, activity.AsContactRelationUpdateActivity() is not null);
        Assert.Equal(type == ActivityTypes.Suggestion, activity.AsSuggestionActivity() is not null);
        Assert.Equal(type == ActivityTypes.Handoff, activity.AsHandoffActivity() is not null);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/", false)]
    [InlineData("urn:botframework:WebSocket:wss://x", true)]
    [InlineData(null, false)]
    public void A_socket_is_told_by_its_service_url(string? serviceUrl, bool socket) =>
        Assert.Equal(socket, new Activity { ServiceUrl = serviceUrl }.IsFromStreamingConnection());

    [Fact]
    public void Channel_data_of_another_type_is_not_guessed_at()
    {
        var activity = new Activity { ChannelData = new Dictionary<string, string> { ["eventType"] = "teamRenamed" } };

        Assert.False(activity.TryGetChannelData<TeamsChannelData>(out _));
        Assert.Throws<InvalidCastException>(activity.GetChannelData<TeamsChannelData>);
    }

    [Fact]
    public void A_notification_is_typed_channel_data_where_there_was_none()
    {
        var message = new Activity();

        message.TeamsNotifyUser();

        Assert.True(Assert.IsType<TeamsChannelData>(message.ChannelData).Notification.Alert);
    }

    [Fact]
    public async Task A_prompt_finds_the_tokens_of_the_adapter_where_a_turn_was_made_by_hand()
    {
        var adapter = new TestAdapter();
        using var turn = new TurnContext(adapter, new Activity { ChannelId = Channels.Test, From = new ChannelAccount("user1") });
        adapter.AddUserToken("Backend", Channels.Test, "user1", "token");
        var prompt = new OAuthPrompt("signIn", new OAuthPromptSettings { ConnectionName = "Backend" });

        Assert.Equal("token", (await prompt.GetUserTokenAsync(turn)).Token);
        await prompt.SignOutUserAsync(turn);
        Assert.Null(await prompt.GetUserTokenAsync(turn));
    }

    [Fact]
    public async Task A_dialog_is_put_on_the_stack_by_hand()
    {
        var state = new ConversationState(new MemoryStorage()).CreateProperty<DialogState>("dialogs");
        var dialogs = new DialogSet(state).Add(new OAuthPrompt("signIn", new OAuthPromptSettings()));
        var adapter = new TestAdapter();
        var hello = adapter.MakeActivity("hello");
        hello.ChannelId = adapter.Conversation.ChannelId;
        using var turn = new TurnContext(adapter, hello);
        var dc = await dialogs.CreateContextAsync(turn);
        var instance = new DialogInstance { Id = "signIn" };
        instance.State.Add("expires", DateTime.UtcNow.AddMinutes(-1));
        dc.Stack.Insert(0, instance);

        Assert.Equal(DialogTurnStatus.Complete, (await dc.ContinueDialogAsync()).Status);
    }

    [Fact]
    public void Nothing_said_is_no_choice() => Assert.Empty(Find.FindChoices(null, ["red", "green"]));

    [Theory]
    [InlineData(Channels.Msteams, 3, 50)]
    [InlineData(Channels.Facebook, 10, 3)]
    [InlineData(Channels.Skype, 10, 3)]
    [InlineData(Channels.Line, 13, 99)]
    [InlineData(Channels.Kik, 20, 0)]
    [InlineData(Channels.Cortana, 0, 100)]
    [InlineData(Channels.Slack, 100, 100)]
    [InlineData(Channels.DirectlineSpeech, 100, 100)]
    public void Every_channel_shows_so_many_buttons_and_no_more(string channel, int suggested, int onCards)
    {
        Assert.Equal(suggested, Most(count => Channel.SupportsSuggestedActions(channel, count, "personal")));
        Assert.Equal(onCards, Most(count => Channel.SupportsCardActions(channel, count)));
        Assert.Equal(channel != Channels.Cortana, Channel.HasMessageFeed(channel));
    }

    private static int Most(Func<int, bool> supported) => Enumerable.Range(1, 101).TakeWhile(supported).Count();
}
