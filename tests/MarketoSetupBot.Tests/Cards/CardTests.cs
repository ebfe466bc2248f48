using System.Globalization;
using System.Reflection;
using System.Text;
using MarketoSetupBot.Cards;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;
using Newtonsoft.Json.Linq;

namespace MarketoSetupBot.Tests.Cards;

/// <summary>What holds for every card in every language.</summary>
public sealed class CardTests
{
    private const int SizeLimit = 20 * 1024;
    private const int VisibleButtons = 6;

    private static readonly HashSet<string> KnownVerbs =
        [.. typeof(Verbs).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!)];

    /// <summary>How texts begin that are the same in every language: Graph calls, a team's name.</summary>
    private static readonly HashSet<string> NamesOnly = new(StringComparer.Ordinal) { "PATCH", "POST", "Contoso" };

    public static TheoryData<string> Cards => [.. Gallery.Names];

    [Theory]
    [MemberData(nameof(Cards))]
    public void Is_small_enough_for_teams(string name) =>
        Assert.InRange(Encoding.UTF8.GetByteCount(Json(name).ToString(Newtonsoft.Json.Formatting.None)), 1, SizeLimit);

    [Theory]
    [MemberData(nameof(Cards))]
    public void Is_version_1_5_and_says_its_language(string name)
    {
        var card = Json(name);
        Assert.Equal("1.5", card["version"]);
        Assert.Equal(name.EndsWith("zh-CN", StringComparison.Ordinal) ? "zh" : "en", card["lang"]);
        Assert.NotEmpty((string)card["fallbackText"]!);
    }

    [Theory]
    [MemberData(nameof(Cards))]
    public void Begins_with_one_heading(string name) =>
        Assert.Single(Elements(Json(name)), e => Type(e) == "TextBlock" && Is(e["style"], "heading") && Is(e["size"], "large"));

    [Theory]
    [MemberData(nameof(Cards))]
    public void Every_button_has_a_known_verb_and_a_submit_that_says_the_same(string name)
    {
        foreach (var action in Elements(Json(name)).Where(e => Type(e) == "Action.Execute"))
        {
            Assert.Contains((string)action["verb"]!, KnownVerbs);
            Assert.NotEmpty((string)action["title"]!);
            var fallback = (JObject)action["fallback"]!;
            Assert.Equal("Action.Submit", Type(fallback));
            var data = (JObject)fallback["data"]!.DeepClone();
            Assert.Equal(action["verb"], data["verb"]);
            data.Remove("verb");
            Assert.True(JToken.DeepEquals(action["data"], data));
            Assert.Equal(action["associatedInputs"], fallback["associatedInputs"]);
            // The Playground's client throws on such actions, and a button that navigates is none of ours.
            Assert.Null(data["msteams"]);
        }
    }

    [Theory]
    [MemberData(nameof(Cards))]
    public void Shows_few_buttons_and_at_most_one_as_the_one_to_press(string name)
    {
        var buttons = Json(name)["actions"]?.OfType<JObject>().ToList() ?? [];
        Assert.InRange(buttons.Count(b => (string?)b["mode"] is not "secondary"), 0, VisibleButtons);
        Assert.InRange(buttons.Count(b => (string?)b["style"] == "positive"), 0, 1);
    }

    [Theory]
    [MemberData(nameof(Cards))]
    public void Every_input_has_a_label_and_every_required_one_says_what_is_missing(string name)
    {
        foreach (var input in Elements(Json(name)).Where(e => Type(e).StartsWith("Input.", StringComparison.Ordinal)))
        {
            Assert.NotEmpty((string)input["label"]!);
            if ((bool?)input["isRequired"] is true)
                Assert.NotEmpty((string)input["errorMessage"]!);
        }
    }

    [Theory]
    [MemberData(nameof(Cards))]
    public void Every_image_is_described_and_all_text_wraps_or_is_short(string name)
    {
        foreach (var element in Elements(Json(name)))
        {
            if (Type(element) == "Image")
                Assert.NotEmpty((string)element["altText"]!);
            if (Type(element) == "TextBlock" && (bool?)element["wrap"] is not true)
                Assert.InRange(((string)element["text"]!).Length, 1, 40);
        }
    }

    [Theory]
    [MemberData(nameof(Cards))]
    public void Leaves_no_gap_and_no_placeholder_in_a_sentence(string name)
    {
        foreach (var text in Texts(Json(name)))
        {
            Assert.NotEqual("–", text);
            Assert.DoesNotMatch(@"(?<!\\)\{[a-zA-Z:]+(?<!\\)\}", text);
            Assert.DoesNotContain("Phrase_", text, StringComparison.Ordinal);
            Assert.DoesNotContain(@"\\", text, StringComparison.Ordinal);
        }
    }

    /// <summary>A sentence that reads the same in both languages was forgotten, unless it has nothing but names in it.</summary>
    [Fact]
    public void No_sentence_is_left_in_english()
    {
        foreach (var name in Gallery.Names.Where(n => n.EndsWith("zh-CN", StringComparison.Ordinal)))
        {
            var english = Texts(Json(name.Replace("zh-CN", "en-US", StringComparison.Ordinal))).Where(t => t.Count(c => c == ' ') > 2).ToHashSet(StringComparer.Ordinal);
            Assert.DoesNotContain(Texts(Json(name)), t => english.Contains(t) && !NamesOnly.Contains(t.Split(' ')[0]));
        }
    }

    [Theory]
    [MemberData(nameof(Cards))]
    public void Only_the_secret_card_holds_the_secret(string name) =>
        Assert.Equal(name.StartsWith("secret.", StringComparison.Ordinal), Gallery.Make(name).ToJson().Contains("8Q~", StringComparison.Ordinal));

    [Fact]
    public void The_secret_is_shown_exactly_as_it_is_and_sent_back_by_no_button()
    {
        var card = Json("secret.en-US");

        Assert.Contains(Elements(card), e => Type(e) == "TextRun" && (string?)e["text"] == Samples.Secret);
        Assert.DoesNotContain(Elements(card), e => Type(e).StartsWith("Input.", StringComparison.Ordinal));
        Assert.DoesNotContain("8Q~", card["actions"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_typed_is_kept_and_what_is_wrong_stands_right_below_its_field()
    {
        var body = Json("details-wrong.en-US")["body"]!.OfType<JObject>().ToList();
        var field = body.FindIndex(e => (string?)e["id"] == Inputs.SyncUser);

        Assert.Equal("marketo.sync", body[field]["value"]);
        Assert.Equal("attention", body[field + 1]["color"]!.ToString(), ignoreCase: true);
        Assert.Contains("name@domain", (string)body[field + 1]["text"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void Approval_is_for_the_plan_that_is_shown() =>
        Assert.Equal(Samples.Planned.Plan!.Hash, Action("plan.en-US", Verbs.Approve)["data"]![ActionData.PlanHash]);

    [Fact]
    public void A_blocked_plan_cannot_be_approved() =>
        Assert.DoesNotContain(Elements(Json("plan-blocked.en-US")), e => (string?)e["verb"] == Verbs.Approve);

    [Fact]
    public void Keeping_a_secret_is_offered_only_where_there_is_one()
    {
        Assert.NotNull(Action("collect-or-keep.en-US", Verbs.KeepSecret));
        Assert.DoesNotContain(Elements(Json("collect.en-US")), e => (string?)e["verb"] == Verbs.KeepSecret);
    }

    [Fact]
    public void A_person_without_any_suitable_role_to_ask_is_told_whom_to_ask() =>
        Assert.Contains(Texts(Json("problem-no-roles.en-US")), t => t.Contains("the person who began", StringComparison.Ordinal));

    [Fact]
    public void Marketos_labels_stay_english_in_chinese() =>
        Assert.Contains(Texts(Json("marketo-DisableSync.zh-CN")), t => t.Contains("**Disable Sync**（禁用同步）", StringComparison.Ordinal));

    [Fact]
    public void All_green_again_reports_no_check() =>
        Assert.Equal("", Action("remedies.en-US", Verbs.MarketoReport)["data"]![Inputs.RedChecks]);

    [Theory]
    [InlineData("en-US")]
    [InlineData("zh-CN")]
    public void A_name_cannot_break_out_of_its_sentence(string language) =>
        Assert.DoesNotContain(Texts(Json("status." + language)), t => t.Contains("[click](", StringComparison.Ordinal) || t.Contains("**Eve**", StringComparison.Ordinal) || t.Contains("<at>", StringComparison.Ordinal) && !t.Contains(@"\<at", StringComparison.Ordinal));

    [Fact]
    public void Dates_are_written_in_the_readers_language()
    {
        Assert.Contains(Texts(Json("closing.zh-CN")), t => t.Contains("2027年5月21日", StringComparison.Ordinal));
        Assert.Contains(Texts(Json("closing.en-US")), t => t.Contains("21 May 2027", StringComparison.Ordinal));
    }

    private static JObject Json(string name) => JObject.Parse(Gallery.Make(name).ToJson());

    private static JObject Action(string name, string verb) => Elements(Json(name)).Single(e => (string?)e["verb"] == verb && Type(e) == "Action.Execute");

    private static IEnumerable<JObject> Elements(JToken card) =>
        ((JContainer)card).DescendantsAndSelf().OfType<JObject>().Where(o => o["type"] is { Type: JTokenType.String } && o.Parent is not JProperty { Name: "data" });

    private static bool Is(JToken? value, string word) => string.Equals((string?)value, word, StringComparison.OrdinalIgnoreCase);

    private static string Type(JObject element) => (string)element["type"]!;

    private static IEnumerable<string> Texts(JObject card) =>
        from property in card.Descendants().OfType<JProperty>()
        where property.Name is "text" or "title" or "label" or "placeholder" or "errorMessage" or "fallbackText" or "altText"
            || (property.Name == "value" && property.Parent?["type"] is null && property.Parent?["title"] is not null)
        let value = (string?)property.Value
        where value is not null
        select value;
}
