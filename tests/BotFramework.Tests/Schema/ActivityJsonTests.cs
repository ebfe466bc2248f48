using System.Text;
using AdaptiveCards;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace BotFramework.Tests.Schema;

public sealed class ActivityJsonTests
{
    private const string Teams = """
        { "type":"message","text":"<at>Test Bot</at> set up","textFormat":"plain","id":"f0c9ca7f","channelId":"msteams","locale":"en-US",
          "timestamp":"2026-11-22T12:00:00.123Z","localTimestamp":"2026-11-22T13:00:00.123+01:00","localTimezone":"Europe/Prague",
          "from":{"id":"29:alex","name":"Alex Wilber","aadObjectId":"oid","nickname":"Al"},
          "recipient":{"id":"28:bot","name":"Test Bot"},
          "serviceUrl":"https://smba.trafficmanager.net/emea/",
          "conversation":{"isGroup":true,"conversationType":"channel","tenantId":"t","id":"19:c;messageid=1"},
          "entities":[{"type":"mention","mentioned":{"id":"28:bot","name":"Test Bot"},"text":"<at>Test Bot</at>"},{"type":"clientInfo","locale":"en-US","platform":"Web"}],
          "attachments":[{"contentType":"application/json","content":{"a":[1,"2026-11-22T12:00:00Z"]}}],
          "value":{"action":{"type":"Action.Execute","verb":"begin","data":{"when":"2026-11-22T12:00:00Z","n":1}}},
          "channelData":{"teamsChannelId":"19:c","tenant":{"id":"t"},"team":{"id":"19:team","aadGroupId":"g"},"channel":{"id":"19:c"}},
          "somethingNew":{"x":1} }
        """;

    [Fact]
    public void What_Teams_sends_is_the_same_after_reading_and_writing()
    {
        var written = JToken.Parse(ActivityJson.WriteText(Read(Teams)));

        // Newtonsoft writes an instant in its own, equal form.
        foreach (var instant in new[] { "timestamp", "localTimestamp" })
            written[instant]!.Replace(JToken.Parse(Teams)[instant]!.DeepClone());
        Assert.True(JToken.DeepEquals(JToken.Parse(Teams), written), written.ToString());
    }

    [Fact]
    public void What_any_other_serializer_writes_is_the_same_too() =>
        Assert.Equal(ActivityJson.WriteText(Read(Teams)), JsonConvert.SerializeObject(Read(Teams)));

    [Fact]
    public void Open_values_are_JSON_or_primitives()
    {
        var activity = Read(Teams);

        Assert.IsType<JObject>(activity.Value);
        Assert.IsType<JObject>(activity.ChannelData);
        Assert.IsType<JObject>(activity.Attachments[0].Content);
        Assert.Equal(1, (int?)activity.Properties["somethingNew"]!["x"]);
        Assert.Equal("Al", (string?)activity.From.Properties["nickname"]);
        Assert.Equal("Web", (string?)activity.Entities[1].Properties["platform"]);
        Assert.IsType<JArray>(Read("""{"value":[1]}""").Value);
        Assert.Equal(7L, Read("""{"value":7}""").Value);
        Assert.Equal("text", Read("""{"value":"text"}""").Value);
    }

    [Fact]
    public void What_looks_like_a_date_within_an_open_value_stays_the_text_it_was()
    {
        var value = ((JObject)Read(Teams).Value)["action"]!.ToObject<AdaptiveCardInvokeAction>()!;

        Assert.Equal("2026-11-22T12:00:00Z", ((JObject)value.Data).Value<string>("when"));
        Assert.Equal("begin", value.Verb);
    }

