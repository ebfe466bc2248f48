using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MarketoSetupBot.Sandbox.World;
using Microsoft.Identity.Client;
using Microsoft.IdentityModel.JsonWebTokens;

namespace MarketoSetupBot.Tests.Identity;

/// <summary>Every kind of credential, with real MSAL against the sandbox's Entra: for the backend and for the Bot Framework.</summary>
public sealed class Ways_to_prove_the_bot(BotInContoso contoso) : IClassFixture<BotInContoso>
{
    private readonly string password = Guid.NewGuid().ToString("N");

    [Fact]
    public async Task A_certificate_in_a_pkcs12_file_with_its_password_in_another_file()
    {
        using var certificate = Certificate();
        Trust(certificate);
        await File.WriteAllBytesAsync(contoso.File("bot.p12"), certificate.Export(X509ContentType.Pkcs12, password));
        await File.WriteAllTextAsync(contoso.File("password"), password + "\n");

        await BelievedAsync(("MicrosoftAppCertificatePath", contoso.File("bot.p12")), ("MicrosoftAppCertificatePasswordFile", contoso.File("password")));
    }

    [Fact]
    public async Task A_certificate_in_a_pem_file_with_its_encrypted_key_in_another()
    {
        using var certificate = Certificate();
        Trust(certificate);
        await File.WriteAllTextAsync(contoso.File("bot.pem"), certificate.ExportCertificatePem());
        var parameters = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 10_000);
        await File.WriteAllTextAsync(contoso.File("bot.key"), certificate.GetRSAPrivateKey()!.ExportEncryptedPkcs8PrivateKeyPem(password, parameters));

        await BelievedAsync(
            ("MicrosoftAppCertificatePath", contoso.File("bot.pem")), ("MicrosoftAppCertificateKeyPath", contoso.File("bot.key")), ("MicrosoftAppCertificatePassword", password));
    }

    [Fact]
    public async Task A_certificate_that_the_app_does_not_know_is_not_believed()
    {
        using var known = Certificate();
        using var other = Certificate();
        Trust(known);
        await File.WriteAllTextAsync(contoso.File("other.pem"), other.ExportCertificatePem() + "\n" + other.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());

        var refused = await Assert.ThrowsAsync<MsalServiceException>(() => contoso.ProveAsync(("MicrosoftAppCertificatePath", contoso.File("other.pem"))));

        Assert.Contains("AADSTS700027", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_platforms_token_in_a_file()
    {
        contoso.Register(app => app with { FederatedIdentityCredentials = [contoso.Workload.Trust] });
        await File.WriteAllTextAsync(contoso.File("token"), contoso.Workload.Token() + "\n");

        await BelievedAsync(("MicrosoftAppFederatedTokenFile", contoso.File("token")));
    }

    [Fact]
    public async Task The_token_of_another_workload_is_not_believed()
    {
        contoso.Register(app => app with { FederatedIdentityCredentials = [contoso.Workload.Trust] });
        await File.WriteAllTextAsync(contoso.File("foreign"), contoso.Workload.Token("system:serviceaccount:bots:another"));

        var refused = await Assert.ThrowsAsync<MsalServiceException>(() => contoso.ProveAsync(("MicrosoftAppFederatedTokenFile", contoso.File("foreign"))));

        Assert.Contains("AADSTS700213", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("system", null)]
    [InlineData(Workload.UserAssigned, Workload.UserAssigned)]
    public async Task A_managed_identity_that_the_app_trusts(string setting, string? clientId)
    {
        contoso.Register(app => app with { FederatedIdentityCredentials = [contoso.Workload.Trust] });

        await BelievedAsync(("MicrosoftAppManagedIdentity", setting));

        Assert.All(contoso.Workload.Asked, asked => Assert.Equal(("api://AzureADTokenExchange", clientId), asked));
    }

    [Fact]
    public async Task A_managed_identity_that_is_the_bots_app_itself()
    {
        contoso.Register(app => app);
        contoso.Workload.OwnTokens = contoso.TokenAsync;

        await BelievedAsync(("MicrosoftAppType", "UserAssignedMSI"));

        Assert.All(contoso.Workload.Asked, asked => Assert.Equal(Contoso.BotAppId.ToString(), asked.ClientId));
    }

    private async Task BelievedAsync(params (string Key, string Value)[] proof)
    {
        var (backend, person) = await contoso.ProveAsync(proof);

        var token = new JsonWebToken(backend);
        Assert.Equal(Contoso.BotAppId.ToString(), token.GetClaim("azp").Value);
        Assert.Equal("Setup.Read", token.GetClaim("roles").Value);
        Assert.Equal(Contoso.Alex.ObjectId.ToString(), new JsonWebToken(person).GetClaim("oid").Value);
    }

    private void Trust(X509Certificate2 certificate) => contoso.Register(app => app with
    {
        KeyCredentials = [new KeyCredential { KeyId = Guid.NewGuid(), Key = Convert.ToBase64String(certificate.RawData) }],
    });

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
    }
}
