using AdaptiveCards;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace BotFramework.Tests.AdaptiveCards;

public sealed class AdaptiveCardTests
{
    [Fact]
    public void A_card_of_everything_is_valid() => Assert.Empty(CardSchema.Faults(Everything().ToJson()));

    [Fact]
    public void The_schema_finds_what_is_wrong()
    {
        var card = Everything();
        card.Body.Add(new AdaptiveTextBlock { AdditionalProperties = { ["colour"] = "red" } });

        Assert.Contains(CardSchema.Faults(card.ToJson()), fault => fault.EndsWith(".text is missing", StringComparison.Ordinal));
        Assert.Contains(CardSchema.Faults(card.ToJson()), fault => fault.EndsWith(".colour is unknown", StringComparison.Ordinal));
    }

    [Fact]
    public void A_card_is_the_same_after_reading_and_writing()
    {
        var json = Everything().ToJson();

        var parsed = AdaptiveCard.FromJson(json);

        Assert.Empty(parsed.Warnings);
        Assert.Equal(json, parsed.Card.ToJson());
    }

    [Fact]
    public void Any_serializer_writes_the_same()
    {
        var card = Everything();

        Assert.True(JToken.DeepEquals(JToken.Parse(card.ToJson()), JObject.FromObject(card)));
        Assert.Equal(card.ToJson(), JsonConvert.SerializeObject(card, Formatting.Indented));
    }

    [Fact]
    public void What_says_nothing_is_not_written() =>
        Assert.Equal(
            """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"Hello"},{"type":"Input.Number","id":"n"},{"type":"Image","url":"https://a/b.png"}]}""",
            JObject.Parse(new AdaptiveCard("1.5") { Body = { new AdaptiveTextBlock("Hello"), new AdaptiveNumberInput { Id = "n" }, new AdaptiveImage("https://a/b.png") } }.ToJson()).ToString(Formatting.None));

    [Fact]
    public void A_button_with_a_fallback_is_written_in_full()
    {
        var action = new AdaptiveExecuteAction
        {
            Title = "Begin",
            Verb = "begin",
            Data = new JObject { ["run"] = 1 },
            Style = "positive",
            Mode = AdaptiveActionMode.Secondary,
            IsEnabled = false,
            AssociatedInputs = AdaptiveAssociatedInputs.None,
            Fallback = new AdaptiveFallbackElement(new AdaptiveSubmitAction { Title = "Begin" }),
        };

        Assert.Equal(
            """{"type":"Action.Execute","verb":"begin","data":{"run":1},"associatedInputs":"none","title":"Begin","style":"positive","mode":"secondary","isEnabled":false,"fallback":{"type":"Action.Submit","title":"Begin"}}""",
            JsonConvert.SerializeObject(action));
    }

    [Fact]
    public void What_is_not_known_is_told_of_and_comes_back_as_it_was()
    {
        const string Json = """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"CodeBlock","codeSnippet":"ls","fallback":{"type":"TextBlock","text":"ls"}},{"type":"TextBlock","text":"x","targetWidth":"wide"}],"actions":[{"type":"Action.Popover","title":"More","fallback":"drop"}],"msteams":{"width":"Full"}}""";

        var parsed = AdaptiveCard.FromJson(Json);

        Assert.Equal(
            ["Unknown element type 'CodeBlock'", "Unknown property 'targetWidth' of 'TextBlock'", "Unknown action type 'Action.Popover'", "Unknown property 'msteams' of 'AdaptiveCard'"],
            parsed.Warnings.Select(warning => warning.Message));
        Assert.IsType<AdaptiveUnknownElement>(parsed.Card.Body[0]);
        Assert.True(JToken.DeepEquals(JToken.Parse(Json), JToken.Parse(parsed.Card.ToJson())), parsed.Card.ToJson());
    }

