using AdaptiveCards;

namespace BotFramework.Tests.AdaptiveCards;

/// <summary>How a card looks as text, and what is said about text that is none or not quite one.</summary>
public sealed class CardFormTests
{
    [Fact]
    public void Properties_come_in_the_order_in_which_people_read_them()
    {
        var card = new AdaptiveCard("1.5")
        {
            Actions = { new AdaptiveSubmitAction { Title = "Go" } },
            Body = { new AdaptiveTextBlock("Hello") },
            Speak = "Speak",
            FallbackText = "Fallback",
            Id = "card",
        };

        Assert.Equal(
            """
            {
              "type": "AdaptiveCard",
              "version": "1.5",
              "id": "card",
              "fallbackText": "Fallback",
              "speak": "Speak",
              "body": [
                {
                  "type": "TextBlock",
                  "text": "Hello"
                }
              ],
              "actions": [
                {
                  "type": "Action.Submit",
                  "title": "Go"
                }
              ]
            }
            """,
            card.ToJson(), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Requirements_and_fallbacks_within_fallbacks_go_round()
    {
        const string Json = """
            {
              "type": "AdaptiveCard",
              "version": "1.2",
              "body": [
                {
                  "type": "GraphV2",
                  "fallback": {
                    "type": "Graph",
                    "fallback": {
                      "type": "TextBlock",
                      "text": "No graph?",
                      "fallback": "drop",
                      "requires": {
                        "adaptiveCards": "1.2",
                        "charts": "2.0"
                      }
                    }
                  }
                }
              ]
            }
            """;

        Assert.Equal(Json, AdaptiveCard.FromJson(Json).Card.ToJson(), ignoreLineEndingDifferences: true);
    }

    [Theory]
    [InlineData("2", "2", true)]
    [InlineData("2", "99", true)]
    [InlineData("2", "1.9.9.9", false)]
    [InlineData("2", null, false)]
    [InlineData("*", "0.1", true)]
    public void A_requirement_is_met_by_its_version_or_a_newer_one(string required, string? provided, bool met)
    {
        var element = new AdaptiveTextBlock("x") { Requires = { ["charts"] = required, ["adaptiveCards"] = "1.2" } };
        var host = new AdaptiveFeatureRegistration();
        host.Set("charts", provided ?? "2");
        if (provided is null) host.Remove("charts");

        Assert.Equal(met, element.MeetsRequirements(host));
        Assert.True(new AdaptiveTextBlock("x").MeetsRequirements(host));
    }

    [Fact]
    public void The_version_of_the_format_is_not_the_callers_to_say()
    {
        var host = new AdaptiveFeatureRegistration();

        Assert.Throws<AdaptiveException>(() => host.Set("adaptiveCards", "1.0"));
        Assert.Throws<AdaptiveException>(() => host.Remove("adaptiveCards"));
        Assert.Equal(("1.5", ""), (host.Get("adaptiveCards"), host.Get("charts")));
    }

    [Fact]
    public void What_a_run_of_text_has_beyond_the_members_comes_back()
    {
        const string Run = """{"type":"TextRun","text":"x","italic":true,"ruby":"y"}""";
        var read = AdaptiveCard.FromJson($$"""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"RichTextBlock","inlines":[{{Run}}]}]}""");

        var run = Assert.IsAssignableFrom<IAdaptiveTextElement>(Assert.IsType<AdaptiveRichTextBlock>(read.Card.Body[0]).Inlines[0]);
        Assert.Equal("x", run.Text);
        Assert.Contains("\"ruby\": \"y\"", read.Card.ToJson(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"steve\"", "The only valid string value for the fallback property is 'drop'.")]
    [InlineData("[{\"blah\":\"2\"}]", "Invalid value for fallback")]
    public void A_fallback_of_another_kind_is_refused(string fallback, string message)
    {
        var refused = Assert.Throws<AdaptiveSerializationException>(() =>
            AdaptiveCard.FromJson($$"""{"type":"AdaptiveCard","version":"1.2","body":[{"type":"TextBlock","text":"x","fallback":{{fallback}}}]}"""));

        Assert.Equal(message, refused.Message);
    }

    [Theory]
    [InlineData("4.5", 4, 5)]
    [InlineData("3", 3, 0)]
    [InlineData("4.1.3", 4, 1)]
    public void A_version_is_its_first_two_numbers(string text, int major, int minor)
    {
        AdaptiveSchemaVersion version = text;

        Assert.Equal((major, minor), (version.Major, version.Minor));
    }

    [Theory]
    [InlineData("tacos")]
    [InlineData("1.tacos")]
    [InlineData("")]
    public void A_version_without_numbers_is_refused(string text) => Assert.ThrowsAny<Exception>(() => new AdaptiveSchemaVersion(text));

    [Theory]
    [InlineData("""{"version":"1.0","body":[]}""")]
    [InlineData("""{"type":"Hello","version":"1.0"}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.0","body":[{"text":"What am I?"}]}""")]
    public void What_does_not_say_its_type_is_refused(string json) => Assert.Throws<AdaptiveSerializationException>(() => AdaptiveCard.FromJson(json));

    [Fact]
    public void What_is_unknown_is_warned_of_and_stays_but_presses_nothing()
    {
        var read = AdaptiveCard.FromJson("""
            {"type":"AdaptiveCard","version":"1.5",
             "body":[{"type":"IDunno","text":"Hello"},{"type":"TextBlock","text":"Hello"},{"type":"Graph","fallback":{"type":"TextBlock","text":"no graphs"}},
                     {"type":"Container","items":[{"type":"IDunno"}]},{"type":"Image","url":"u","selectAction":{"type":"Invalid"}}],
             "actions":[{"type":"Action.IDunno","title":"1"},{"type":"Action.Submit","title":"2"}]}
            """);

        Assert.Equal(5, read.Warnings.Count);
        Assert.Equal(["IDunno", "TextBlock", "Graph", "Container", "Image"], read.Card.Body.Select(element => element.Type));
        Assert.Equal("Hello", read.Card.Body[0].AdditionalProperties["text"]);
        Assert.IsType<AdaptiveUnknownElement>(Assert.Single(((AdaptiveContainer)read.Card.Body[3]).Items));
        Assert.Null(((AdaptiveImage)read.Card.Body[4]).SelectAction);
        Assert.Equal(["Action.IDunno 1", "Action.Submit 2"], read.Card.Actions.Select(action => $"{action.Type} {action.Title}"));
    }
}
