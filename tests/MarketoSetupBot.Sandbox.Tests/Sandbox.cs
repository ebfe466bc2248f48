using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using MarketoSetupBot.Sandbox.Control;
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

    public SandboxControl Control { get; private set; } = null!;

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
        Control = new SandboxControl(Address);
        Http = new HttpClient(new SandboxReroute(Address) { InnerHandler = new SocketsHttpHandler() });
    }

    public async Task DisposeAsync()
    {
        Control.Dispose();
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

    /// <summary>The application of the bot gets a token for itself.</summary>
    public async Task<string> BotTokenAsync(string scope) => (await Msal(Contoso.BotAppId, Secrets.Bot).AcquireTokenForClient([scope]).ExecuteAsync()).AccessToken;

    /// <summary>Calls Graph as the backend, without the SDK between.</summary>
    /// <param name="path">Behind <c>/v1.0/</c>.</param>
    public async Task<(HttpResponseMessage Response, JsonNode? Body)> GraphAsync(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, "https://graph.microsoft.com/v1.0/" + path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await BackendTokenAsync());
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        if (body is not null) request.Content = new StringContent(body as string ?? System.Text.Json.JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    /// <summary>Posts a form to the tenant's token endpoint.</summary>
    public async Task<(int Status, JsonNode Body)> TokenRequestAsync(Dictionary<string, string> form, string tenant = "contoso.com")
    {
        using var content = new FormUrlEncodedContent(form);
        using var response = await Http.PostAsync($"https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token", content);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    internal sealed class Factory(HttpClient client) : IMsalHttpClientFactory
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
