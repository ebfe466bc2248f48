using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace MarketoSetupBot.Sandbox.Graph;

/// <summary><c>POST /$batch</c>: up to twenty requests in one, each answered as if it had come alone. <see href="https://learn.microsoft.com/graph/json-batching"/></summary>
internal sealed class BatchEndpoint(IHttpClientFactory clients, OwnAddress own)
{
    public async Task<IResult> AnswerAsync(HttpContext context)
    {
        if (await GraphBody.ReadAsync(context.Request) is not { } body || body["requests"] is not JsonArray { Count: > 0 and <= 20 } requests)
            return GraphProblem.Bad("A batch has 1 to 20 requests.");
        var parts = requests.OfType<JsonObject>().ToArray();
        if (parts.Length != requests.Count || parts.Select(Id).Distinct().Count() != parts.Length || parts.Any(part => part["id"] is null || part["method"] is null || part["url"] is null))
            return GraphProblem.Bad("Every request of a batch has its own id, a method and a url.");

        var answers = new Dictionary<string, JsonObject>();
        foreach (var part in parts)
        {
            var needs = part["dependsOn"] is JsonArray ids ? ids.Select(id => id?.ToString() ?? "") : [];
            answers[Id(part)] = needs.All(id => answers.TryGetValue(id, out var before) && before["status"]!.GetValue<int>() < 300)
                ? await SendAsync(part, context)
                : new JsonObject { ["id"] = Id(part), ["status"] = 424, ["body"] = new JsonObject { ["error"] = new JsonObject { ["code"] = "FailedDependency", ["message"] = "A request that this one depends on failed." } } };
        }

        return Results.Json(new JsonObject { ["responses"] = new JsonArray([.. answers.Values]) }, SandboxJson.Options);
    }

    private static string Id(JsonObject part) => part["id"]?.ToString() ?? "";

    /// <summary>Each part goes through the sandbox's own front door, so that permissions, faults and the journal see it too.</summary>
    private async Task<JsonObject> SendAsync(JsonObject part, HttpContext context)
    {
        using var request = new HttpRequestMessage(new HttpMethod(part["method"]!.ToString()), new Uri(own.Uri, "/v1.0/" + part["url"]!.ToString().TrimStart('/')));
        request.Headers.Host = SandboxHosts.Graph;
        request.Headers.Authorization = AuthenticationHeaderValue.Parse(context.Request.Headers.Authorization.ToString());
        if (part["body"] is { } inner) request.Content = new StringContent(inner.ToJsonString(), Encoding.UTF8, "application/json");
        foreach (var (name, value) in part["headers"] as JsonObject ?? [])
        {
            if (!name.Equals("content-type", StringComparison.OrdinalIgnoreCase)) request.Headers.TryAddWithoutValidation(name, value?.ToString());
        }

        using var response = await clients.CreateClient().SendAsync(request, context.RequestAborted);
        var text = await response.Content.ReadAsStringAsync(context.RequestAborted);
        var headers = response.Headers.Concat(response.Content.Headers).Where(header => header.Key is "Content-Type" or "Retry-After" or "Location" or "request-id");
        return new JsonObject
        {
            ["id"] = Id(part),
            ["status"] = (int)response.StatusCode,
            ["headers"] = new JsonObject(headers.Select(header => KeyValuePair.Create(header.Key, (JsonNode?)string.Join(',', header.Value)))),
            ["body"] = text.Length == 0 ? null : JsonNode.Parse(text),
        };
    }
}
