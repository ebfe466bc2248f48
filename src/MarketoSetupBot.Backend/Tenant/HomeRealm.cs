using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Graph.Models;

namespace MarketoSetupBot.Backend.Tenant;

/// <summary>
/// What a home realm discovery policy says. The one setting that matters here lets Entra check a federated user's password against its
/// synchronised hash; the federation server is not asked then. <see href="https://learn.microsoft.com/entra/identity/enterprise-apps/home-realm-discovery-policy"/>
/// </summary>
internal static class HomeRealm
{
    /// <summary>The whole of a policy of ours: nothing accelerates, nothing else changes.</summary>
    public const string CloudPasswords = """{"HomeRealmDiscoveryPolicy":{"AllowCloudPasswordValidation":true}}""";

    private const string Root = "HomeRealmDiscoveryPolicy", Flag = "AllowCloudPasswordValidation";

    public static bool AllowsCloudPasswords(this HomeRealmDiscoveryPolicy policy) =>
        Settings(policy)?.FirstOrDefault(s => s.Key.Equals(Flag, StringComparison.OrdinalIgnoreCase)).Value is JsonValue value
        && value.GetValueKind() is JsonValueKind.True;

    /// <summary>Counts for the sync: says so, and only for what it is attached to.</summary>
    public static bool ServesTheSync(this HomeRealmDiscoveryPolicy policy) => policy.AllowsCloudPasswords() && policy.IsOrganizationDefault is not true;

    /// <summary>What ours must say to take the place of another: its settings and the flag. Null: just the flag.</summary>
    /// <returns>Null when the other cannot be read, so that nothing of it would be lost unseen.</returns>
    public static string? TakingOver(HomeRealmDiscoveryPolicy? other)
    {
        if (other is null) return CloudPasswords;
        if (Settings(other) is not { } settings) return null;
        var kept = settings.Where(s => !s.Key.Equals(Flag, StringComparison.OrdinalIgnoreCase)).ToDictionary(s => s.Key, s => s.Value?.DeepClone());
        return new JsonObject { [Root] = new JsonObject(kept) { [Flag] = true } }.ToJsonString();
    }

    private static JsonObject? Settings(HomeRealmDiscoveryPolicy policy)
    {
        try
        {
            return policy.Definition is [var definition] ? JsonNode.Parse(definition)?[Root] as JsonObject : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
