using Microsoft.Data.Sqlite;

namespace MarketoSetupBot.Backend.Settings;

/// <param name="Key">Base64 of at least 32 random bytes; null: it is in <paramref name="KeyFile"/>.</param>
/// <param name="KeyFile">Made at the first start when it is not there, readable by its owner alone.</param>
/// <param name="AnchorPath">Where the end of the chain is written now and then, outside the database.</param>
public sealed record AuditSettings(string? Key, string KeyFile, string AnchorPath)
{
    internal static AuditSettings From(IConfiguration configuration, DatabaseSettings database)
    {
        var beside = Beside(database);
        if (configuration["Audit:Key"] is { Length: > 0 } key && !IsLongEnough(key))
            throw new SettingsException("The setting Audit:Key must be at least 32 random bytes in base64.");
        return new AuditSettings(
            configuration["Audit:Key"] is { Length: > 0 } set ? set : null,
            configuration["Audit:KeyFile"] is { Length: > 0 } file ? file : beside + ".audit-key",
            configuration["Audit:AnchorPath"] is { Length: > 0 } path ? path : beside + ".audit-anchors");
    }

    /// <summary>Not the key.</summary>
    public override string ToString() => $"AuditSettings {{ KeyFile = {KeyFile}, AnchorPath = {AnchorPath} }}";

    private static string Beside(DatabaseSettings database)
        => database.Provider is DatabaseProvider.Sqlite && new SqliteConnectionStringBuilder(database.ConnectionString).DataSource is { Length: > 0 } file
            && !file.StartsWith(':')
            ? Path.GetFullPath(file)
            : Path.GetFullPath("backend");

    private static bool IsLongEnough(string key)
        => Convert.TryFromBase64String(key, new byte[key.Length], out var written) && written >= Audit.AuditKey.Bytes;
}
