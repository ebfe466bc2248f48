using MarketoSetupBot.Backend.Settings;

namespace MarketoSetupBot.Backend.Tenant;

/// <summary>The apps that this product itself runs as: never a target of anything it does.</summary>
/// <param name="ClientIds">Backend and bot.</param>
internal sealed record ProductApps(IReadOnlyList<string> ClientIds)
{
    /// <exception cref="SettingsException">A setting is missing or wrong.</exception>
    public static ProductApps From(IConfiguration configuration) =>
        new([.. ((string?[])[configuration.RequiredGuid("Entra:ClientId"), configuration["Entra:BotClientId"]]).OfType<string>()]);

    public bool Include(string? clientId) => clientId is not null && ClientIds.Contains(clientId, StringComparer.OrdinalIgnoreCase);
}
