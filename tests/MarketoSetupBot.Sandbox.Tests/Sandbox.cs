using MarketoSetupBot.Sandbox.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Graph;
using Microsoft.Identity.Client;
using Microsoft.Kiota.Abstractions.Authentication;

namespace MarketoSetupBot.Sandbox.Tests;

/// <summary>A sandbox on a port of its own, and clients as the backend has them: real MSAL, real Graph SDK, real addresses.</summary>
public sealed class Sandbox : IAsyncLifetime
{
    private WebApplication app = null!;

    public ManualClock Clock { get; } = new();
    public Uri Address { get; private set; } = null!;
    public Tenant Tenant => app.Services.GetRequiredService<Tenant>();
    public ContosoSecrets Secrets => app.Services.GetRequiredService<ContosoSecrets>();

    /// <summary>Talks to Microsoft's hosts, which means to the sandbox.</summary>
    public HttpClient Http { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        app = SandboxHost.Build(["--urls", "http://127.0.0.1:0"], builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<TimeProvider>(Clock);
        });
        await app.StartAsync();
        Address = new Uri(app.Urls.First());
        Http = new HttpClient(new SandboxReroute(Address) { InnerHandler = new SocketsHttpHandler() });
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }

    public IConfidentialClientApplication Msal(Guid appId, string secret) => ConfidentialClientApplicationBuilder.Create(appId.ToString())
        .WithClientSecret(secret)
        .WithAuthority($"https://login.microsoftonline.com/{Contoso.TenantId}")
        .WithHttpClientFactory(new Factory(Http))
        .Build();

    /// <summary>The backend's Graph client, without the SDK's own retries.</summary>
    public GraphServiceClient Graph() => new(Http, new BaseBearerTokenAuthenticationProvider(new Tokens(Msal(Contoso.BackendAppId, Secrets.Backend))));

    public Task<string> BackendTokenAsync() => TokenAsync("https://graph.microsoft.com/.default");

    public async Task<string> TokenAsync(string scope) => (await Msal(Contoso.BackendAppId, Secrets.Backend).AcquireTokenForClient([scope]).ExecuteAsync()).AccessToken;

    private sealed class Factory(HttpClient client) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => client;
    }

    private sealed class Tokens(IConfidentialClientApplication msal) : IAccessTokenProvider
    {
        public AllowedHostsValidator AllowedHostsValidator { get; } = new();

        public async Task<string> GetAuthorizationTokenAsync(Uri uri, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default) =>
            (await msal.AcquireTokenForClient(["https://graph.microsoft.com/.default"]).ExecuteAsync(cancellationToken)).AccessToken;
    }
}

/// <summary>Real time, moved on by hand.</summary>
public sealed class ManualClock : TimeProvider
{
    private TimeSpan ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;

    public void Advance(TimeSpan by) => ahead += by;
}
