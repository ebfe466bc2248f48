using MarketoSetupBot.Identity;

namespace MarketoSetupBot.Settings;

public enum DatabaseProvider { Sqlite, PostgreSql }

/// <summary>Everything the bot must be told, checked before it starts.</summary>
internal sealed record BotSettings
{
    /// <summary>Entra application id of the bot.</summary>
    public required string AppId { get; init; }
    public required string TenantId { get; init; }
    /// <summary>How the bot proves to Entra that it is that app.</summary>
    public required BotProof Proof { get; init; }
    public required Uri BackendUrl { get; init; }
    public required string BackendClientId { get; init; }
    /// <summary>OAuth connection of the bot registration whose scope is the backend's <c>Setup.Act</c>.</summary>
    public required string ConnectionName { get; init; }
    public required DatabaseProvider Provider { get; init; }
    public required string ConnectionString { get; init; }
    /// <summary>Where Teams reaches the bot.</summary>
    public required string PublicListener { get; init; }
    /// <summary>Where only the backend reaches the bot.</summary>
    public required string EventsListener { get; init; }

    /// <exception cref="SettingsException">One sentence about the first setting that is missing or wrong.</exception>
    public static BotSettings Read(IConfiguration configuration)
    {
        var read = new SettingsReader(configuration);
        return new BotSettings
        {
            AppId = read.Guid("MicrosoftAppId"),
            TenantId = read.Guid("MicrosoftAppTenantId"),
            Proof = BotProofSettings.Read(read),
            BackendUrl = read.Http("Backend:Url"),
            BackendClientId = read.Guid("Backend:ClientId"),
            ConnectionName = read.Optional("Backend:ConnectionName", "Backend"),
            Provider = read.OneOf<DatabaseProvider>("Database:Provider"),
            ConnectionString = read.Required("Database:ConnectionString"),
            PublicListener = read.Listener("Urls"),
            EventsListener = read.Listener("Events:Url"),
        };
    }

    /// <summary>Never the credentials, whoever prints this.</summary>
    public override string ToString() => $"BotSettings {{ AppId = {AppId}, TenantId = {TenantId} }}";
}
