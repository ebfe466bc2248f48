using System.Text.Json;
using MarketoSetupBot.Commands;
using Xunit;

namespace MarketoSetupBot.Tests.Manifest;

/// <summary>The schema, the translations' keys and lengths and the icons' sizes are checked by the packing itself, which writes nothing that is faulty.</summary>
public sealed class PackedManifestTests(Packing packing) : IClassFixture<Packing>
{
    [Fact]
    public void The_package_holds_the_manifest_two_icons_and_one_language_file() =>
        Assert.Equal(["color.png", "manifest.json", "outline.png", "zh-cn.json"], packing.Files.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void No_placeholder_is_left() =>
        Assert.DoesNotContain("{{", packing.Manifest.GetRawText(), StringComparison.Ordinal);

    [Fact]
    public void The_bot_is_offered_in_all_three_scopes_and_has_commands_for_each()
    {
        var bot = packing.Manifest.GetProperty("bots")[0];
        Assert.Equal(Packing.BotId, bot.GetProperty("botId").GetString());
        Assert.Equal(["groupChat", "personal", "team"], Words(bot.GetProperty("scopes")));
        Assert.Equal(["groupChat", "personal", "team"], Words(bot.GetProperty("commandLists"), list => list.GetProperty("scopes").EnumerateArray()));
        foreach (var list in bot.GetProperty("commandLists").EnumerateArray())
            Assert.Equal(["set up", "status", "validate sync", "cancel", "help"], list.GetProperty("commands").EnumerateArray().Select(command => command.GetProperty("title").GetString()!));
    }

    [Theory]
    [InlineData("manifest.json")]
    [InlineData("zh-cn.json")]
    public void The_bot_understands_every_command_that_a_language_offers(string file)
    {
        using var language = JsonDocument.Parse(packing.Files[file]);
        var titles = file == "manifest.json"
            ? language.RootElement.GetProperty("bots")[0].GetProperty("commandLists").EnumerateArray().SelectMany(list => list.GetProperty("commands").EnumerateArray()).Select(command => command.GetProperty("title"))
            : language.RootElement.EnumerateObject().Where(word => word.Name.EndsWith(".title", StringComparison.Ordinal)).Select(word => word.Value);
        Assert.Equal(10, titles.Count());
        Assert.All(titles, title => Assert.NotEqual(Command.Unknown, CommandWords.Read(title.GetString()!)));
    }

    [Fact]
    public void Silent_sign_in_asks_for_a_token_of_the_bot() =>
        Assert.Equal($"api://botid-{Packing.BotId}", packing.Manifest.GetProperty("webApplicationInfo").GetProperty("resource").GetString());

    [Fact]
    public void The_outline_icon_is_white_on_transparent()
    {
        var outline = PngPixels.Read(packing.Files["outline.png"]);
        Assert.Equal((32, 32), (outline.Width, outline.Height));
        Assert.All(outline.Pixels, pixel => Assert.True(pixel.A == 0 || pixel is ( >= 250, >= 250, >= 250, _), $"{pixel} is neither white nor transparent."));
        Assert.Contains(outline.Pixels, pixel => pixel.A == 255);
    }

    [Fact]
    public void The_colour_icon_has_no_transparent_corner()
    {
        var color = PngPixels.Read(packing.Files["color.png"]);
        Assert.Equal((192, 192), (color.Width, color.Height));
        Assert.All(color.Pixels, pixel => Assert.Equal(255, pixel.A));
    }

    [Theory]
    [InlineData("--bot", "not-a-guid", "--bot needs")]
    [InlineData("--website", "http://contoso.com", "--website needs")]
    public void A_wrong_argument_is_answered_with_one_sentence_and_no_package(string option, string value, string sentence)
    {
        string[] arguments = ["--bot", Packing.BotId, "--website", "https://contoso.com", "--developer", "Contoso", "--out", "/nonexistent/m.zip", option, value];
        var (exit, said) = Packing.Pack(arguments);
        Assert.Equal(1, exit);
        Assert.StartsWith(sentence, said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_too_long_is_refused_by_the_schema()
    {
        var (exit, said) = Packing.Pack("--bot", Packing.BotId, "--website", "https://contoso.com", "--developer", new string('x', 33), "--out", "/nonexistent/m.zip");
        Assert.Equal(1, exit);
        Assert.Contains("/developer/name", said, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Words(JsonElement array, Func<JsonElement, IEnumerable<JsonElement>>? open = null) =>
        array.EnumerateArray().SelectMany(element => open?.Invoke(element) ?? [element]).Select(word => word.GetString()!).Order(StringComparer.Ordinal);
}
