using AdaptiveCards;
using Newtonsoft.Json.Linq;

namespace BotFramework.Tests.AdaptiveCards;

public class CardPicturesTests
{
    private const string Cat = "https://example.com/cat.png";

    [Fact]
    public void A_background_is_an_address_unless_there_is_more_to_say()
    {
        var card = new AdaptiveCard("1.5") { BackgroundImage = new Uri(Cat) };
        card.Body.Add(new AdaptiveContainer
        {
            BackgroundImage = new(Cat, AdaptiveImageFillMode.RepeatVertically, AdaptiveHorizontalAlignment.Left, AdaptiveVerticalAlignment.Bottom),
        });

        var json = JObject.Parse(card.ToJson());
        Assert.Equal(Cat, (string?)json["backgroundImage"]);
        Assert.Equal(
            """{"url":"https://example.com/cat.png","fillMode":"repeatVertically","verticalAlignment":"bottom"}""",
            json["body"]![0]!["backgroundImage"]!.ToString(Newtonsoft.Json.Formatting.None));

        var read = AdaptiveCard.FromJson(card.ToJson()).Card;
        Assert.Equal(new Uri(Cat), read.BackgroundImage.Url);
        Assert.Equal(AdaptiveVerticalAlignment.Bottom, ((AdaptiveContainer)read.Body[0]).BackgroundImage.VerticalAlignment);
        Assert.Equal(card.ToJson(), read.ToJson());
    }

    [Fact]
    public void What_a_client_has_to_fetch_is_listed_in_the_order_of_the_card()
    {
        var card = AdaptiveCard.FromJson("""
            {
              "type": "AdaptiveCard", "version": "1.5", "backgroundImage": "1",
              "body": [
                { "type": "TextBlock", "text": "no picture" },
                { "type": "Image", "url": "2" },
                {
                  "type": "Container", "backgroundImage": { "url": "3" },
                  "items": [
                    { "type": "ColumnSet", "columns": [ { "items": [ { "type": "Image", "url": "4" } ] } ] },
                    { "type": "ImageSet", "imageSize": "small", "images": [ { "url": "5" }, { "type": "Image", "url": "6" } ] },
                    { "type": "ActionSet", "actions": [ { "type": "Action.Submit", "iconUrl": "7" } ] }
                  ]
                },
                { "type": "Table", "rows": [ { "type": "TableRow", "cells": [ { "type": "TableCell", "items": [ { "type": "Image", "url": "8" } ] } ] } ] }
              ],
              "actions": [ { "type": "Action.ShowCard", "iconUrl": "9", "card": { "type": "AdaptiveCard", "body": [ { "type": "Image", "url": "10" } ] } } ]
            }
            """).Card;

        Assert.Equal(Enumerable.Range(1, 10).Select(number => new RemoteResourceInformation($"{number}", "image")), card.GetResourceInformation());
        Assert.Equal(AdaptiveImageSize.Small, ((AdaptiveContainer)card.Body[2]).Items.OfType<AdaptiveImageSet>().Single().ImageSize);
    }

    [Theory]
    [InlineData("20px", 20)]
    [InlineData("20", 0)]
    [InlineData(".20px", 0)]
    [InlineData("20 px", 0)]
    [InlineData("stretch", 0)]
    [InlineData(null, 0)]
    public void A_picture_knows_its_size_in_pixels(string? written, uint pixels)
    {
        Assert.Equal(pixels, new AdaptiveImage { Width = written }.PixelWidth);
        Assert.Equal(pixels, new AdaptiveImage { PixelHeight = pixels }.Height.Unit);
    }

    [Fact]
    public void A_card_names_how_its_person_signs_in()
    {
        const string Authentication = """{"text":"Sign in","connectionName":"Backend","tokenExchangeResource":{"id":"1","uri":"api://bot"},"buttons":[{"type":"signin","title":"Sign in","value":"https://x"}]}""";

        var card = AdaptiveCard.FromJson($$"""{"type":"AdaptiveCard","version":"1.5","authentication":{{Authentication}}}""").Card;

        Assert.Equal("api://bot", card.Authentication.TokenExchangeResource.Uri);
        Assert.Equal(Authentication, JObject.Parse(card.ToJson())["authentication"]!.ToString(Newtonsoft.Json.Formatting.None));
    }
}
