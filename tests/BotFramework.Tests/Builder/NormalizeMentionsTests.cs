using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace BotFramework.Tests.Builder;

public class NormalizeMentionsTests
{
    [Theory]
    [InlineData(true, "status of  please", "Alex")]
    [InlineData(false, "Setup Bot status of  please", "Setup Bot,Alex")]
    public async Task Names_lose_their_markup_and_the_bots_own_name_goes(bool withoutTheBot, string withoutAlex, string named)
    {
        var message = new Activity(ActivityTypes.Message)
        {
            Text = "<at>Setup Bot</at> status of <at id=\"1\">Alex</at> please",
            Entities = [Mention("bot", "<at>Setup Bot</at>"), Mention("29:alex", "<at id=\"1\">Alex</at>")],
        };

        var read = await ReadThroughAsync(new NormalizeMentionsMiddleware { RemoveRecipientMention = withoutTheBot }, message);

        Assert.Equal(withoutAlex, read.Text.Replace("Alex", string.Empty, StringComparison.Ordinal).Trim());
        Assert.Equal(named, string.Join(',', read.Entities.Select(entity => entity.Properties["text"])));
    }

    [Theory]
    [InlineData("<at>open")]
    [InlineData("at>open</at>")]
    [InlineData("<attic>open</at>")]
    public async Task What_only_looks_like_a_mention_stays(string text)
    {
        var read = await ReadThroughAsync(new NormalizeMentionsMiddleware(), new Activity(ActivityTypes.Message) { Text = text });

        Assert.Equal(text, read.Text);
    }

    [Theory]
    [InlineData(Channels.Skype, "Setup Bot")]
    [InlineData(Channels.Msteams, "<at id=\"28: 1\">Setup Bot</at>")]
    public async Task Skype_spells_the_name_in_the_text_without_the_markup_of_the_entity(string channel, string spelled)
    {
        var message = new Activity(ActivityTypes.Message) { ChannelId = channel, Text = "Setup Bot help", Entities = [Mention("bot", "<at id=\"28: 1\">Setup Bot</at>")] };

        var read = await ReadThroughAsync(new SkypeMentionNormalizeMiddleware(), message);

        Assert.Equal(spelled, read.Entities[0].Properties["text"]);
    }

    private static Entity Mention(string id, string text) =>
        new("mention") { Properties = new JObject { ["text"] = text, ["mentioned"] = new JObject { ["id"] = id } } };

    private static async Task<Activity> ReadThroughAsync(IMiddleware middleware, Activity message)
    {
        Activity? read = null;
        await new TestAdapter().Use(middleware).ProcessActivityAsync(message, (turn, _) =>
        {
            read = turn.Activity;
            return Task.CompletedTask;
        });
        return read!;
    }
}
