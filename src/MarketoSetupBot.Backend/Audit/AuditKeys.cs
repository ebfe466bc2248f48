using System.Security.Cryptography;
using MarketoSetupBot.Backend.Settings;

namespace MarketoSetupBot.Backend.Audit;

internal static class AuditKeys
{
    /// <exception cref="SettingsException">The file holds something else, or cannot be read.</exception>
    public static AuditKey Load(AuditSettings settings)
    {
        if (settings.Key is { } set)
            return new AuditKey(Convert.FromBase64String(set));
        try
        {
            if (!File.Exists(settings.KeyFile))
                Make(settings.KeyFile);
            var key = Convert.FromBase64String(File.ReadAllText(settings.KeyFile).Trim());
            return key.Length >= AuditKey.Bytes ? new AuditKey(key) : throw Wrong(settings);
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            throw Wrong(settings);
        }
    }

    private static void Make(string path)
    {
        // Written aside and moved: another backend that starts at the same moment sees all of it or nothing, and the first one wins.
        var aside = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new StreamWriter(aside, options))
            file.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(AuditKey.Bytes)));
        try
        {
            File.Move(aside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(aside);
        }
    }

    private static SettingsException Wrong(AuditSettings settings)
        => new($"The audit key file {settings.KeyFile} cannot be read or does not hold at least 32 bytes in base64.");
}
