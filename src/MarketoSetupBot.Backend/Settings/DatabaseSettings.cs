namespace MarketoSetupBot.Backend.Settings;

public enum DatabaseProvider { Sqlite, PostgreSql }

public sealed record DatabaseSettings(DatabaseProvider Provider, string ConnectionString)
{
    internal static DatabaseSettings From(IConfiguration configuration)
    {
        var provider = configuration["Database:Provider"] switch
        {
            null or "" => DatabaseProvider.Sqlite,
            var text when Enum.TryParse<DatabaseProvider>(text, ignoreCase: true, out var known) && Enum.IsDefined(known) => known,
            _ => throw new SettingsException("The setting Database:Provider must be Sqlite or PostgreSql."),
        };
        var connectionString = provider is DatabaseProvider.Sqlite && string.IsNullOrEmpty(configuration["Database:ConnectionString"])
            ? "Data Source=backend.db"
            : configuration.Required("Database:ConnectionString");
        return new DatabaseSettings(provider, connectionString);
    }

    /// <summary>The connection string may hold a password.</summary>
    public override string ToString() => $"DatabaseSettings {{ Provider = {Provider} }}";
}
