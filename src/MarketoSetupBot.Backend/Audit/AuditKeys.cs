using System.Security.Cryptography;
using MarketoSetupBot.Backend.Settings;

namespace MarketoSetupBot.Backend.Audit;

internal static class AuditKeys
{
    private const int MostTries = 200;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

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
        // One at a time: to move a file to where there is none looks first and moves then, and between the two another backend may have come, and its key be lost.
        using var turn = Turn(path + ".making");
        if (File.Exists(path))
            return;
        // Written aside and moved: whoever reads sees all of it or nothing.
        var aside = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new StreamWriter(aside, options))
            file.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(AuditKey.Bytes)));
        File.Move(aside, path, overwrite: false);
    }

    /// <exception cref="IOException">Nobody gives it back, or nothing can be written there.</exception>
    private static FileStream Turn(string path)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (tries < MostTries && Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
            {
                // Another backend makes the key right now.
                Thread.Sleep(Pause);
            }
        }
    }

    private static SettingsException Wrong(AuditSettings settings)
        => new($"The audit key file {settings.KeyFile} cannot be read or does not hold at least 32 bytes in base64.");
}
