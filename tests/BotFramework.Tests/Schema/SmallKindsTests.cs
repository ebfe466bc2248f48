using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace BotFramework.Tests.Schema;

public sealed class SmallKindsTests
{
    [Fact]
    public void A_request_for_a_token_and_a_thing_are_written_under_the_names_of_the_protocol()
    {
        var request = Written(new TokenRequest("github", new Dictionary<string, object> { ["scope"] = "repo" }));

        Assert.Equal("""{"provider":"github","settings":{"scope":"repo"}}""", request.ToString(Newtonsoft.Json.Formatting.None));
        Assert.Equal("""{"type":"Person","name":"Megan"}""", Written(new Thing("Person", "Megan")).ToString(Newtonsoft.Json.Formatting.None));
    }

    [Fact]
    public void Who_a_bot_writes_for_is_said_in_the_channel_data_of_Teams()
    {
        var activity = new Activity { ChannelData = JObject.Parse("""{"onBehalfOf":[{"mri":"29:megan","displayName":"Megan Bowen"}]}""") };

        var person = Assert.Single(activity.TeamsGetTeamOnBehalfOf());

        Assert.Equal((0, "person", "29:megan", "Megan Bowen"), (person.ItemId, person.MentionType, person.Mri, person.DisplayName));
        Assert.Equal("29:alex", Assert.Single(new TeamsChannelData(onBehalfOf: [new() { Mri = "29:alex" }]).OnBehalfOf).Mri);
        Assert.Null(new Activity().TeamsGetTeamOnBehalfOf());
    }

    [Fact]
    public void A_card_that_plays_is_written_under_the_names_of_the_protocol()
    {
        var film = new VideoCard("Demo", media: [new("https://contoso.com/demo.mp4")], image: new("https://contoso.com/demo.png"), autostart: false, duration: "PT30S");

        var attachment = Written(film.ToAttachment());

        Assert.Equal("application/vnd.microsoft.card.video", attachment["contentType"]);
        Assert.Equal(
            """{"title":"Demo","image":{"url":"https://contoso.com/demo.png"},"media":[{"url":"https://contoso.com/demo.mp4"}],"autostart":false,"duration":"PT30S"}""",
            attachment["content"]!.ToString(Newtonsoft.Json.Formatting.None));
    }

    [Fact]
    public void A_receipt_lists_what_was_bought()
    {
        var receipt = new ReceiptCard("Order 7", [new("Paid by", "card")], [new("Licence", price: "5 EUR", quantity: "2")], total: "10 EUR");

        var content = Written(receipt.ToAttachment())["content"]!;

        Assert.Equal("card", content["facts"]![0]!["value"]);
        Assert.Equal("2", content["items"]![0]!["quantity"]);
        Assert.Equal("10 EUR", content["total"]);
    }

    [Fact]
    public void A_place_keeps_its_kind_and_its_point_through_an_activity()
    {
        var message = new Activity(ActivityTypes.Message) { Entities = [new Place("Main Street 1", new GeoCoordinates(latitude: 47.5, longitude: 19.1), name: "Office")] };

        var entity = ActivityJson.Read<Activity>(ActivityJson.Write(message).Written)!.Entities.Single();

        Assert.Equal("Place", entity.Type);
        var place = entity.GetAs<Place>();
        Assert.Equal("Office", place.Name);
        Assert.Equal(47.5, ((JObject)place.Geo)["latitude"]);
    }

    [Fact]
    public void A_text_is_a_button_that_says_and_sends_it()
    {
        var suggested = new SuggestedActions(["29:alex"], actions: ((CardAction[])["Yes", "No"]).Where(_ => true));

        Assert.Equal(["Yes", "No"], suggested.Actions.Select(button => button.Title));
        Assert.Equal(["Yes", "No"], suggested.Actions.Select(button => (string)button.Value));
    }

    [Theory]
    [InlineData(null, """{"type":"task/fetch"}""")]
    [InlineData("""{"due":"2026-11-23T01:00:00Z"}""", """{"due":"2026-11-23T01:00:00Z","type":"task/fetch"}""")]
    public void A_button_that_opens_a_dialog_says_so_beside_what_it_was_given(string? given, string value)
    {
        var button = new TaskModuleAction("Open", given);

        Assert.Equal("invoke", button.Type);
        Assert.Equal(value, JToken.Parse((string)button.Value).ToString(Newtonsoft.Json.Formatting.None));
    }

    [Fact]
    public void A_page_of_any_accounts_becomes_a_page_of_Teams_members()
    {
        var account = new ChannelAccount("29:alex", "Alex") { Properties = new JObject { ["userPrincipalName"] = "alex@contoso.com", ["tenantId"] = "t" } };

        var member = new TeamsPagedMembersResult("more", [account, new TeamsChannelAccount("29:megan", "Megan", null, null, null, null, "t", "owner")]).Members;

        Assert.Equal("alex@contoso.com", member[0].UserPrincipalName);
        Assert.Equal("owner", member[1].UserRole);
    }

    [Fact]
    public void A_hit_shows_itself_in_the_list_when_it_has_no_preview()
    {
        var card = new HeroCard("Setup").ToAttachment();

        var hit = Written(card.ToMessagingExtensionAttachment());

        Assert.True(JToken.DeepEquals(hit["content"], hit["preview"]!["content"]));
        Assert.Equal("list", Written(new MessagingExtensionResult("list", "auth", suggestedActions: new(["Sign in"])))["attachmentLayout"]);
    }

    [Theory]
    [InlineData("1700000000000", true)]
    [InlineData("1700000000001", false)]
    [InlineData("latest", false)]
    public void A_message_is_read_when_it_was_sent_no_later_than_the_last_one_read(string message, bool read) =>
        Assert.Equal(read, new ReadReceiptInfo("1700000000000").IsMessageRead(message));

    private static JObject Written(object value) => JObject.Parse(ActivityJson.WriteText(value));
}
