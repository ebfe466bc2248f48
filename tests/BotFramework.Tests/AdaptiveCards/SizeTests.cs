using AdaptiveCards;
using Newtonsoft.Json.Linq;

namespace BotFramework.Tests.AdaptiveCards;

/// <summary>How wide and how high, as members and on the wire.</summary>
public sealed class SizeTests
{
    [Fact]
    public void A_height_is_written_only_where_it_says_something()
    {
        var card = new AdaptiveCard("1.5")
        {
            Height = AdaptiveHeight.Stretch,
            PixelMinHeight = 80,
            Rtl = true,
            Body =
            {
                new AdaptiveTextBlock("x") { Height = "auto" },
                new AdaptiveImage("https://contoso.com/a.png") { Height = 32u },
                new AdaptiveContainer { Height = AdaptiveHeightType.Stretch, PixelMinHeight = 40, Items = { new AdaptiveTextBlock("y") } },
            },
        };

        var json = JObject.Parse(card.ToJson());

        Assert.Equal(["stretch", "80px", "True"], new[] { "height", "minHeight", "rtl" }.Select(name => json[name]!.ToString()));
        Assert.Equal([null, "32px", "stretch"], json["body"]!.Select(element => (string?)element["height"]));
        Assert.Equal(json.ToString(), JObject.Parse(AdaptiveCard.FromJson(json.ToString()).Card.ToJson()).ToString());
    }

    [Theory]
    [InlineData("auto", AdaptiveWidthType.Auto, null)]
    [InlineData("Stretch", AdaptiveWidthType.Stretch, null)]
    [InlineData("24px", AdaptiveWidthType.Pixel, 24u)]
    public void A_width_is_a_word_or_a_number_of_pixels(string written, AdaptiveWidthType type, uint? pixels)
    {
        var width = AdaptiveWidth.Parse(written);

        Assert.Equal((type, pixels), (width.WidthType, width.Unit));
        Assert.Equal(written, width.ToString(), ignoreCase: true);
        Assert.True(width == written);
    }

    [Theory]
    [InlineData("\"2\"")]
    [InlineData("2")]
    [InlineData("\"1.5\"")]
    public void The_weight_of_a_column_stays_a_weight(string weight)
    {
        var card = AdaptiveCard.FromJson("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"ColumnSet","columns":[{"type":"Column","width":W}]}]}""".Replace("W", weight, StringComparison.Ordinal)).Card;

        Assert.Equal(weight.Trim('"'), (string?)JObject.Parse(card.ToJson()).SelectToken("body[0].columns[0].width"));
        Assert.False(((AdaptiveColumnSet)card.Body[0]).Columns[0].Width.IsPixel());
    }

    [Fact]
    public void A_size_that_nobody_knows_is_a_warning_and_says_nothing()
    {
        var read = AdaptiveCard.FromJson("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Image","url":"https://contoso.com/a.png","height":"tall"},{"type":"ColumnSet","columns":[{"type":"Column","width":"half"}]}]}""");

        Assert.Equal(2, read.Warnings.Count);
        var json = JObject.Parse(read.Card.ToJson());
        Assert.Null(json.SelectToken("body[0].height"));
        Assert.Null(json.SelectToken("body[1].columns[0].width"));
    }

    [Fact]
    public void Rows_and_cells_are_gone_through_and_added_like_the_items_of_a_container()
    {
        var table = new AdaptiveTable { new AdaptiveTableRow { new AdaptiveTableCell { new AdaptiveTextBlock("x") } } };

        Assert.Equal("x", table.OfType<AdaptiveTableRow>().SelectMany(row => row).OfType<AdaptiveTableCell>().SelectMany(cell => cell).OfType<AdaptiveTextBlock>().Single().Text);
    }
}
