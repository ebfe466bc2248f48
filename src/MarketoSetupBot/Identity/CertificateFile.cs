using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MarketoSetupBot.Settings;

namespace MarketoSetupBot.Identity;

/// <summary>
/// A certificate from a PKCS#12 or PEM file. Beside <c>{name}Path</c> it reads <c>{name}KeyPath</c> (PEM whose key is in a file of its own) and
/// <c>{name}Password</c> or <c>{name}PasswordFile</c>.
/// </summary>
internal static class CertificateFile
{
    /// <param name="setting">Name of the path's setting.</param>
    /// <exception cref="SettingsException">The file cannot be read with that password, has no private key, or has expired.</exception>
    public static X509Certificate2 Load(SettingsReader read, string setting)
    {
        var (path, keyPath, password) = (read.ExistingFile(setting), KeyPath(read, setting), Secret(read, setting));
        var certificate = Open(setting, path, keyPath, password);
        if (!certificate.HasPrivateKey) throw new SettingsException($"The file of the setting {setting} has no private key.");
        return certificate.NotAfter.ToUniversalTime() > DateTime.UtcNow
            ? certificate
            : throw new SettingsException($"The certificate of the setting {setting} expired on {certificate.NotAfter:yyyy-MM-dd}.");
    }

    /// <exception cref="SettingsException">A setting of the certificate is there, and the certificate is not.</exception>
    public static void RefuseLeftOvers(SettingsReader read, string setting)
    {
        if (Companions(setting).FirstOrDefault(one => read.Maybe(one) is not null) is { } left)
            throw new SettingsException($"The setting {left} has no meaning without {setting}.");
    }

    private static string[] Companions(string setting)
    {
        var name = setting[..^"Path".Length];
        return [name + "KeyPath", name + "Password", name + "PasswordFile"];
    }

    private static string? KeyPath(SettingsReader read, string setting) =>
        Companions(setting)[0] is var key && read.Maybe(key) is not null ? read.ExistingFile(key) : null;

    private static string? Secret(SettingsReader read, string setting)
    {
        var (plain, file) = (Companions(setting)[1], Companions(setting)[2]);
        if (read.Maybe(file) is null) return read.Maybe(plain);
        return read.Maybe(plain) is null
            ? File.ReadAllText(read.ExistingFile(file)).TrimEnd('\r', '\n')
            : throw new SettingsException($"Set only one of {plain} and {file}.");
    }

    private static X509Certificate2 Open(string setting, string path, string? keyPath, string? password)
    {
        try
        {
            if (!IsPem(path)) return X509CertificateLoader.LoadPkcs12FromFile(path, password);
            return password is null
                ? X509Certificate2.CreateFromPemFile(path, keyPath)
                : X509Certificate2.CreateFromEncryptedPemFile(path, password, keyPath);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"The file of the setting {setting} cannot be read as a certificate with its private key and that password.");
        }
    }

    private static bool IsPem(string path)
    {
        Span<byte> start = stackalloc byte[11];
        using var file = File.OpenRead(path);
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.StartsWith("-----BEGIN "u8);
    }
}
