using System.Globalization;
using System.Text.Json.Nodes;

namespace MarketoSetupBot.Sandbox.Graph;

/// <summary>
/// The part of OData's <c>$filter</c> that Graph documents for the collections here: comparisons, <c>in</c>, <c>startswith</c>, <c>endswith</c>,
/// <c>and</c>, <c>or</c>, <c>not</c>, <c>any</c>, parentheses.
/// </summary>
public sealed class ODataFilter
{
    private readonly List<ODataToken> tokens;
    private int at;

    private ODataFilter(string text) => tokens = ODataToken.Read(text);

    /// <summary>Whether the filter has something that directory objects answer only with <c>ConsistencyLevel: eventual</c> and <c>$count=true</c>.</summary>
    public bool IsAdvanced { get; private set; }

    public Func<JsonNode?, bool> Matches { get; private init; } = _ => true;

    /// <exception cref="FormatException">Not a filter that is understood.</exception>
    public static ODataFilter Parse(string text)
    {
        var parser = new ODataFilter(text);
        var matches = parser.Or();
        if (parser.at < parser.tokens.Count) throw new FormatException($"'{parser.Peek.Text}' is not expected here.");
        return new ODataFilter("") { Matches = matches, IsAdvanced = parser.IsAdvanced };
    }

    private ODataToken Peek => at < tokens.Count ? tokens[at] : ODataToken.End;

    private Func<JsonNode?, bool> Or()
    {
        var left = And();
        while (Take("or"))
        {
            var (one, other) = (left, And());
            left = node => one(node) || other(node);
        }

        return left;
    }

    private Func<JsonNode?, bool> And()
    {
        var left = Not();
        while (Take("and"))
        {
            var (one, other) = (left, Not());
            left = node => one(node) && other(node);
        }

        return left;
    }

    private Func<JsonNode?, bool> Not()
    {
        if (Take("not"))
        {
            IsAdvanced = true;
            var inner = Not();
            return node => !inner(node);
        }

        if (!Take("(")) return Term();
        var group = Or();
        Expect(")");
        return group;
    }

    private Func<JsonNode?, bool> Term()
    {
        var name = Next().Text;
        if (name is "startswith" or "endswith" or "contains" && Take("(")) return Function(name);
        if (name.EndsWith("/any", StringComparison.Ordinal) && Take("(")) return Any(name[..^4]);
        if (Take("in"))
        {
            Expect("(");
            var list = new List<string?>();
            do list.Add(Next().Text); while (Take(","));
            Expect(")");
            return node => list.Contains(Text(Value(node, name)), StringComparer.OrdinalIgnoreCase);
        }

        var operation = Next().Text;
        var literal = Next();
        if (operation == "ne") IsAdvanced = true;
        return node => Compare(Text(Value(node, name)), operation, literal.IsNull ? null : literal.Text);
    }

    private Func<JsonNode?, bool> Function(string function)
    {
        if (function == "endswith") IsAdvanced = true;
        var path = Next().Text;
        Expect(",");
        var part = Next().Text;
        Expect(")");
        return node => Text(Value(node, path)) is { } text && function switch
        {
            "startswith" => text.StartsWith(part, StringComparison.OrdinalIgnoreCase),
            "endswith" => text.EndsWith(part, StringComparison.OrdinalIgnoreCase),
            _ => text.Contains(part, StringComparison.OrdinalIgnoreCase),
        };
    }

    /// <summary><c>tags/any(t:t eq 'x')</c>: the variable stands for the element.</summary>
    private Func<JsonNode?, bool> Any(string path)
    {
        var variable = Next().Text;
        Expect(":");
        var inner = Or();
        Expect(")");
        return node => Value(node, path) is JsonArray items && items.Any(item => inner(new JsonObject { [variable] = item?.DeepClone() }));
    }

    private static bool Compare(string? value, string operation, string? literal) => operation switch
    {
        "eq" => string.Equals(value, literal, StringComparison.OrdinalIgnoreCase),
        "ne" => !string.Equals(value, literal, StringComparison.OrdinalIgnoreCase),
        "gt" => Order(value, literal) > 0,
        "ge" => Order(value, literal) >= 0,
        "lt" => Order(value, literal) < 0,
        "le" => Order(value, literal) <= 0,
        _ => throw new FormatException($"'{operation}' is not an operator."),
    };

    private static int? Order(string? value, string? literal) =>
        value is null || literal is null ? null
        : DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var one) && DateTimeOffset.TryParse(literal, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var other) ? one.CompareTo(other)
        : decimal.TryParse(value, CultureInfo.InvariantCulture, out var first) && decimal.TryParse(literal, CultureInfo.InvariantCulture, out var second) ? first.CompareTo(second)
        : string.CompareOrdinal(value, literal);

    private static JsonNode? Value(JsonNode? node, string path) =>
        path.Split('/').Aggregate(node, (current, name) => current is JsonObject fields && fields.TryGetPropertyValue(name, out var value) ? value : null);

    private static string? Text(JsonNode? node) => node?.ToString();

    private bool Take(string text)
    {
        if (Peek.IsLiteral || Peek.Text != text) return false;
        at++;
        return true;
    }

    private void Expect(string text)
    {
        if (!Take(text)) throw new FormatException($"'{text}' is expected.");
    }

    private ODataToken Next() => at < tokens.Count ? tokens[at++] : throw new FormatException("The filter ends too early.");
}
