// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Security.Cryptography.X509Certificates;
using Microsoft.Bot.Connector.Authentication.Outbound;
using Microsoft.Extensions.Logging;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The bot's single-tenant app with a client secret.</summary>
public class PasswordServiceClientCredentialFactory : ServiceClientCredentialsFactory
{
    private readonly AppCredentialsSource source;

    public PasswordServiceClientCredentialFactory(string appId, string password, string tenantId, HttpClient httpClient, ILogger logger)
    {
        AppId = appId;
        Password = password;
        TenantId = tenantId;
        source = new AppCredentialsSource(appId, httpClient, http => MsalAccess.Confidential(AppId, TenantId, http, app => app.WithClientSecret(Password)));
    }

    public string AppId { get; set; }

    public string TenantId { get; set; }

    // Readable in the official class; a secret has no reader here.
    public string Password { private get; set; }

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => source.IsValidAppIdAsync(appId);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(false);

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken) =>
        source.CreateAsync(appId, audience);

    internal override void OfferHttp(IHttpClientFactory http) => source.OfferHttp(http);
}

/// <summary>The bot's single-tenant app with a certificate.</summary>
public class CertificateServiceClientCredentialsFactory : ServiceClientCredentialsFactory
{
    private readonly AppCredentialsSource source;

    public CertificateServiceClientCredentialsFactory(X509Certificate2 certificate, string appId, string tenantId = null, HttpClient httpClient = null, ILogger logger = null, bool sendX5c = false)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        source = new AppCredentialsSource(appId, httpClient, http => MsalAccess.Confidential(appId, tenantId, http, app => app.WithCertificate(certificate, sendX5c)));
    }

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => source.IsValidAppIdAsync(appId);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(false);

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken) =>
        source.CreateAsync(appId, audience);

    internal override void OfferHttp(IHttpClientFactory http) => source.OfferHttp(http);
}

/// <summary>The user-assigned managed identity that is the bot's app.</summary>
public class ManagedIdentityServiceClientCredentialsFactory : ServiceClientCredentialsFactory
{
    private readonly AppCredentialsSource source;

    public ManagedIdentityServiceClientCredentialsFactory(string appId, HttpClient httpClient = null, ILogger logger = null) =>
        source = new AppCredentialsSource(appId, httpClient, http => MsalAccess.ManagedIdentity(appId, http));

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => source.IsValidAppIdAsync(appId);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(false);

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken) =>
        source.CreateAsync(appId, audience);

    internal override void OfferHttp(IHttpClientFactory http) => source.OfferHttp(http);
}

/// <summary>The bot's single-tenant app, vouched for by a managed identity through a federated credential.</summary>
public class FederatedServiceClientCredentialsFactory : ServiceClientCredentialsFactory
{
    private readonly AppCredentialsSource source;

    public FederatedServiceClientCredentialsFactory(string appId, string clientId, string tenantId = null, HttpClient httpClient = null, ILogger logger = null) =>
        source = new AppCredentialsSource(appId, httpClient, http => MsalAccess.Federated(appId, tenantId, clientId, http));

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => source.IsValidAppIdAsync(appId);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(false);

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken) =>
        source.CreateAsync(appId, audience);

    internal override void OfferHttp(IHttpClientFactory http) => source.OfferHttp(http);
}
