using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MarketoSetupBot.Backend.Settings;

namespace MarketoSetupBot.Backend.Tenant;

/// <summary>The backend's certificate with its private key, from a PKCS#12 or PEM file.</summary>
internal static class CertificateFile
{
    private const string Path = "Entra:CertificatePath";
    private const string KeyPath = "Entra:CertificateKeyPath";
    private const string Password = "Entra:CertificatePassword";
    private const string PasswordFile = "Entra:CertificatePasswordFile";

    /// <exception cref="SettingsException">The file cannot be read with that password, has no private key, or has expired.</exception>
    public static X509Certificate2 Load(IConfiguration configuration)
    {
        var certificate = Open(configuration.ExistingFile(Path), Has(configuration, KeyPath) ? configuration.ExistingFile(KeyPath) : null, Secret(configuration));
        if (!certificate.HasPrivateKey) throw new SettingsException($"The file of the setting {Path} has no private key.");
        return certificate.NotAfter.ToUniversalTime() > DateTime.UtcNow
            ? certificate
            : throw new SettingsException($"The certificate of the setting {Path} expired on {certificate.NotAfter:yyyy-MM-dd}.");
    }

    /// <exception cref="SettingsException">A setting of the certificate is there, and the certificate is not.</exception>
    public static void RefuseLeftOvers(IConfiguration configuration)
    {
        string[] companions = [KeyPath, Password, PasswordFile];
        if (companions.FirstOrDefault(key => Has(configuration, key)) is { } left)
            throw new SettingsException($"The setting {left} has no meaning without {Path}.");
    }

    private static bool Has(IConfiguration configuration, string key) => !string.IsNullOrEmpty(configuration[key]);

    private static string? Secret(IConfiguration configuration)
    {
        if (!Has(configuration, PasswordFile)) return configuration[Password] is { Length: > 0 } plain ? plain : null;
        return Has(configuration, Password)
            ? throw new SettingsException($"Set only one of {Password} and {PasswordFile}.")
            : File.ReadAllText(configuration.ExistingFile(PasswordFile)).TrimEnd('\r', '\n');
    }

    private static X509Certificate2 Open(string path, string? keyPath, string? password)
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
            throw new SettingsException($"The file of the setting {Path} cannot be read as a certificate with its private key and that password.");
        }
    }

    private static bool IsPem(string path)
    {
        Span<byte> start = stackalloc byte[11];
        using var file = File.OpenRead(path);
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.StartsWith("-----BEGIN "u8);
    }
}
