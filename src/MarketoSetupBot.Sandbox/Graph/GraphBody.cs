using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MarketoSetupBot.Sandbox.Graph;

/// <summary>Reads what a caller wrote into an entity, strictly: a property that Graph does not know, or does not let anybody write, is refused.</summary>
public static class GraphBody
{
    private static readonly JsonSerializerOptions Strict = new(SandboxJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <returns>Null when the body is not a JSON object.</returns>
    public static async Task<JsonObject?> ReadAsync(HttpRequest request)
    {
        try
        {
            return WithoutAnnotations(await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted)) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Lays the written properties over an entity: objects are merged, lists replaced.</summary>
    /// <param name="readOnly">Properties nobody may write.</param>
    public static GraphProblem? Apply<T>(T entity, JsonObject written, IReadOnlyList<string> readOnly, out T result)
    {
        result = entity;
        if (written.FirstOrDefault(field => readOnly.Contains(field.Key, StringComparer.OrdinalIgnoreCase)) is { Key: { } locked })
            return GraphProblem.Bad($"Property '{locked}' is read-only and cannot be set.");
        var merged = JsonSerializer.SerializeToNode(entity, SandboxJson.Options)!.AsObject();
        Merge(merged, written);
        try
        {
            result = merged.Deserialize<T>(Strict)!;
            return null;
        }
        catch (JsonException problem)
        {
            return GraphProblem.Bad($"Invalid property or value at '{problem.Path}'.");
        }
    }

    private static void Merge(JsonObject target, JsonObject written)
    {
        foreach (var (name, value) in written)
        {
            if (value is JsonObject inner && target[name] is JsonObject known) Merge(known, inner);
            else target[name] = value?.DeepClone();
        }
    }

    /// <summary>The SDKs add type annotations; they say nothing that the address does not.</summary>
    private static JsonNode? WithoutAnnotations(JsonNode? node) => node switch
    {
        JsonObject fields => new JsonObject(fields.Where(field => !IsAnnotation(field.Key)).Select(field => KeyValuePair.Create(field.Key, WithoutAnnotations(field.Value)))),
        JsonArray items => new JsonArray([.. items.Select(WithoutAnnotations)]),
        _ => node?.DeepClone(),
    };

    private static bool IsAnnotation(string name) => name.Contains("@odata.type", StringComparison.Ordinal) || name is "@odata.context" or "@odata.etag";
}
