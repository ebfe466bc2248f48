using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MarketoSetupBot.Sandbox.Dataverse;

/// <summary>
/// The part of OData's <c>$filter</c> that reads of this size need: <c>eq</c>, <c>ne</c>, <c>contains</c>, <c>startswith</c>, <c>and</c>,
/// <c>or</c>, parentheses. Anything else is refused, never silently ignored.
/// </summary>
internal sealed partial class Filter
{
    private readonly List<string> _words;
    private readonly Func<string, bool> _hasColumn;
    private int _at;

    private Filter(string text, Func<string, bool> hasColumn)
    {
        _words = [.. Words().Matches(text).Select(match => match.Value)];
        _hasColumn = hasColumn;
    }

    /// <exception cref="ODataException">The text is not a filter, or names a column that is not there.</exception>
    public static Func<JsonObject, bool> Parse(string text, Func<string, bool> hasColumn)
    {
        var filter = new Filter(text, hasColumn);
        var test = filter.Either();
        return filter._at == filter._words.Count ? test : throw ODataException.Syntax(text);
    }

    private Func<JsonObject, bool> Either()
    {
        var left = Both();
        while (Take("or"))
        {
            var (first, second) = (left, Both());
            left = row => first(row) || second(row);
        }
        return left;
    }

    private Func<JsonObject, bool> Both()
    {
        var left = One();
        while (Take("and"))
        {
            var (first, second) = (left, One());
            left = row => first(row) && second(row);
        }
        return left;
    }

    private Func<JsonObject, bool> One()
    {
        if (Take("("))
        {
            var inner = Either();
            Expect(")");
            return inner;
        }
        var word = Next();
        if (word is "contains" or "startswith") return Function(word);
        var column = Column(word);
        var wanted = Next() switch { "eq" => true, "ne" => false, var other => throw ODataException.Syntax(other) };
        var literal = Literal(Next());
        return row => string.Equals(Text(row[column]), literal, StringComparison.OrdinalIgnoreCase) == wanted;
    }

    private Func<JsonObject, bool> Function(string name)
    {
        Expect("(");
        var column = Column(Next());
        Expect(",");
        var part = Literal(Next()) ?? "";
        Expect(")");
        return row => Text(row[column]) is { } text && (name == "contains"
            ? text.Contains(part, StringComparison.OrdinalIgnoreCase)
            : text.StartsWith(part, StringComparison.OrdinalIgnoreCase));
    }

    private string Column(string name) => _hasColumn(name) ? name : throw ODataException.NoColumn(name);

    /// <summary>Both sides are compared as text, without case, as the organisation's collation does.</summary>
    private static string? Literal(string word) => word switch
    {
        "null" => null,
        ['\'', .., '\''] => word[1..^1].Replace("''", "'", StringComparison.Ordinal),
        _ when Guid.TryParse(word, out var id) => id.ToString(),
        "true" or "false" => word,
        _ when decimal.TryParse(word, CultureInfo.InvariantCulture, out _) => word,
        _ => throw ODataException.Syntax(word),
    };

    /// <summary>A value as text. A node's own <c>ToString</c> puts quotes around an id.</summary>
    public static string? Text(JsonNode? value) =>
        value is null ? null : value.GetValueKind() == JsonValueKind.String ? value.Deserialize<string>() : value.ToJsonString();

    private string Next() => _at < _words.Count ? _words[_at++] : throw ODataException.Syntax("the end of the filter");

    private bool Take(string word)
    {
        if (_at == _words.Count || _words[_at] != word) return false;
        _at++;
        return true;
    }

    private void Expect(string word)
    {
        if (!Take(word)) throw ODataException.Syntax(_at < _words.Count ? _words[_at] : "the end of the filter");
    }

    [GeneratedRegex("'(?:[^']|'')*'|[(),]|[^\\s(),']+")]
    private static partial Regex Words();
}
