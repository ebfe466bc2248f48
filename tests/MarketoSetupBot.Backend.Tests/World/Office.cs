using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox;
using MarketoSetupBot.Sandbox.Control;
using MarketoSetupBot.Sandbox.Entra;
using MarketoSetupBot.Sandbox.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tests.Shared;
using ContosoTenant = MarketoSetupBot.Sandbox.World.Tenant;
using SandboxPerson = MarketoSetupBot.Sandbox.World.Person;

namespace MarketoSetupBot.Backend.Tests.World;

/// <summary>Everything a test needs: Contoso in the sandbox, a bot that listens, the backend over Kestrel, and people with real tokens.</summary>
internal sealed class Office : IAsyncDisposable
{
    private readonly List<string> _settings = [];
    private readonly string _folder = Directory.CreateTempSubdirectory("backend-tests-").FullName;
    private readonly WebApplication _sandbox;
    private readonly string? _postgreSql = TestDatabase.IsPostgreSql ? $"office_{Guid.NewGuid():N}" : null;
    private readonly List<string> _databaseSettings = [];
    private WebApplication? _backend;

    private Office(WebApplication sandbox, ListeningBot bot) => (_sandbox, Bot) = (sandbox, bot);

    public RunningClock Clock { get; private init; } = new();
    public ListeningBot Bot { get; }
    public LogSink Log { get; } = new();
    public ContosoTenant Tenant => _sandbox.Services.GetRequiredService<ContosoTenant>();
    public TokenMint Mint => _sandbox.Services.GetRequiredService<TokenMint>();
    public T SandboxServices<T>() where T : notnull => _sandbox.Services.GetRequiredService<T>();

    /// <summary>Changes the Dynamics organisation through the sandbox's control API.</summary>
    public async Task ChangeDynamicsAsync(object change)
    {
        using var control = new HttpClient { BaseAddress = new Uri(_sandbox.Urls.First()) };
        (await control.PatchAsJsonAsync("/control/dataverse", change)).EnsureSuccessStatusCode();
    }

    public IServiceProvider Services => _backend!.Services;
    public string DatabaseFile => Path.Combine(_folder, "backend.db");
    public Uri Url => new(_backend!.Urls.First());

    /// <summary>Stands between the backend and the sandbox, for answers that get lost.</summary>
    public LineFaults Line { get; } = new();

    /// <summary>Registrations of a test, after the product's own.</summary>
    public Action<IServiceCollection>? Furnish { get; init; }

    public static Task<Office> OpenAsync(Action<IServiceCollection>? furnish = null, params string[] settings) => OpenAsync(new RunningClock(), furnish, settings);

    /// <summary>For what has a few seconds to answer: on a busy machine an eighth of them would be too few.</summary>
    public static Task<Office> OpenInRealTimeAsync(Action<IServiceCollection>? furnish = null, params string[] settings)
        => OpenAsync(new RunningClock(speed: 1), furnish, settings);

    private static async Task<Office> OpenAsync(RunningClock clock, Action<IServiceCollection>? furnish, string[] settings)
    {
        var office = await FurnishedAsync(clock, furnish, settings);
        await office.StartBackendAsync();
        return office;
    }

    /// <summary>With an empty database and no backend yet.</summary>
    public static Task<Office> FurnishedAsync() => FurnishedAsync(new RunningClock(), null, []);

    private static async Task<Office> FurnishedAsync(RunningClock clock, Action<IServiceCollection>? furnish, string[] settings)
    {
        var sandbox = SandboxHost.Build(["--urls", "http://127.0.0.1:0"], b => b.Logging.ClearProviders());
        await sandbox.StartAsync();
        var office = new Office(sandbox, await ListeningBot.StartAsync()) { Furnish = furnish, Clock = clock };
        office._settings.AddRange(settings);
        office.ChooseDatabase();
        return office;
    }

    public async Task StartBackendAsync() => _backend = await AnotherBackendAsync();