    [Fact]
    public void An_unknown_value_is_told_of_and_becomes_the_default()
    {
        var parsed = AdaptiveCard.FromJson("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"x","size":"enormous","weight":"BOLDER"}]}""");

        var text = Assert.IsType<AdaptiveTextBlock>(parsed.Card.Body[0]);
        Assert.Equal((AdaptiveTextSize.Default, AdaptiveTextWeight.Bolder), (text.Size, text.Weight));
        Assert.Single(parsed.Warnings);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"type":"TextBlock","text":"x"}""")]
    [InlineData("""{"type":"AdaptiveCard"}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"new"}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":{}}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[1]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","refresh":{"action":{"type":"Action.Submit"}}}""")]
    public void What_is_no_card_is_refused(string json) => Assert.Throws<AdaptiveSerializationException>(() => AdaptiveCard.FromJson(json));

    [Fact]
    public void A_card_nested_without_end_is_refused()
    {
        const int Depth = 5_000;
        var json = string.Concat(Enumerable.Repeat("""{"type":"Container","items":[""", Depth)) + string.Concat(Enumerable.Repeat("]}", Depth));

        Assert.Throws<AdaptiveSerializationException>(() => AdaptiveCard.FromJson($$"""{"type":"AdaptiveCard","version":"1.5","body":[{{json}}]}"""));
    }

    [Fact]
    public void Data_can_be_had_as_JSON()
    {
        var action = new AdaptiveSubmitAction { DataJson = """{"when":"2026-11-22T12:00:00Z"}""" };

        Assert.Equal("2026-11-22T12:00:00Z", ((JObject)action.Data).Value<string>("when"));
        Assert.Equal("""{"when":"2026-11-22T12:00:00Z"}""", action.DataJson);
    }

    [Fact]
    public void Versions_compare_by_number()
    {
        Assert.True(new AdaptiveSchemaVersion("1.10") > new AdaptiveSchemaVersion(1, 5));
        Assert.Equal(new AdaptiveSchemaVersion(1, 5), new AdaptiveSchemaVersion("1.5"));
        Assert.Equal("1.5", AdaptiveCard.KnownSchemaVersion.ToString());
    }

    private static AdaptiveCard Everything() => new("1.5")
    {
        Lang = "en",
        FallbackText = "This client cannot show the card.",
        Speak = "Hello",
        MinHeight = "100px",
        VerticalContentAlignment = AdaptiveVerticalContentAlignment.Center,
        Refresh = new AdaptiveRefresh { Action = new AdaptiveExecuteAction { Verb = "refresh" }, UserIds = { "29:alex" } },
        Body =
        {
            new AdaptiveTextBlock("Title")
            {
                Id = "title",
                Style = AdaptiveTextBlockStyle.Heading,
                Size = AdaptiveTextSize.ExtraLarge,
                Weight = AdaptiveTextWeight.Bolder,
                Color = AdaptiveTextColor.Accent,
                FontType = AdaptiveFontType.Monospace,
                HorizontalAlignment = AdaptiveHorizontalAlignment.Center,
                IsSubtle = true,
                Wrap = true,
                MaxLines = 3,
                Spacing = AdaptiveSpacing.ExtraLarge,
                Separator = true,
                IsVisible = false,
                Fallback = new AdaptiveFallbackElement(AdaptiveFallbackElement.AdaptiveFallbackType.Drop),
            },
            new AdaptiveContainer
            {
                Style = AdaptiveContainerStyle.Emphasis,
                Bleed = true,
                MinHeight = "40px",
                SelectAction = new AdaptiveToggleVisibilityAction { TargetElements = { "title", new AdaptiveTargetElement("more", true) } },
                Items =
                {
                    new AdaptiveColumnSet
                    {
                        Columns =
                        {
                            new AdaptiveColumn { Width = "auto", Items = { new AdaptiveImage("https://contoso.com/a.png") { AltText = "logo", Size = AdaptiveImageSize.Small, Style = AdaptiveImageStyle.Person } } },
                            new AdaptiveColumn { Width = AdaptiveWidth.Stretch, VerticalContentAlignment = AdaptiveVerticalContentAlignment.Bottom, Items = { new AdaptiveTextBlock("x") } },
                        },
                    },
                    new AdaptiveFactSet { Facts = { new AdaptiveFact("Client id", "1234") } },
                },
            },
            new AdaptiveRichTextBlock { Inlines = { new AdaptiveTextRun("1234") { FontType = AdaptiveFontType.Monospace, Highlight = true, SelectAction = new AdaptiveOpenUrlAction { Url = new Uri("https://contoso.com/") } } } },
            new AdaptiveTable
            {
                FirstRowAsHeaders = true,
                ShowGridLines = false,
                GridStyle = AdaptiveContainerStyle.Accent,
                Columns = { new AdaptiveTableColumnDefinition { Width = 2 }, new AdaptiveTableColumnDefinition { PixelWidth = 80 } },
                Rows = { new AdaptiveTableRow { Style = AdaptiveContainerStyle.Good, Cells = { new AdaptiveTableCell { Items = { new AdaptiveTextBlock("a") } }, new AdaptiveTableCell { Items = { new AdaptiveTextBlock("b") } } } } },
            },
            new AdaptiveTextInput { Id = "text", Label = "Name", IsRequired = true, ErrorMessage = "A name is needed.", MaxLength = 80, IsMultiline = true, Regex = "^.+$", Placeholder = "Contoso", Value = "x", Style = AdaptiveTextInputStyle.Url },
            new AdaptiveNumberInput { Id = "number", Label = "Days", Min = 1, Max = 365, Value = 180 },
            new AdaptiveDateInput { Id = "date", Label = "Day", Min = "2026-01-01", Value = "2026-11-22" },
            new AdaptiveTimeInput { Id = "time", Label = "Hour", Value = "12:00" },
            new AdaptiveToggleInput { Id = "toggle", Title = "Agreed", ValueOn = "yes", ValueOff = "no", Wrap = true },
            new AdaptiveChoiceSetInput { Id = "choice", Label = "Who", IsMultiSelect = true, Style = AdaptiveChoiceInputStyle.Expanded, Wrap = true, Choices = { new AdaptiveChoice { Title = "Alex", Value = "29:alex" } } },
            new AdaptiveActionSet { Actions = { new AdaptiveSubmitAction { Title = "Send", Data = new { verb = "send" }, Style = "destructive", Tooltip = "Sends it", IconUrl = "https://contoso.com/i.png" } } },
        },
        Actions =
        {
            new AdaptiveExecuteAction { Title = "Begin", Verb = "begin", Data = new JObject { ["run"] = 1 }, Mode = AdaptiveActionMode.Secondary, Fallback = new AdaptiveFallbackElement(new AdaptiveSubmitAction { Title = "Begin" }) },
            new AdaptiveShowCardAction { Title = "More", Card = new AdaptiveCard("1.5") { Body = { new AdaptiveTextBlock("inside") } } },
        },
    };
}
