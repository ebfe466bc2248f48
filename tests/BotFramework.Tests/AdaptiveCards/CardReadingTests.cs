using AdaptiveCards;
using Newtonsoft.Json;

namespace BotFramework.Tests.AdaptiveCards;

public sealed class CardReadingTests
{
    [Theory]
    [InlineData("32px", "stretch", 32, AdaptiveHeightType.Stretch, 0)]
    [InlineData("32.5px", "48px", 32, AdaptiveHeightType.Pixel, 0)]
    [InlineData("32", "48px", 0, AdaptiveHeightType.Pixel, 1)]
    [InlineData("32 px", "4 8px", 0, AdaptiveHeightType.Auto, 2)]
    public void A_size_that_is_no_number_of_pixels_is_ignored_with_a_warning(string width, string height, uint pixels, AdaptiveHeightType kind, int warnings)
    {
        var read = Read($$"""{"type":"Image","url":"u","width":"{{width}}","height":"{{height}}"}""");

        var image = Assert.IsType<AdaptiveImage>(Assert.Single(read.Card.Body));
        Assert.Equal((pixels, kind), (image.PixelWidth, image.Height.HeightType));
        Assert.Equal(warnings, read.Warnings.Count);
        Assert.Empty(image.AdditionalProperties);
    }

    [Theory]
    [InlineData("#00ff7F", 0)]
    [InlineData("#8000ff7F", 0)]
    [InlineData("green", 1)]
    [InlineData("#0f0", 1)]
    public void A_colour_is_hexadecimal(string color, int warnings)
    {
        var read = Read($$"""{"type":"Image","url":"u","backgroundColor":"{{color}}"}""");

        Assert.Equal(warnings, read.Warnings.Count);
        Assert.Equal(warnings == 0 ? color : null, ((AdaptiveImage)read.Card.Body[0]).BackgroundColor);
    }

    [Fact]
    public void What_is_said_though_it_is_so_anyway_is_neither_odd_nor_said_again()
    {
        var read = Read("""{"type":"TextBlock","text":"x","size":"default","spacing":"default","wrap":false,"isVisible":true,"height":"auto","id":null}""");

        Assert.Empty(read.Warnings);
        Assert.Equal("""{"type":"TextBlock","text":"x"}""", JsonConvert.SerializeObject(read.Card.Body[0]));
    }

    [Theory]
    [InlineData("Input.Text")]
    [InlineData("Input.ChoiceSet")]
    public void A_question_without_a_key_for_its_answer_is_refused(string type) =>
        Assert.Contains("'id'", Assert.Throws<AdaptiveSerializationException>(() => Read($$"""{"type":"{{type}}"}""")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_rich_text_has_runs_of_text_only() =>
        Assert.Throws<AdaptiveSerializationException>(() => Read("""{"type":"RichTextBlock","inlines":["a",{"type":"IconRun","text":"b"}]}"""));

    [Fact]
    public void What_is_played_is_among_the_resources()
    {
        var card = Read("""{"type":"Media","poster":"p.png","altText":"Demo","sources":[{"mimeType":"video/mp4","url":"d.mp4"}]}""").Card;

        Assert.Equal([new("p.png", "image"), new("d.mp4", "video/mp4")], card.GetResourceInformation());
    }

    [Fact]
    public void A_table_says_its_widths_as_weights_or_as_pixels()
    {
        var read = Read("""{"type":"Table","firstRowAsHeaders":true,"columns":[{"width":2},{"width":"100px"},{"width":-2},{"width":"2"},{"width":"2ppx"}]}""");

        var table = Assert.IsType<AdaptiveTable>(read.Card.Body[0]);
        Assert.Equal([(2L, 0d), (0, 100), (0, 0), (0, 0), (0, 0)], table.Columns.Select(column => (column.Width, column.PixelWidth)));
        Assert.Equal(3, read.Warnings.Count);
        Assert.True(table.FirstRowAsHeaders);
    }

    [Fact]
    public void The_least_heights_and_the_end_of_a_refresh_are_written_as_the_format_has_them()
    {
        var card = new AdaptiveCard("1.5")
        {
            PixelMinHeight = 500,
            Height = AdaptiveHeightType.Stretch,
            Refresh = new AdaptiveRefresh { Expires = new DateTime(2026, 11, 23, 1, 2, 3, DateTimeKind.Utc) },
            Body = { new AdaptiveContainer { PixelMinHeight = 30, Height = "40px" } },
        };

        const string Json = """{"type":"AdaptiveCard","version":"1.5","height":"stretch","body":[{"type":"Container","items":[],"minHeight":"30px","height":"40px"}],"minHeight":"500px","refresh":{"expires":"2026-11-23T01:02:03Z"}}""";
        Assert.Equal(Json, JsonConvert.SerializeObject(card));
        Assert.Equal(card.Refresh.Expires, AdaptiveCard.FromJson(Json).Card.Refresh.Expires);
        Assert.Equal(40u, AdaptiveCard.FromJson(Json).Card.Body[0].Height.Unit);
    }

    private static AdaptiveCardParseResult Read(string element) => AdaptiveCard.FromJson($$"""{"type":"AdaptiveCard","version":"1.5","body":[{{element}}]}""");
}
