using MarketoSetupBot.Backend;
using MarketoSetupBot.Sandbox;
using MarketoSetupBot.Sandbox.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Identity.Client;

namespace MarketoSetupBot.Tests.Identity;

/// <summary>The whole bot with the settings of a test, and Contoso in the sandbox to believe it or not.</summary>
public sealed class BotInContoso : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("bot-identity-").FullName;
    private WebApplication sandbox = null!;

    internal Workload Workload { get; } = new();

    public string File(string name) => Path.Combine(folder, name);

    public async Task InitializeAsync()
    {
        sandbox = SandboxHost.Build(["--urls", "http://127.0.0.1:0"], b => b.Logging.ClearProviders());
        await sandbox.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await sandbox.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Changes the bot's app in Contoso: no secret, and what the test gives it.</summary>
    public void Register(Func<Application, Application> change)
    {
        Workload.Asked.Clear();
        Workload.OwnTokens = null;
        var tenant = sandbox.Services.GetRequiredService<Tenant>();
        lock (tenant.Gate)
        {
            var app = tenant.FindApplication(Contoso.BotAppId)!;
            tenant.Applications[app.Id] = change(app with { KeyCredentials = [], FederatedIdentityCredentials = [] });
        }
    }

    /// <summary>The sandbox's own answer to the bot's app with its secret.</summary>
    public async Task<string> TokenAsync(string resource)
    {
        using var http = new HttpClient(new SandboxReroute(new Uri(sandbox.Urls.First())) { InnerHandler = new SocketsHttpHandler() });
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["client_id"] = Contoso.BotAppId.ToString(),
            ["client_secret"] = sandbox.Services.GetRequiredService<ContosoSecrets>().Bot,
            ["grant_type"] = "client_credentials",
            ["scope"] = resource + "/.default",
        });
        using var response = await http.PostAsync($"https://login.microsoftonline.com/{Contoso.TenantId}/oauth2/v2.0/token", form);
        return System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync())!["access_token"]!.GetValue<string>();
    }

    /// <summary>The bot proves itself to the backend's tenant and to the Bot Framework's token service.</summary>
    /// <returns>Its token for the backend, and the person's token that the token service handed out.</returns>
    /// <exception cref="MsalServiceException">Entra does not believe it.</exception>
    public async Task<(string Backend, string? Person)> ProveAsync(params (string Key, string Value)[] proof)
    {
        var reroute = new Uri(sandbox.Urls.First());
        (string Key, string Value)[] settings =
        [
            ("MicrosoftAppId", Contoso.BotAppId.ToString()), ("MicrosoftAppTenantId", Contoso.TenantId.ToString()),
            ("Backend:Url", "http://127.0.0.1:1"), ("Backend:ClientId", Contoso.BackendAppId.ToString()),
            ("Database:Provider", "Sqlite"), ("Database:ConnectionString", $"Data Source={File("bot.db")}"),
            ("Urls", "http://127.0.0.1:0"), ("Events:Url", "http://127.0.0.1:0"), .. proof,
        ];
        await using var bot = BotHost.Build([.. settings.Select(s => $"--{s.Key}={s.Value}")], builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.ConfigureHttpClientDefaults(client => client
                .AddHttpMessageHandler(() => new Passing(Workload))
                .AddHttpMessageHandler(() => new SandboxReroute(reroute)));
        });

        var backend = await bot.Services.GetRequiredService<AppToken>().GetAsync(default);
        var framework = bot.Services.GetRequiredService<BotFrameworkAuthentication>();
        using var tokens = await framework.CreateUserTokenClientAsync(new([new("aud", Contoso.BotAppId.ToString())]), default);
        var person = await tokens.GetUserTokenAsync(Contoso.Alex.TeamsId, "Backend", "msteams", null, default);
        return (backend, person?.Token);
    }

    /// <summary>A client factory wants a handler of its own for each chain.</summary>
    private sealed class Passing(Workload workload) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.Host is not "169.254.169.254") return await base.SendAsync(request, cancellationToken);
            using var identity = new HttpMessageInvoker(workload, disposeHandler: false);
            return await identity.SendAsync(request, cancellationToken);
        }
    }
}
