using System.Text.Json.Nodes;

namespace Journeys.TeamsClient;

/// <summary>A card as a person meets it: words to read, buttons to press, inputs to fill.</summary>
internal sealed class CardView(JsonObject json)
{
    public JsonObject Json { get; } = json;

    /// <summary>Everything there is to read, in order, one piece a line.</summary>
    public string Text => string.Join('\n', Everything().Where(o => Kind(o) is not ("Action.Execute" or "Action.Submit"))
        .SelectMany(o => new[] { "text", "title", "label", "value", "errorMessage" }.Select(name => o[name]).OfType<JsonValue>())
        .Select(v => v.ToString()));

    /// <summary>What stands to be copied under a label: the only text that is not markdown.</summary>
    public string Copied(string label)
    {
        var boxes = Everything().Where(o => Kind(o) is "Container" && o["items"] is System.Text.Json.Nodes.JsonArray { Count: > 1 });
        return boxes.Where(b => ((string?)b["items"]![0]!["text"])?.Replace("\\", "", StringComparison.Ordinal) == $"**{label}**")
            .Select(b => (string?)b["items"]![1]!["inlines"]?[0]?["text"]).FirstOrDefault(v => v is not null)
            ?? throw new InvalidOperationException($"Nothing to copy under \"{label}\". The card says:\n{Text}");
    }

    public IReadOnlyList<string> Buttons => [.. Actions().Select(a => (string?)a["title"] ?? "")];

    /// <summary>What each input holds, by its id.</summary>
    public IReadOnlyDictionary<string, string> Inputs => Everything().Where(o => Kind(o).StartsWith("Input.", StringComparison.Ordinal))
        .ToDictionary(i => (string)i["id"]!, i => i["value"]?.ToString() ?? "");

    public JsonObject Button(string title) => Actions().FirstOrDefault(a => (string?)a["title"] == title)
        ?? throw new InvalidOperationException($"No button \"{title}\"; there are: {string.Join(", ", Buttons)}. The card says:\n{Text}");

    public bool Has(string title) => Buttons.Contains(title);

    /// <summary>The button that says that verb, whatever its title is in the reader's language.</summary>
    public JsonObject Verb(string verb) => Actions().FirstOrDefault(a => (string?)a["verb"] == verb)
        ?? throw new InvalidOperationException($"No button for \"{verb}\"; there are: {string.Join(", ", Verbs)}. The card says:\n{Text}");

    public IReadOnlyList<string> Verbs => [.. Actions().Select(a => (string?)a["verb"]).OfType<string>()];

    /// <summary>The version of the run that the card shows, as its buttons carry it.</summary>
    public long? Version => Actions().Select(a => (long?)a["data"]?["version"]).FirstOrDefault(v => v is not null);

    private IEnumerable<JsonObject> Actions() => Everything().Where(o => Kind(o) is "Action.Execute");

    /// <summary>Every element but those that only stand in where a client does not know the real one.</summary>
    private IEnumerable<JsonObject> Everything() => Within(Json);

    private static IEnumerable<JsonObject> Within(JsonNode? node) => node switch
    {
        JsonObject o => o.Where(p => p.Key is not ("fallback" or "data")).SelectMany(p => Within(p.Value)).Prepend(o),
        JsonArray a => a.SelectMany(Within),
        _ => [],
    };

    private static string Kind(JsonObject element) => element["type"] is JsonValue value ? value.ToString() : "";
}
