using System.Runtime.CompilerServices;
using Microsoft.Bot.Builder;

namespace BotFramework.Tests.Surface;

/// <summary>
/// The public members are meant to be the official ones, names of parameters and defaults included. What callers can use
/// must not go away or change by accident: a source that compiles here has to compile against the packages, and the other way round.
/// </summary>
public sealed class SurfaceTests
{
    private const string List = "Surface.txt";
    private const string Renew = "RENEW_SURFACE";

    [Fact]
    public void What_callers_can_use_neither_goes_away_nor_changes_unnoticed()
    {
        var now = Whole(PublicSurface.Of(typeof(IBot).Assembly)).ToHashSet(StringComparer.Ordinal);
        if (Environment.GetEnvironmentVariable(Renew) == "1")
        {
            File.WriteAllLines(Source(), now);
            return;
        }

        var gone = File.ReadLines(Path.Combine(AppContext.BaseDirectory, List)).Where(line => !now.Contains(line)).ToArray();

        Assert.True(gone.Length == 0, $"""
            Not there any more, or not like this:
            {string.Join(Environment.NewLine, gone)}
            If the official library has it so, write the list anew: {Renew}=1 dotnet test tests/BotFramework.Tests --filter {nameof(SurfaceTests)}
            """);
    }

    /// <summary>Each member with its type before it, so that every line stands for itself.</summary>
    private static IEnumerable<string> Whole(IEnumerable<string> lines)
    {
        var type = "";
        foreach (var line in lines)
        {
            if (!line.StartsWith(' ')) type = line.Split(" : ")[0];
            yield return line.StartsWith(' ') ? $"{type}: {line.TrimStart()}" : line;
        }
    }

    private static string Source([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, List);
}
