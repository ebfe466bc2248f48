using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MarketoSetupBot.Sandbox.World;
using Microsoft.Identity.Client;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace MarketoSetupBot.Sandbox.Tests.Entra;

/// <summary>Tokens of applications, asked for with real MSAL and checked with what the tenant publishes.</summary>
public sealed class AppTokenTests(Sandbox sandbox) : IClassFixture<Sandbox>, IAsyncLifetime
{
    public Task InitializeAsync() => sandbox.Control.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_bots_token_for_the_backend_carries_its_role_and_passes_the_published_keys()
    {
        var token = await sandbox.BotTokenAsync($"api://{Contoso.BackendAppId}/.default");

        var configuration = await new ConfigurationManager<OpenIdConnectConfiguration>(
            $"https://login.microsoftonline.com/{Contoso.TenantId}/v2.0/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(), sandbox.Http).GetConfigurationAsync(default);
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = configuration.Issuer,
            IssuerSigningKeys = configuration.SigningKeys,
            ValidAudience = Contoso.BackendAppId.ToString(),
        });

        Assert.True(result.IsValid, result.Exception?.Message);
        Assert.Equal(("Setup.Read", "app", Contoso.BotAppId.ToString()), (result.Claims["roles"].ToString(), result.Claims["idtyp"], result.Claims["azp"]));
    }

    [Fact]
    public async Task A_certificate_proves_an_app_as_well_as_a_secret()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=backend", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        Register(certificate);

        var token = await Client(certificate).AcquireTokenForClient(["https://graph.microsoft.com/.default"]).ExecuteAsync();

        Assert.Contains(new JsonWebToken(token.AccessToken).Claims, claim => claim is { Type: "roles", Value: "Application.ReadWrite.OwnedBy" });
    }

    [Fact]
    public async Task A_certificate_that_is_not_registered_proves_nothing()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=other", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));

        var refused = await Assert.ThrowsAsync<MsalServiceException>(() => Client(certificate).AcquireTokenForClient(["https://graph.microsoft.com/.default"]).ExecuteAsync());

        Assert.Contains("AADSTS700027", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withheld_permission_is_not_in_the_next_token()
    {
        await sandbox.Control.WithholdAsync("Policy.Read.All");

        Assert.DoesNotContain(new JsonWebToken(await sandbox.BackendTokenAsync()).Claims, claim => claim is { Type: "roles", Value: "Policy.Read.All" });
    }

    [Fact]
    public async Task Without_consent_the_backend_cannot_continue_as_the_person()
    {
        lock (sandbox.Tenant.Gate)
        {
            var backend = sandbox.Tenant.FindServicePrincipal(Contoso.BackendAppId)!.Id;
            foreach (var grant in sandbox.Tenant.Grants.Values.Where(g => g.ClientId == backend).ToList()) sandbox.Tenant.Grants.Remove(grant.Id);
        }

        var refused = await Assert.ThrowsAsync<MsalServiceException>(() => ContinueAsAlexAsync());

        Assert.Equal("invalid_resource", refused.ErrorCode);
    }

    [Fact]
    public async Task A_global_administrators_own_token_shows_whether_passwords_are_synchronised()
    {
        await sandbox.Control.SetPasswordHashSyncAsync(true, true);
        await sandbox.Control.SetRolesAsync(Contoso.Alex, "Global Administrator");
        lock (sandbox.Tenant.Gate)
        {
            sandbox.Tenant.Consent(sandbox.Tenant.FindServicePrincipal(Contoso.BackendAppId)!, sandbox.Tenant.FindServicePrincipal(WellKnown.GraphAppId)!, GraphPermissions.OnPremisesRead);
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, "https://graph.microsoft.com/v1.0/directory/onPremisesSynchronization");
        request.Headers.Authorization = new("Bearer", (await ContinueAsAlexAsync()).AccessToken);
        using var response = await sandbox.Http.SendAsync(request);

        Assert.Contains("\"passwordSyncEnabled\":true", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<AuthenticationResult> ContinueAsAlexAsync() =>
        await sandbox.Msal(Contoso.BackendAppId, sandbox.Secrets.Backend)
            .AcquireTokenOnBehalfOf(["https://graph.microsoft.com/" + GraphPermissions.OnPremisesRead], new UserAssertion(await sandbox.Control.BackendTokenAsync(Contoso.Alex))).ExecuteAsync();

    private IConfidentialClientApplication Client(X509Certificate2 certificate) => ConfidentialClientApplicationBuilder.Create(Contoso.BackendAppId.ToString())
        .WithCertificate(certificate)
        .WithAuthority($"https://login.microsoftonline.com/{Contoso.TenantId}")
        .WithHttpClientFactory(new Sandbox.Factory(sandbox.Http))
        .Build();

    private void Register(X509Certificate2 certificate)
    {
        lock (sandbox.Tenant.Gate)
        {
            var app = sandbox.Tenant.FindApplication(Contoso.BackendAppId)!;
            sandbox.Tenant.Applications[app.Id] = app with { KeyCredentials = [new KeyCredential { KeyId = Guid.NewGuid(), Key = Convert.ToBase64String(certificate.RawData) }] };
        }
    }
}
