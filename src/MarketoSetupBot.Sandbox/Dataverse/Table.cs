using System.Text.Json.Nodes;

namespace MarketoSetupBot.Sandbox.Dataverse;

/// <summary>An entity set as the Web API shows it.</summary>
/// <param name="Set">Name in URLs.</param>
/// <param name="Key">Column of the primary key; always among the columns that come back.</param>
/// <param name="Columns">All columns, so that a wrong name is refused even where there is no row.</param>
internal sealed record Table(string Set, string Key, string[] Columns, IReadOnlyList<JsonObject> Rows)
{
    /// <param name="query"><c>$select</c>, <c>$filter</c>, <c>$top</c>, <c>$count</c>; other options are refused.</param>
    public JsonObject Ask(IQueryCollection query, string context)
    {
        if (query.Keys.FirstOrDefault(key => key is not ("$select" or "$filter" or "$top" or "$count")) is { } other)
            throw new ODataException(StatusCodes.Status501NotImplemented, "", $"The sandbox does not know the query option '{other}'.");
        IEnumerable<JsonObject> rows = Rows;
        if (query["$filter"].ToString() is { Length: > 0 } filter) rows = rows.Where(Filter.Parse(filter, HasColumn));
        var found = rows.ToArray();
        var first = query["$top"].ToString() is { Length: > 0 } top ? int.TryParse(top, out var many) ? many : throw ODataException.Syntax(top) : found.Length;
        var answer = new JsonObject { ["@odata.context"] = $"{context}#{Set}" };
        if (query["$count"] == "true") answer["@odata.count"] = found.Length;
        answer["value"] = new JsonArray([.. found.Take(first).Select(row => Narrow(row, query["$select"]))]);
        return answer;
    }

    public JsonObject Get(Guid id, string? select, string context)
    {
        var row = Rows.FirstOrDefault(row => Filter.Text(row[Key]) == id.ToString()) ?? throw ODataException.NoSuchRow(Set, id.ToString());
        var narrow = Narrow(row, select);
        narrow.Insert(0, "@odata.context", $"{context}#{Set}/$entity");
        return narrow;
    }

    private bool HasColumn(string name) => Columns.Contains(name, StringComparer.Ordinal);

    private JsonObject Narrow(JsonObject row, string? select)
    {
        var wanted = string.IsNullOrEmpty(select) ? Columns : select.Split(',', StringSplitOptions.TrimEntries);
        // A lookup is selected by its property name or by the name of its value.
        var columns = wanted.Select(name => HasColumn(name) ? name : HasColumn($"_{name}_value") ? $"_{name}_value" : throw ODataException.NoColumn(name));
        var narrow = new JsonObject { ["@odata.etag"] = "W/\"1\"" };
        foreach (var column in columns.Append(Key).Distinct()) narrow[column] = row[column]?.DeepClone();
        return narrow;
    }
}