    /// <summary>One more on the same database, as behind a load balancer.</summary>
    public async Task<WebApplication> AnotherBackendAsync()
    {
        var sandbox = new Uri(_sandbox.Urls.First());
        var backend = BackendHost.Build(["--urls", "http://127.0.0.1:0", .. Settings], builder =>
        {
            builder.Logging.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Debug).AddFilter("Quartz", LogLevel.Information).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
            builder.Services.AddSingleton<TimeProvider>(Clock);
            builder.Services.ConfigureHttpClientDefaults(http => http
                .AddHttpMessageHandler(() => new SandboxReroute(sandbox)).AddHttpMessageHandler(() => Line.Handler()));
            Furnish?.Invoke(builder.Services);
        });
        await backend.StartAsync();
        return backend;
    }

    /// <summary>The command line of the backend.</summary>
    public IReadOnlyList<string> Settings =>
        [
            $"--Entra:TenantId={Contoso.TenantId}", $"--Entra:ClientId={Contoso.BackendAppId}", $"--Entra:BotClientId={Contoso.BotAppId}",
            $"--Entra:ClientSecret={_sandbox.Services.GetRequiredService<ContosoSecrets>().Backend}",
            $"--Access:RequesterGroup={Contoso.TeamGroupId}", $"--Bot:EventsUrl={Bot.EventsUrl}",
            .. _databaseSettings, .. _settings,
        ];

    /// <summary>
    /// Everything that the database holds, as text; on SQLite with what its files still know of rows that are gone. They are read by another process: to
    /// close a file here would let go of SQLite's locks on it.
    /// </summary>
    public async Task<string> StoredAsync()
    {
        if (_postgreSql is not null)
            return PostgreSql.Shared.Dump(_postgreSql);
        var cat = new ProcessStartInfo("cat", [DatabaseFile, DatabaseFile + "-wal"]) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.Latin1 };
        using var process = Process.Start(cat)!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return text;
    }

    private void ChooseDatabase()
    {
        if (_postgreSql is null)
        {
            _databaseSettings.Add($"--Database:ConnectionString=Data Source={DatabaseFile};Pooling=False");
            return;
        }
        var database = PostgreSql.Shared.CreateDatabase(_postgreSql);
        // Key and anchors where SQLite has them by itself: beside no file of this office they would be everybody's.
        _databaseSettings.AddRange(
            "--Database:Provider=PostgreSql", $"--Database:ConnectionString={database};Maximum Pool Size=40",
            $"--Audit:KeyFile={DatabaseFile}.audit-key", $"--Audit:AnchorPath={DatabaseFile}.audit-anchors");
    }

    /// <summary>What has left the backend for Graph and was not a question.</summary>
    public IReadOnlyList<JournalEntry> GraphWrites() => SandboxServices<Journal>().GraphWrites();

    /// <summary>How often Graph was asked for a secret.</summary>
    public int Passwords() => GraphWrites().Count(e => e.Path.EndsWith("/addPassword", StringComparison.Ordinal));

    public async Task StopBackendAsync()
    {
        await _backend!.StopAsync();
        await _backend.DisposeAsync();
        _backend = null;
    }

    /// <summary>A client with the person's own token for the backend.</summary>
    public PersonClient As(SandboxPerson person) => new(this, WithToken(PersonToken(person)), person);

    public string PersonToken(SandboxPerson person, string scope = Contoso.SetupActScope, Guid? client = null)
    {
        lock (Tenant.Gate)
        {
            return Mint.ForPerson(
                Tenant.Users[person.ObjectId], Tenant.FindServicePrincipal(client ?? Contoso.BotAppId)!, BackendResource, scope.Split(' '));
        }
    }

    public string AppToken(Guid client)
    {
        lock (Tenant.Gate)
            return Mint.ForApp(Tenant.FindServicePrincipal(client)!, BackendResource);
    }

    private Resource BackendResource => new(Tenant.FindServicePrincipal(Contoso.BackendAppId)!, Contoso.BackendAppId.ToString(), 2);

    public HttpClient WithToken(string? token, Uri? door = null)
    {
        var client = new HttpClient { BaseAddress = door ?? Url };
        if (token is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public void Change(Action<ContosoTenant> change)
    {
        lock (Tenant.Gate)
            change(Tenant);
    }

    public void ChangeUser(SandboxPerson person, Func<User, User> change)
        => Change(t => t.Users[person.ObjectId] = change(t.Users[person.ObjectId]));

    public void GiveRole(SandboxPerson person, string role) => Change(t => t.Assign(person.ObjectId, WellKnown.DirectoryRole(role)));

    public void TakeRoles(SandboxPerson person) => Change(t =>
    {
        foreach (var assignment in t.RoleAssignments.Values.Where(a => a.PrincipalId == person.ObjectId).ToArray())
            t.RoleAssignments.Remove(assignment.Id);
    });

    /// <summary>The application this product made, as Entra has it.</summary>
    public Application OurApplication => Tenant.Locked(() => Tenant.Applications.Values.Single(a => a.UniqueName is not null));

    public async ValueTask DisposeAsync()
    {
        if (_backend is not null)
            await StopBackendAsync();
        await Bot.DisposeAsync();
        await _sandbox.DisposeAsync();
        if (_postgreSql is not null)
            PostgreSql.Shared.DropDatabase(_postgreSql);
        Directory.Delete(_folder, recursive: true);
    }
}
