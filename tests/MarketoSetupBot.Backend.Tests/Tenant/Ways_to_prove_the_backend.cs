using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Sandbox;
using MarketoSetupBot.Sandbox.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Identity.Client;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MarketoSetupBot.Backend.Tests.Tenant;

/// <summary>Every kind of credential the backend may have, with real MSAL against the sandbox's Entra.</summary>
public sealed class Ways_to_prove_the_backend : IAsyncLifetime
{
    private const string Issuer = "https://oidc.example/cluster";
    private readonly string _folder = Directory.CreateTempSubdirectory("backend-proof-").FullName;
    private readonly RsaSecurityKey _platform = new(RSA.Create(2048)) { KeyId = "cluster" };
    private WebApplication _sandbox = null!;

    public async Task InitializeAsync()
    {
        _sandbox = SandboxHost.Build(["--urls", "http://127.0.0.1:0"], b => b.Logging.ClearProviders());
        await _sandbox.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("backend.p12", "Entra:CertificatePassword")]
    [InlineData("backend.p12", "Entra:CertificatePasswordFile")]
    [InlineData("backend.pem", null)]
    public async Task A_certificate(string file, string? passwordSetting)
    {
        using var certificate = Certificate();
        Register(app => app with { KeyCredentials = [new KeyCredential { KeyId = Guid.NewGuid(), Key = Convert.ToBase64String(certificate.RawData) }] });
        var (path, password) = (Path.Combine(_folder, file), Guid.NewGuid().ToString("N"));
        if (passwordSetting is null) await File.WriteAllTextAsync(path, certificate.ExportCertificatePem() + "\n" + certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
        else await File.WriteAllBytesAsync(path, certificate.Export(X509ContentType.Pkcs12, password));
        var settings = new Dictionary<string, string?> { ["Entra:CertificatePath"] = path };
        if (passwordSetting is not null) settings[passwordSetting] = passwordSetting.EndsWith("File", StringComparison.Ordinal) ? await WriteAsync("password", password) : password;

        Assert.Equal(Contoso.BackendAppId.ToString(), await ProveAsync(settings));
    }

    [Fact]
    public async Task The_platforms_token_in_a_file()
    {
        TrustThePlatform();

        Assert.Equal(Contoso.BackendAppId.ToString(), await ProveAsync(new() { ["Entra:FederatedTokenFile"] = await WriteAsync("token", Token()) }));
    }

    [Theory]
    [InlineData("system")]
    [InlineData("11111111-2222-4333-8444-555555555555")]
    public async Task A_managed_identity_that_the_app_trusts(string identity)
    {
        TrustThePlatform();

        Assert.Equal(Contoso.BackendAppId.ToString(), await ProveAsync(new() { ["Entra:ManagedIdentity"] = identity }));
    }

    [Fact]
    public async Task What_the_app_does_not_trust_proves_nothing()
    {
        var file = await WriteAsync("token", Token());

        var refused = await Assert.ThrowsAsync<MsalServiceException>(() => ProveAsync(new() { ["Entra:FederatedTokenFile"] = file }));

        Assert.Contains("AADSTS700213", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Entra:CertificatePath", "/nowhere", null, null, "Entra:CertificatePath")]
    [InlineData("Entra:FederatedTokenFile", "/nowhere", null, null, "Entra:FederatedTokenFile")]
    [InlineData("Entra:ManagedIdentity", "mine", null, null, "Entra:ManagedIdentity")]
    [InlineData("Entra:ManagedIdentity", "system", "Entra:ClientSecret", "a secret", "exactly one")]
    [InlineData("Entra:ClientSecret", "a secret", "Entra:CertificatePassword", "a password", "Entra:CertificatePassword")]
    [InlineData(null, null, null, null, "exactly one")]
    public void Settings_that_prove_nothing_are_told_in_one_sentence(string? key, string? value, string? other, string? otherValue, string named)
    {
        var settings = Settings();
        if (key is not null) settings[key] = value;
        if (other is not null) settings[other] = otherValue;

        var sentence = Assert.Throws<SettingsException>(() => BackendIdentity.From(Configuration(settings))).Message;

        Assert.Contains(named, sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("a secret", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("a password", sentence, StringComparison.Ordinal);
        Assert.EndsWith(".", sentence, StringComparison.Ordinal);
    }

    /// <returns>The app that Entra wrote into the token.</returns>
    private async Task<string> ProveAsync(Dictionary<string, string?> proof)
    {
        var settings = Settings();
        foreach (var (key, value) in proof) settings[key] = value;
        var services = new ServiceCollection().AddLogging();
        services.AddTenant(Configuration(settings));
        var sandbox = new Uri(_sandbox.Urls.First());
        services.ConfigureHttpClientDefaults(b => b.AddHttpMessageHandler(() => new IdentityEndpoint(Token)).AddHttpMessageHandler(() => new SandboxReroute(sandbox)));
        await using var backend = services.BuildServiceProvider();
        return new JsonWebToken(await backend.GetRequiredService<AppTokens>().AcquireAsync("https://graph.microsoft.com", default)).GetClaim("appid").Value;
    }

    private static Dictionary<string, string?> Settings() => new() { ["Entra:TenantId"] = Contoso.TenantId.ToString(), ["Entra:ClientId"] = Contoso.BackendAppId.ToString() };

    private static IConfiguration Configuration(Dictionary<string, string?> settings) => new ConfigurationBuilder().AddInMemoryCollection(settings).Build();

    private void TrustThePlatform() => Register(app => app with
    {
        FederatedIdentityCredentials = [new FederatedIdentityCredential { Issuer = Issuer, Subject = "backend", Keys = [_platform] }],
    });

    private void Register(Func<Application, Application> change)
    {
        var tenant = _sandbox.Services.GetRequiredService<Sandbox.World.Tenant>();
        lock (tenant.Gate)
        {
            var app = tenant.FindApplication(Contoso.BackendAppId)!;
            tenant.Applications[app.Id] = change(app);
        }
    }

    private async Task<string> WriteAsync(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        await File.WriteAllTextAsync(path, text + "\n");
        return path;
    }

    private string Token() => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = "api://AzureADTokenExchange",
        Claims = new Dictionary<string, object> { ["sub"] = "backend" },
        Expires = DateTime.UtcNow.AddHours(1),
        SigningCredentials = new SigningCredentials(_platform, SecurityAlgorithms.RsaSha256),
    });

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=backend", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
    }

    /// <summary>What a machine in Azure finds at its link-local address.</summary>
    private sealed class IdentityEndpoint(Func<string> token) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => request.RequestUri!.Host is "169.254.169.254"
            ? new HttpResponseMessage { Content = JsonContent.Create(new { access_token = token(), expires_on = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), resource = "api://AzureADTokenExchange", token_type = "Bearer" }) }
            : await base.SendAsync(request, cancellationToken);
    }
}
