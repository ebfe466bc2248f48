namespace MarketoSetupBot.Backend.Tenant;

/// <summary>Configuration section <c>Entra</c>: which tenant, and as which application the backend acts there.</summary>
public sealed class BackendIdentity
{
    public const string Section = "Entra";

    public string TenantId { get; set; } = "";

    public string ClientId { get; set; } = "";

    /// <summary>One of three ways to prove who the backend is; prefer the other two.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>A PKCS#12 file with the private key.</summary>
    public string? CertificatePath { get; set; }

    public string? CertificatePassword { get; set; }

    /// <summary><c>system</c>, or the client id of a user-assigned identity, trusted by the app registration as a federated credential.</summary>
    public string? ManagedIdentity { get; set; }

    /// <summary>What is wrong with the settings in one sentence, or null.</summary>
    internal string? Complaint()
    {
        if (!Guid.TryParse(TenantId, out _)) return "Set Entra:TenantId to the GUID of the tenant this service looks after.";
        if (!Guid.TryParse(ClientId, out _)) return "Set Entra:ClientId to the application (client) id of the backend's own app registration.";
        string?[] credentials = [ClientSecret, CertificatePath, ManagedIdentity];
        if (credentials.Count(c => !string.IsNullOrEmpty(c)) != 1)
            return "Set exactly one of Entra:ClientSecret, Entra:CertificatePath and Entra:ManagedIdentity.";
        return string.IsNullOrEmpty(CertificatePath) || File.Exists(CertificatePath)
            ? null
            : "Entra:CertificatePath names a file that does not exist.";
    }
}
