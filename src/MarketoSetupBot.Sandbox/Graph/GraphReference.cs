using System.Text.Json;
using System.Text.Json.Nodes;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Sandbox.Graph;

/// <summary>References to other objects, written and shown.</summary>
internal static class GraphReference
{
    /// <summary>The id at the end of <c>{"@odata.id": "https://graph.microsoft.com/v1.0/.../{id}"}</c>.</summary>
    public static async Task<Guid?> ReadAsync(HttpRequest request) =>
        await GraphBody.ReadAsync(request) is { } body && body["@odata.id"] is JsonValue link && link.ToString().Split('/') is [.., var last] && Guid.TryParse(last, out var id) ? id : null;

    /// <summary>Entities of any kind, each with its type.</summary>
    public static IEnumerable<JsonObject> DirectoryObjects(this Tenant tenant, IEnumerable<Guid> ids)
    {
        foreach (var id in ids)
        {
            if (tenant.Users.GetValueOrDefault(id) is { } user) yield return Typed("user", user, UserEndpoints.Defaults);
            else if (tenant.ServicePrincipals.GetValueOrDefault(id) is { } principal) yield return Typed("servicePrincipal", principal, null);
            else if (tenant.Groups.GetValueOrDefault(id) is { } group) yield return Typed("group", group, null);
        }
    }

    public static JsonObject Typed<T>(string type, T entity, IReadOnlyList<string>? only)
    {
        var typed = new JsonObject { ["@odata.type"] = "#microsoft.graph." + type };
        foreach (var (name, value) in JsonSerializer.SerializeToNode(entity, SandboxJson.Options)!.AsObject())
        {
            if (only is null || only.Contains(name)) typed[name] = value?.DeepClone();
        }

        return typed;
    }
}
