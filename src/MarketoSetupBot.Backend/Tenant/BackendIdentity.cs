using System.Security.Cryptography.X509Certificates;
using MarketoSetupBot.Backend.Settings;

namespace MarketoSetupBot.Backend.Tenant;

/// <summary>Which tenant the backend serves, and how it proves there who it is. Not a record: a record would print its secret.</summary>
internal sealed class BackendIdentity
{
    private const string Secret = "Entra:ClientSecret";
    private const string CertificatePath = "Entra:CertificatePath";
    private const string Managed = "Entra:ManagedIdentity";
    private const string Federated = "Entra:FederatedTokenFile";

    public required string TenantId { get; init; }

    /// <summary>The backend's own app registration.</summary>
    public required string ClientId { get; init; }

    /// <summary>One of four proofs, and the only one that can be copied; prefer the others.</summary>
    public string? ClientSecret { get; init; }

    public X509Certificate2? Certificate { get; init; }

    /// <summary><c>system</c>, or the client id of a user-assigned identity, trusted by the app registration as a federated credential.</summary>
    public string? ManagedIdentity { get; init; }

    /// <summary>A token that the platform writes to this file and renews there, trusted by the app registration as a federated credential.</summary>
    public string? TokenFile { get; init; }

    /// <exception cref="SettingsException">One sentence about the first setting that is missing, wrong or one too many.</exception>
    public static BackendIdentity From(IConfiguration configuration)
    {
        var (tenant, client) = (configuration.RequiredGuid("Entra:TenantId"), configuration.RequiredGuid("Entra:ClientId"));
        string[] proofs = [Secret, CertificatePath, Managed, Federated];
        if (proofs.Where(key => !string.IsNullOrEmpty(configuration[key])).ToArray() is not [var proof])
            throw new SettingsException($"Set exactly one of {Secret}, {CertificatePath}, {Managed} and {Federated}.");
        if (proof is not CertificatePath) CertificateFile.RefuseLeftOvers(configuration);
        return new BackendIdentity
        {
            TenantId = tenant,
            ClientId = client,
            ClientSecret = proof is Secret ? configuration[Secret] : null,
            Certificate = proof is CertificatePath ? CertificateFile.Load(configuration) : null,
            ManagedIdentity = proof is not Managed ? null : configuration[Managed] is "system" ? "system" : configuration.RequiredGuid(Managed),
            TokenFile = proof is Federated ? configuration.ExistingFile(Federated) : null,
        };
    }
}
