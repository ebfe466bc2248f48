using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace MarketoSetupBot.Backend.Tests.Documents;

/// <summary>A threat that no test tries, or a test that is named and gone, must not stand in the documents.</summary>
public sealed partial class Documents_that_name_tests
{
    /// <summary>File, and the heading of the column with the classes.</summary>
    [Theory]
    [InlineData("threat-model.md", "Tried in")]
    [InlineData("tests.md", "Where it is tried")]
    public void Name_in_every_row_classes_that_hold_tests(string document, string column)
    {
        var rows = Rows(File.ReadAllLines(Path.Combine(Root, "docs", document)), column).ToList();
        Assert.True(rows.Count > 10, $"{document} has no table with a column \"{column}\".");
        var known = Classes();
        Assert.All(rows, row =>
        {
            var named = Name().Matches(row.Cell).Select(m => m.Groups["name"].Value).ToList();
            Assert.True(named.Count > 0, $"{document}: \"{row.First}\" names no test.");
            Assert.True(known.IsSupersetOf(named), $"{document}: {string.Join(", ", named.Except(known))} holds no test.");
        });
    }

    [Fact]
    public void Are_held_to_classes_with_tests_in_them()
    {
        var known = Classes();
        Assert.Contains(nameof(Documents_that_name_tests), known);
        Assert.Contains("A_secret_in_every_sink", known);
        // A class without a test, and one that never was.
        Assert.DoesNotContain("PostgreSql", known);
        Assert.DoesNotContain("Whoever_comes_tomorrow", known);
    }

    private static IEnumerable<(string First, string Cell)> Rows(IEnumerable<string> lines, string column)
    {
        var at = -1;
        foreach (var line in lines)
        {
            var cells = line.Split('|').Select(c => c.Trim()).ToArray();
            if (cells.Length < 3)
                at = -1;
            else if (at < 0)
                at = Array.IndexOf(cells, column);
            else if (!cells[1].StartsWith("---", StringComparison.Ordinal))
                yield return (cells[1], cells.Length > at ? cells[at] : "");
        }
    }

    /// <summary>Classes of every test project whose own text holds a test.</summary>
    private static HashSet<string> Classes()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        return [.. sources.Select(File.ReadAllText).SelectMany(Classes)];
    }

    private static IEnumerable<string> Classes(string source)
    {
        var classes = Class().Matches(source);
        for (var i = 0; i < classes.Count; i++)
        {
            var body = source[classes[i].Index..(i + 1 < classes.Count ? classes[i + 1].Index : source.Length)];
            if (Test().IsMatch(body))
                yield return classes[i].Groups["name"].Value;
        }
    }

    private static string Root { get; } = FindRoot();

    private static string FindRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(here, "../../../.."));

    [GeneratedRegex("`(?<name>\\w+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Name();

    [GeneratedRegex(@"^(public|internal) (sealed |abstract |static |partial )*class (?<name>\w+)", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Class();

    [GeneratedRegex(@"^    \[(\w*Fact|\w*Theory)\b", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Test();
}
