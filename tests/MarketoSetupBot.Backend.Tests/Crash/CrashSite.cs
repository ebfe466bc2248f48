using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox;
using MarketoSetupBot.Sandbox.Entra;
using MarketoSetupBot.Sandbox.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ContosoTenant = MarketoSetupBot.Sandbox.World.Tenant;
using SandboxPerson = MarketoSetupBot.Sandbox.World.Person;

namespace MarketoSetupBot.Backend.Tests.Crash;

/// <summary>A sandbox that stays, and a backend process in front of it that is killed and started again on the same file.</summary>
internal sealed class CrashSite : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("backend-crash-").FullName;
    private readonly WebApplication _sandbox;
    private readonly ListeningBot _bot;
    private readonly Uri _url = new($"http://127.0.0.1:{FreePort()}");
    private readonly HttpClient _http = new();

    /// <summary>Waits for the file as patiently as the backend: the driver's own wait would sleep through several changes.</summary>
    private SqliteConnection? _watch;

    private CrashSite(Guillotine guillotine, ListeningBot bot, IReadOnlyList<IStartupFilter> watchers)
    {
        (Guillotine, _bot) = (guillotine, bot);
        _sandbox = SandboxHost.Build(
            ["--urls", $"http://127.0.0.1:{FreePort()}", $"--Sandbox:ProxyUrl={Proxy}", $"--Sandbox:ProxyRoot={Root}"],
            b =>
            {
                b.Logging.ClearProviders();
                b.Services.AddSingleton<IStartupFilter>(guillotine);
                foreach (var watcher in watchers) b.Services.AddSingleton(watcher);
            });
    }

    public Guillotine Guillotine { get; }
    public BackendProcess Backend { get; private set; } = null!;
    public ContosoTenant Tenant => _sandbox.Services.GetRequiredService<ContosoTenant>();

    public string SyncPassword => _sandbox.Services.GetRequiredService<ContosoSecrets>().SyncPassword;
    public Uri SandboxUrl => new(_sandbox.Urls.First(url => url.StartsWith("http://", StringComparison.Ordinal)));
    public string Proxy { get; } = $"http://127.0.0.1:{FreePort()}";
    public string Root => Path.Combine(_folder, "root.pem");
    public string DatabaseFile => Path.Combine(_folder, "backend.db");

    /// <param name="watchers">Stand at the sandbox's door.</param>
    public static async Task<CrashSite> OpenAsync(params IReadOnlyList<IStartupFilter> watchers)
    {
        var site = new CrashSite(new Guillotine(), await ListeningBot.StartAsync(), watchers);
        await site._sandbox.StartAsync();
        await site.StartAsync();
        return site;
    }

    public async Task StartAsync()
        => Backend = await BackendProcess.StartAsync(_url, Settings, Proxy, Root);

    /// <summary>The command line of the backend.</summary>
    public IReadOnlyList<string> Settings =>
        [
            $"--Entra:TenantId={Contoso.TenantId}", $"--Entra:ClientId={Contoso.BackendAppId}", $"--Entra:BotClientId={Contoso.BotAppId}",
            $"--Entra:ClientSecret={_sandbox.Services.GetRequiredService<ContosoSecrets>().Backend}",
            $"--Access:RequesterGroup={Contoso.TeamGroupId}", $"--Bot:EventsUrl={_bot.EventsUrl}",
            $"--Database:ConnectionString=Data Source={DatabaseFile};Pooling=False",
        ];

    public async Task RestartAsync()
    {
        await Backend.GoneAsync();
        Backend.Dispose();
        await StartAsync();
    }

    /// <summary>Asks again as long as nobody answers, because the backend is being killed at that very moment.</summary>
    public async Task<Answer<T>> SendAsync<T>(SandboxPerson person, HttpMethod method, string path, object? body = null)
    {
        while (true)
        {
            try
            {
                return await OnceAsync<T>(person, method, path, body);
            }
            catch (HttpRequestException)
            {
                await RestartAsync();
            }
        }
    }

    /// <exception cref="HttpRequestException">The backend died over it.</exception>
    public async Task<Answer<T>> OnceAsync<T>(SandboxPerson person, HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(_url, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token(person));
        if (body is not null)
            request.Content = JsonContent.Create(body, body.GetType(), options: Wire.Json);
        using var response = await _http.SendAsync(request);
        return await Answer<T>.ReadAsync(response);
    }

    public async Task<Guid> PlannedAsync()
    {
        var run = (await SendAsync<RunView>(Contoso.Adele, HttpMethod.Post, Routes.Runs)).Value;
        _ = (await SendAsync<RunView>(Contoso.Adele, HttpMethod.Put, Routes.For(Routes.Details, run.Id), Setups.Details(Contoso.Adele))).Value;
        return run.Id;
    }

    public async Task ApproveAsync(Guid run)
    {
        var planned = (await SendAsync<RunView>(Contoso.Adele, HttpMethod.Get, Routes.For(Routes.Run, run))).Value;
        if (planned.State is RunState.Planned)
            await SendAsync<RunView>(Contoso.Alex, HttpMethod.Post, Routes.For(Routes.Approve, run), new ApproveRequest(planned.Plan!.Hash));
    }

    /// <summary>What the file says, with the door held shut meanwhile: nothing can be committed while <paramref name="look"/> runs.</summary>
    public async Task<T> HoldingTheFileAsync<T>(Guid run, Func<RunState, long, T> look)
    {
        if (_watch is null)
        {
            _watch = new PatientSqlite.Connection($"Data Source={DatabaseFile};Pooling=False");
            _watch.Open();
        }
        await using var transaction = _watch.BeginTransaction(deferred: false);
        await using var command = _watch.CreateCommand();
        command.CommandText = "SELECT State, Version FROM runs WHERE Id = $id";
        command.Parameters.AddWithValue("$id", run.ToString().ToUpperInvariant());
        await using var reader = await command.ExecuteReaderAsync();
        Assert.True(await reader.ReadAsync());
        return look(Enum.Parse<RunState>(reader.GetString(0)), reader.GetInt64(1));
    }

    /// <summary>Until the run is there, with the backend started again as often as it dies.</summary>
    public async Task UntilAsync(Guid run, RunState wanted)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (await HoldingTheFileAsync(run, (state, _) => state) != wanted)
        {
            if (Backend.IsGone)
                await RestartAsync();
            await tick.WaitForNextTickAsync(patience.Token);
        }
    }

    private string Token(SandboxPerson person)
    {
        lock (Tenant.Gate)
        {
            return _sandbox.Services.GetRequiredService<TokenMint>().ForPerson(
                Tenant.Users[person.ObjectId], Tenant.FindServicePrincipal(Contoso.BotAppId)!,
                new Resource(Tenant.FindServicePrincipal(Contoso.BackendAppId)!, Contoso.BackendAppId.ToString(), 2), [Contoso.SetupActScope]);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        Backend.Dispose();
        _http.Dispose();
        if (_watch is not null)
            await _watch.DisposeAsync();
        await _bot.DisposeAsync();
        await _sandbox.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
