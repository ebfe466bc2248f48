using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace MarketoSetupBot.Tests.Cards;

/// <summary>All cards at once through Microsoft's 1.5 schema and Microsoft's public renderer, under Node.</summary>
public sealed class CardRendererTests
{
    [Fact]
    public async Task Every_card_is_valid_by_the_schema_and_survives_the_renderer()
    {
        var tools = Path.Combine(AppContext.BaseDirectory, "Cards", "Node");
        if (!Directory.Exists(Path.Combine(tools, "node_modules")))
            await RunAsync("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--legacy-peer-deps"], tools);
        var cards = Path.Combine(tools, "cards.json");
        await File.WriteAllTextAsync(cards, new JObject(Gallery.Names.Select(n => new JProperty(n, JObject.Parse(Gallery.Make(n).ToJson())))).ToString());

        var complaints = JsonSerializer.Deserialize<Dictionary<string, string[]>>(await RunAsync("node", ["check.cjs", cards], tools))!;

        Assert.Equal(Gallery.Names.Count(), complaints.Count);
        Assert.Empty(complaints.SelectMany(c => c.Value.Select(v => $"{c.Key}: {v}")));
    }

    private static async Task<string> RunAsync(string program, string[] arguments, string directory)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {await errors}");
        return output;
    }
}
