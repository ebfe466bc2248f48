using System.Text.Json;
using Microsoft.Graph.Models;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>What a home realm discovery policy does, read from the JSON in its definition. <see href="https://learn.microsoft.com/graph/api/resources/homerealmdiscoverypolicy"/></summary>
/// <param name="AllowsCloudPasswords">Entra checks the password itself, against the synchronised hash.</param>
/// <param name="Accelerates">Sends people straight to a federation server: useless here, and able to lock guests out.</param>
internal sealed record SignInPolicy(string Name, bool AllowsCloudPasswords, bool Accelerates)
{
    public static SignInPolicy Read(HomeRealmDiscoveryPolicy policy)
    {
        var (allows, accelerates) = (false, false);
        foreach (var definition in policy.Definition ?? [])
        {
            try
            {
                using var json = JsonDocument.Parse(definition);
                if (!json.RootElement.TryGetProperty("HomeRealmDiscoveryPolicy", out var settings)) continue;
                allows |= IsOn(settings, "AllowCloudPasswordValidation");
                accelerates |= IsOn(settings, "AccelerateToFederatedDomain");
            }
            catch (JsonException)
            {
                // A definition that Entra cannot read either does nothing.
            }
        }

        return new SignInPolicy(policy.DisplayName ?? policy.Id ?? "", allows, accelerates);
    }

    private static bool IsOn(JsonElement settings, string name) =>
        settings.ValueKind is JsonValueKind.Object
        && settings.EnumerateObject().Any(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && p.Value.ValueKind is JsonValueKind.True);
}
