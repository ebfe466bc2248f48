using System.Text.Json;

namespace MarketoSetupBot.Backend.Targets;

/// <summary>What a write to Graph would change: read from method, path and body, not from what somebody meant.</summary>
internal abstract record WriteTarget
{
    private WriteTarget() { }

    /// <summary>A new home realm discovery policy: it changes nothing that is there.</summary>
    public sealed record Nothing : WriteTarget;

    public sealed record ApplicationById(string ObjectId) : WriteTarget;

    /// <summary>Also where a service principal of it is made.</summary>
    public sealed record ApplicationByClientId(string ClientId) : WriteTarget;

    /// <param name="Key"><c>uniqueName</c>.</param>
    public sealed record ApplicationByKey(string Key) : WriteTarget;

    public sealed record ServicePrincipal(string ObjectId) : WriteTarget;

    public sealed record Grant(string Id) : WriteTarget;

    public sealed record Policy(string Id) : WriteTarget;

    /// <returns>Null: not a write that this product makes.</returns>
    public static async Task<WriteTarget?> OfAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = Uri.UnescapeDataString(request.RequestUri?.AbsolutePath ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        return (request.Method.Method, path) switch
        {
            ("PATCH", ["v1.0", var one]) when KeyIn(one) is { } key => new ApplicationByKey(key),
            ("PATCH" or "DELETE", ["v1.0", "applications", var id]) => new ApplicationById(id),
            ("POST", ["v1.0", "applications", var id, "addPassword" or "removePassword"]) => new ApplicationById(id),
            ("POST", ["v1.0", "servicePrincipals"]) => await BodyAsync(request, "appId", cancellationToken) is { } clientId ? new ApplicationByClientId(clientId) : null,
            ("DELETE", ["v1.0", "servicePrincipals", var id]) => new ServicePrincipal(id),
            ("POST", ["v1.0", "servicePrincipals", var id, "homeRealmDiscoveryPolicies", "$ref"]) => new ServicePrincipal(id),
            ("DELETE", ["v1.0", "servicePrincipals", var id, "homeRealmDiscoveryPolicies", _, "$ref"]) => new ServicePrincipal(id),
            ("POST", ["v1.0", "oauth2PermissionGrants"]) => await BodyAsync(request, "clientId", cancellationToken) is { } client ? new ServicePrincipal(client) : null,
            ("PATCH" or "DELETE", ["v1.0", "oauth2PermissionGrants", var id]) => new Grant(id),
            ("POST", ["v1.0", "policies", "homeRealmDiscoveryPolicies"]) => new Nothing(),
            ("PATCH" or "DELETE", ["v1.0", "policies", "homeRealmDiscoveryPolicies", var id]) => new Policy(id),
            _ => null,
        };
    }

    /// <summary><c>applications(uniqueName='…')</c></summary>
    private static string? KeyIn(string segment)
    {
        const string Before = "applications(uniqueName='", After = "')";
        return segment.StartsWith(Before, StringComparison.Ordinal) && segment.EndsWith(After, StringComparison.Ordinal) ? segment[Before.Length..^After.Length] : null;
    }

    private static async Task<string?> BodyAsync(HttpRequestMessage request, string name, CancellationToken cancellationToken)
    {
        if (request.Content is not { } content)
            return null;
        // Kept by the content, which is sent afterwards.
        await content.LoadIntoBufferAsync(cancellationToken);
        using var body = JsonDocument.Parse(await content.ReadAsByteArrayAsync(cancellationToken));
        return body.RootElement.ValueKind is JsonValueKind.Object && body.RootElement.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : null;
    }
}
