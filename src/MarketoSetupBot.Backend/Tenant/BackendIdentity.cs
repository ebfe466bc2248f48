using MarketoSetupBot.Backend.Settings;

namespace MarketoSetupBot.Backend.Tenant;

/// <summary>Which tenant the backend serves, and how it proves there who it is. Not a record: a record would print its secret.</summary>
internal sealed class BackendIdentity
{
    public required string TenantId { get; init; }

    /// <summary>The backend's own app registration.</summary>
    public required string ClientId { get; init; }

    /// <summary>One of three proofs; prefer the other two.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>A PKCS#12 file with the private key.</summary>
    public string? CertificatePath { get; init; }

    public string? CertificatePassword { get; init; }

    /// <summary><c>system</c>, or the client id of a user-assigned identity, trusted by the app registration as a federated credential.</summary>
    public string? ManagedIdentity { get; init; }

    /// <exception cref="SettingsException">One sentence about the first setting that is missing or wrong.</exception>
    public static BackendIdentity From(IConfiguration configuration)
    {
        var identity = new BackendIdentity
        {
            TenantId = configuration.RequiredGuid("Entra:TenantId"),
            ClientId = configuration.RequiredGuid("Entra:ClientId"),
            ClientSecret = configuration["Entra:ClientSecret"],
            CertificatePath = configuration["Entra:CertificatePath"],
            CertificatePassword = configuration["Entra:CertificatePassword"],
            ManagedIdentity = configuration["Entra:ManagedIdentity"],
        };
        string?[] proofs = [identity.ClientSecret, identity.CertificatePath, identity.ManagedIdentity];
        if (proofs.Count(p => !string.IsNullOrEmpty(p)) != 1)
            throw new SettingsException("Set exactly one of Entra:ClientSecret, Entra:CertificatePath and Entra:ManagedIdentity.");
        if (!string.IsNullOrEmpty(identity.CertificatePath) && !File.Exists(identity.CertificatePath))
            throw new SettingsException("The setting Entra:CertificatePath names a file that does not exist.");
        return identity;
    }
}
