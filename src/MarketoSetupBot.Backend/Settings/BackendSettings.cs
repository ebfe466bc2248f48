namespace MarketoSetupBot.Backend.Settings;

/// <summary>Everything that an operator decides, read and checked once at start.</summary>
public sealed record BackendSettings(CallerSettings Callers, DatabaseSettings Database, AccessSettings Access, BotSettings Bot, AuditSettings Audit)
{
    /// <exception cref="SettingsException">One sentence about the first setting that is missing or wrong.</exception>
    public static BackendSettings From(IConfiguration configuration)
    {
        var database = DatabaseSettings.From(configuration);
        return new(
            CallerSettings.From(configuration),
            database,
            AccessSettings.From(configuration),
            new BotSettings(configuration.RequiredUrl("Bot:EventsUrl")),
            AuditSettings.From(configuration, database));
    }
}

/// <param name="TenantId">The one tenant that this backend serves.</param>
/// <param name="ClientId">The backend's own app: the audience of every token that it accepts.</param>
/// <param name="BotClientId">The bot's app: the only caller (<c>azp</c>) that it accepts.</param>
public sealed record CallerSettings(string TenantId, string ClientId, string BotClientId)
{
    public string Authority => $"https://login.microsoftonline.com/{TenantId}";

    internal static CallerSettings From(IConfiguration configuration)
        => new(
            configuration.RequiredGuid("Entra:TenantId"),
            configuration.RequiredGuid("Entra:ClientId"),
            configuration.RequiredGuid("Entra:BotClientId"));
}

/// <param name="EventsUrl">Where run events go: the bot's internal listener, path included.</param>
public sealed record BotSettings(Uri EventsUrl);
