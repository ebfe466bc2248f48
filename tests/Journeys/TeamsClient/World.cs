using MarketoSetupBot;
using MarketoSetupBot.Backend;
using MarketoSetupBot.Sandbox;
using MarketoSetupBot.Sandbox.Control;
using MarketoSetupBot.Sandbox.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tests.Shared;

namespace Journeys.TeamsClient;

/// <summary>Sandbox, backend and bot in this process, each behind its own port on loopback, with a scripted Teams in front.</summary>
internal sealed class World : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("marketo-setup-bot-").FullName;
    private readonly string botSecret = Guid.NewGuid().ToString("N");
    private readonly string backendSecret = Guid.NewGuid().ToString("N");
    private readonly int sandboxPort = FreePort.Next();
    private readonly int backendPort = FreePort.Next();
    private readonly int botPort = FreePort.Next();
    private readonly int eventsPort = FreePort.Next();
    private readonly Dictionary<string, string> backendSettings;
    private WebApplication? sandbox;
    private WebApplication? backend;
    private WebApplication? bot;

    private World(Dictionary<string, string> backendSettings) => this.backendSettings = backendSettings;

    private LogLevel Tells { get; init; } = LogLevel.Information;

    /// <summary>The backend's, which a test can set forward; it runs as fast as the one on the wall.</summary>
    public RunningClock Clock { get; } = new(speed: 1);

    /// <summary>Two databases of the tests' server; null: SQLite.</summary>
    private (string Backend, string Bot)? PostgreSqlDatabases { get; init; }

    public TeamsService Teams { get; private set; } = null!;

    public Uri SandboxUrl => Loopback(sandboxPort);

    public Uri BackendUrl => Loopback(backendPort);

    public Uri BotUrl => Loopback(botPort);

    public Uri EventsUrl => Loopback(eventsPort);

    /// <summary>Where the databases are, to be searched for what must not be there.</summary>
    public string Folder => folder;

    /// <summary>Everything that bot and backend logged.</summary>
    public KeptLog Log { get; } = new();

    public IServiceProvider SandboxServices => sandbox!.Services;

    /// <summary>What has left for Graph and was not a question.</summary>
    public IReadOnlyList<JournalEntry> GraphWrites() => SandboxServices.GetRequiredService<Journal>().GraphWrites();

    /// <summary>How often Graph was asked for a secret.</summary>
    public int Passwords() => GraphWrites().Count(e => e.Path.EndsWith("/addPassword", StringComparison.Ordinal));

    /// <param name="backend">Settings that differ from the demo's, such as <c>Access:AllowSelfApproval</c>.</param>
    public static Task<World> StartAsync(params (string Key, string Value)[] backend) => StartAsync(new World(backend.ToDictionary(b => b.Key, b => b.Value)));

    /// <summary>Bot and backend log everything that they and their libraries have to say.</summary>
    public static Task<World> StartTellingAllAsync(bool postgreSql = false)
    {
        var run = Guid.NewGuid().ToString("N");
        return StartAsync(new World([]) { Tells = LogLevel.Trace, PostgreSqlDatabases = postgreSql ? ($"backend_{run}", $"bot_{run}") : null });
    }

    /// <summary>With which bot and backend prove to Entra who they are.</summary>
    public string[] Secrets => [botSecret, backendSecret];

    /// <summary>Everything in the database, or in its files.</summary>
    public IReadOnlyList<string> StoredByBackend() => Stored(PostgreSqlDatabases?.Backend, "backend.db");

    /// <inheritdoc cref="StoredByBackend"/>
    public IReadOnlyList<string> StoredByBot() => Stored(PostgreSqlDatabases?.Bot, "bot.db");

    private string[] Stored(string? database, string file) =>
        database is null ? [.. Directory.GetFiles(folder, file + "*").Select(Canary.TextOf)] : [PostgreSql.Shared.Dump(database)];

    private static async Task<World> StartAsync(World world)
    {
        if (world.PostgreSqlDatabases is { } databases)
        {
            PostgreSql.Shared.CreateDatabase(databases.Backend);
            PostgreSql.Shared.CreateDatabase(databases.Bot);
        }

        world.sandbox = SandboxHost.Build(
            Arguments(
                ("Urls", world.SandboxUrl.ToString()), ("Sandbox:BotSecret", world.botSecret), ("Sandbox:BackendSecret", world.backendSecret),
                ("Sandbox:BotUrl", new Uri(world.BotUrl, "api/messages").ToString())),
            builder => builder.Logging.ClearProviders());
        await world.sandbox.StartAsync();
        await world.StartBackendAsync();
        await world.StartBotAsync();
        world.Teams = await TeamsService.StartAsync(world.SandboxUrl);
        return world;
    }

    public async Task StartBackendAsync()
    {
        var settings = new Dictionary<string, string>
        {
            ["Urls"] = BackendUrl.ToString(),
            ["Entra:TenantId"] = Contoso.TenantId.ToString(),
            ["Entra:ClientId"] = Contoso.BackendAppId.ToString(),
            ["Entra:ClientSecret"] = backendSecret,
            ["Entra:BotClientId"] = Contoso.BotAppId.ToString(),
            ["Database:Provider"] = PostgreSqlDatabases is null ? "Sqlite" : "PostgreSql",
            ["Database:ConnectionString"] = ConnectionString(PostgreSqlDatabases?.Backend, "backend.db"),
            ["Audit:KeyFile"] = Path.Combine(folder, "backend.db.audit-key"),
            ["Audit:AnchorPath"] = Path.Combine(folder, "backend.db.audit-anchors"),
            ["Bot:EventsUrl"] = new Uri(EventsUrl, "events").ToString(),
            ["Access:RequesterGroup"] = Contoso.TeamGroupId.ToString(),
            ["Access:AllowSelfApproval"] = "true",
        };
        foreach (var (key, value) in backendSettings) settings[key] = value;
        backend = BackendHost.Build(Arguments([.. settings.Select(s => (s.Key, s.Value))]), builder =>
        {
            Reroute(builder);
            builder.Services.AddSingleton<TimeProvider>(Clock);
        });
        await backend.StartAsync();
    }

    public async Task StopBackendAsync()
    {
        await StopAsync(backend);
        backend = null;
    }

    public async Task StartBotAsync()
    {
        bot = BotHost.Build(
            Arguments(
                ("Urls", BotUrl.ToString()), ("Events:Url", EventsUrl.ToString()),
                ("MicrosoftAppType", "SingleTenant"), ("MicrosoftAppId", Contoso.BotAppId.ToString()), ("MicrosoftAppPassword", botSecret),
                ("MicrosoftAppTenantId", Contoso.TenantId.ToString()), ("Backend:Url", BackendUrl.ToString()),
                ("Backend:ClientId", Contoso.BackendAppId.ToString()), ("Database:Provider", PostgreSqlDatabases is null ? "Sqlite" : "PostgreSql"),
                ("Database:ConnectionString", ConnectionString(PostgreSqlDatabases?.Bot, "bot.db"))),
            Reroute);
        await bot.StartAsync();
    }

    public async Task StopBotAsync()
    {
        await StopAsync(bot);
        bot = null;
    }

    public async ValueTask DisposeAsync()
    {
        await StopBotAsync();
        await StopBackendAsync();
        if (Teams is not null) await Teams.DisposeAsync();
        await StopAsync(sandbox);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var database in PostgreSqlDatabases is { } databases ? (string[])[databases.Backend, databases.Bot] : []) PostgreSql.Shared.DropDatabase(database);
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // A last connection of the scheduler is still closing its file. The folder is in the temporary directory.
        }
    }

    /// <summary>To dispose of a host is not to stop it: the scheduler would run on, without the services of its jobs.</summary>
    private static async Task StopAsync(WebApplication? host)
    {
        if (host is null) return;
        await host.StopAsync();
        await host.DisposeAsync();
    }

    private void Reroute(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(Log).SetMinimumLevel(Tells);
        builder.Services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => new SandboxReroute(SandboxUrl)));
    }

    private static string[] Arguments(params (string Key, string Value)[] settings) => [.. settings.Select(s => $"--{s.Key}={s.Value}")];

    private string ConnectionString(string? database, string file) =>
        database is null ? $"Data Source={Path.Combine(folder, file)}" : PostgreSql.Shared.ConnectionStringOf(database);

    private static Uri Loopback(int port) => new($"http://127.0.0.1:{port}/");
}
