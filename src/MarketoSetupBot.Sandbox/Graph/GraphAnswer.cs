using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MarketoSetupBot.Sandbox.Graph;

/// <summary>Writes entities and collections with the query options that the caller gave.</summary>
public static class GraphAnswer
{
    public const string Root = "https://graph.microsoft.com/v1.0";

    /// <param name="set">The entity set, as the context names it (<c>applications</c>).</param>
    /// <param name="defaults">The properties shown when nobody asks; null for all.</param>
    public static IResult Entity(HttpContext context, string set, object entity, int status = 200, IReadOnlyList<string>? defaults = null, bool singleton = false)
    {
        var query = GraphQuery.Read(context.Request.Query);
        var shown = new JsonObject { ["@odata.context"] = $"{Root}/$metadata#{set}{query.Columns}{(singleton ? "" : "/$entity")}" };
        foreach (var (name, value) in query.Select(ToJson(entity), defaults)) shown[name] = value;
        return Results.Json(shown, SandboxJson.Options, statusCode: status);
    }

    /// <param name="advanced">Whether the collection answers some filters only with <c>ConsistencyLevel: eventual</c> and <c>$count=true</c>, as directory objects do.</param>
    public static IResult Collection(HttpContext context, string set, IEnumerable<object> entities, IReadOnlyList<string>? defaults = null, bool advanced = true, int pageSize = 100)
    {
        var query = GraphQuery.Read(context.Request.Query);
        if (query.Top is < 1 or > 999) return GraphProblem.Bad($"Invalid page size specified: '{query.Top}'. Must be between 1 and 999 inclusive.");
        var rows = entities.Select(ToJson);
        if (query.Filter is { } text)
        {
            try
            {
                var filter = ODataFilter.Parse(text);
                if (advanced && filter.IsAdvanced && !query.IsEventual(context)) return GraphProblem.Unsupported("Operator needs the header 'ConsistencyLevel:eventual' and '$count=true'.");
                rows = rows.Where(row => filter.Matches(row));
            }
            catch (FormatException problem)
            {
                return GraphProblem.Bad("Invalid filter clause: " + problem.Message);
            }
        }

        if (query.OrderBy is [var by, .. var direction])
            rows = direction is ["desc"] ? rows.OrderByDescending(row => row[by]?.ToString(), StringComparer.Ordinal) : rows.OrderBy(row => row[by]?.ToString(), StringComparer.Ordinal);
        return Page(context, set, [.. rows], query, query.Top ?? pageSize, defaults);
    }

    private static IResult Page(HttpContext context, string set, JsonObject[] rows, GraphQuery query, int size, IReadOnlyList<string>? defaults)
    {
        var answer = new JsonObject { ["@odata.context"] = $"{Root}/$metadata#{set}{query.Columns}" };
        if (query.Count && query.IsEventual(context)) answer["@odata.count"] = rows.Length;
        if (query.Skip + size < rows.Length) answer["@odata.nextLink"] = query.NextLink(context.Request, query.Skip + size);
        answer["value"] = new JsonArray([.. rows.Skip(query.Skip).Take(size).Select(row => Subset(row, query, defaults))]);
        return Results.Json(answer, SandboxJson.Options);
    }

    private static JsonObject Subset(JsonObject row, GraphQuery query, IReadOnlyList<string>? defaults)
    {
        var shown = new JsonObject();
        foreach (var (name, value) in query.Select(row, defaults)) shown[name] = value;
        return shown;
    }

    private static JsonObject ToJson(object entity) => entity as JsonObject ?? JsonSerializer.SerializeToNode(entity, entity.GetType(), SandboxJson.Options)!.AsObject();
}

/// <summary>The query options of a read.</summary>
public sealed record GraphQuery(string[] Selected, string? Filter, int? Top, int Skip, bool Count, string[] OrderBy)
{
    public string Columns => Selected.Length == 0 ? "" : $"({string.Join(',', Selected)})";

    public static GraphQuery Read(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new(
            Option(query, "select")?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
            Option(query, "filter"),
            int.TryParse(Option(query, "top"), CultureInfo.InvariantCulture, out var top) ? top : null,
            int.TryParse(Option(query, "skiptoken"), CultureInfo.InvariantCulture, out var skip) ? skip : 0,
            Option(query, "count") is "true",
            Option(query, "orderby")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? []);
    }

    public bool IsEventual(HttpContext context) => Count && context.Request.Headers["ConsistencyLevel"].ToString().Equals("eventual", StringComparison.OrdinalIgnoreCase);

    public IEnumerable<KeyValuePair<string, JsonNode?>> Select(JsonObject row, IReadOnlyList<string>? defaults)
    {
        var wanted = Selected.Length > 0 ? [.. Selected] : defaults;
        return row
            .Where(field => wanted is null || field.Key.StartsWith('@') || wanted.Contains(field.Key, StringComparer.OrdinalIgnoreCase))
            .Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone()));
    }

    public string NextLink(HttpRequest request, int skip) =>
        $"https://{SandboxHosts.Graph}{request.Path}"
        + QueryString.Create(request.Query.Where(option => option.Key != "$skiptoken").Append(new("$skiptoken", skip.ToString(CultureInfo.InvariantCulture))));

    /// <summary>Graph accepts the options with and without the dollar sign.</summary>
    private static string? Option(IQueryCollection query, string name) =>
        query.TryGetValue("$" + name, out var value) || query.TryGetValue(name, out value) ? value.ToString() : null;
}