    [Fact]
    public void Instants_keep_their_offset()
    {
        var activity = Read(Teams);

        Assert.Equal(TimeSpan.FromHours(1), activity.LocalTimestamp!.Value.Offset);
        Assert.Equal(activity.Timestamp, activity.LocalTimestamp);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"type":{}}""")]
    [InlineData("""{"from":"alex"}""")]
    [InlineData("""{"timestamp":"yesterday"}""")]
    [InlineData("""{"entities":{}}""")]
    public void What_is_no_activity_is_refused_as_bad_JSON(string json) => Assert.ThrowsAny<JsonException>(() => Read(json));

    [Fact]
    public void Bytes_that_are_no_text_are_refused_as_bad_JSON() => Assert.ThrowsAny<JsonException>(() => ActivityJson.Read<Activity>(new byte[] { 0x22, 0xff, 0xfe, 0x22 }));

    [Theory]
    [InlineData("value")]
    [InlineData("channelData")]
    [InlineData("somethingNew")]
    public void Nesting_has_a_limit(string name)
    {
        string Nested(int depth) => $"{{\"{name}\":{string.Concat(Enumerable.Repeat("[", depth))}{string.Concat(Enumerable.Repeat("]", depth))}}}";

        Assert.NotNull(Read(Nested(50)));
        Assert.ThrowsAny<JsonException>(() => Read(Nested(100)));
        Assert.ThrowsAny<JsonException>(() => Read(Nested(100_000)));
    }

    [Fact]
    public void JSON_cannot_name_a_type_to_load()
    {
        var activity = Read("""{"type":"message","value":{"$type":"System.IO.FileInfo, System.IO.FileSystem","fileName":"/etc/passwd"}}""");

        Assert.IsType<JObject>(activity.Value);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_not_read_to_its_end()
    {
        using var body = new MemoryStream(Encoding.UTF8.GetBytes($$"""{"text":"{{new string('x', 100_000)}}"}"""));

        await Assert.ThrowsAsync<InvalidDataException>(() => ActivityJson.ReadAsync<Activity>(body, 10_000, default));
        Assert.True(body.Position < 50_000);
    }

    [Fact]
    public async Task A_body_may_begin_with_a_byte_order_mark()
    {
        using var body = new MemoryStream([.. Encoding.UTF8.GetPreamble(), .. """{"text":"é你好🎉"}"""u8]);

        Assert.Equal("é你好🎉", (await ActivityJson.ReadAsync<Activity>(body, 10_000, default))!.Text);
    }

    [Fact]
    public void A_long_text_survives_every_buffer_boundary()
    {
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(index => index % 7 == 0 ? "🎉" : "a"));

        Assert.Equal(text, Read(ActivityJson.WriteText(new Activity(ActivityTypes.Message, text: text))).Text);
    }

    [Fact]
    public void A_card_as_the_content_of_an_attachment_is_written_as_its_JSON()
    {
        var card = new AdaptiveCard("1.5") { Body = { new AdaptiveTextBlock("Hello") { Weight = AdaptiveTextWeight.Bolder } } };
        var activity = new Activity(ActivityTypes.Message) { Attachments = [new Attachment(AdaptiveCard.ContentType, content: card)] };

        var written = JToken.Parse(ActivityJson.WriteText(activity))["attachments"]![0]!["content"];

        Assert.True(JToken.DeepEquals(JToken.Parse(card.ToJson()), written));
    }

    [Fact]
    public void A_card_that_contains_itself_is_refused_and_ends_nothing()
    {
        var card = new AdaptiveCard("1.5");
        card.Actions.Add(new AdaptiveShowCardAction { Card = card });

        Assert.ThrowsAny<JsonException>(() => ActivityJson.WriteText(new Activity { Attachments = [new Attachment(content: card)] }));
        Assert.ThrowsAny<JsonException>(card.ToJson);
    }

    [Theory]
    [InlineData("objectId")]
    [InlineData("aadObjectId")]
    public void A_roster_may_call_the_Entra_id_either_way(string name)
    {
        var member = ActivityJson.Read<TeamsChannelAccount>(Encoding.UTF8.GetBytes($$"""{"id":"29:alex","{{name}}":"oid","userPrincipalName":"alex@contoso.com"}"""))!;

        Assert.Equal("oid", member.AadObjectId);
        Assert.Equal("""{"userPrincipalName":"alex@contoso.com","id":"29:alex","aadObjectId":"oid"}""", ActivityJson.WriteText(member));
    }

    private static Activity Read(string json) => ActivityJson.Read<Activity>(Encoding.UTF8.GetBytes(json))!;
}
