using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Halt;
using MarketoSetupBot.Backend.Plans;
using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Backend.Secrets;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Backend.Steps;
using MarketoSetupBot.Backend.Targets;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox;
using MarketoSetupBot.Sandbox.Control;
using MarketoSetupBot.Sandbox.Entra;
using MarketoSetupBot.Sandbox.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace MarketoSetupBot.Backend.Tests.Tenant;

/// <summary>The sandbox's Contoso, and the part of the backend that talks to Microsoft, with the real clients in between.</summary>
public sealed class ContosoTenant : IAsyncLifetime
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("contoso-tenant-").FullName;
    private BackendContext records = null!;
    private WebApplication sandbox = null!;
    private ServiceProvider backend = null!;

    public ManualClock Clock { get; } = new();
    public Road Road { get; } = new();
    public Captured Log { get; } = new();
    public Sandbox.World.Tenant World => sandbox.Services.GetRequiredService<Sandbox.World.Tenant>();
    public Connection Connection { get; private set; } = null!;
    public T SandboxService<T>() where T : notnull => sandbox.Services.GetRequiredService<T>();

    /// <summary>What the sandbox was asked to change in Graph's place, by its own journal.</summary>
    public IReadOnlyList<JournalEntry> GraphWrites() => SandboxService<Journal>().GraphWrites();

    /// <summary>The sandbox's control API.</summary>
    public HttpClient Control { get; private set; } = null!;

    /// <inheritdoc cref="Control"/>
    public SandboxControl Levers { get; private set; } = null!;
    public T Get<T>() where T : notnull => backend.GetRequiredService<T>();

    public async Task InitializeAsync()
    {
        sandbox = SandboxHost.Build(["--urls", "http://127.0.0.1:0"], b =>
        {
            b.Logging.ClearProviders();
            b.Services.AddSingleton<TimeProvider>(Clock);
        });
        await sandbox.StartAsync();
        var address = new Uri(sandbox.Urls.First());

        Control = new HttpClient { BaseAddress = address };
        Levers = new SandboxControl(address);
        var services = new ServiceCollection();
        services.AddLogging(l => l.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        services.AddSingleton<TimeProvider>(Clock);
        services.AddTenant(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Entra:TenantId"] = Contoso.TenantId.ToString(),
            ["Entra:ClientId"] = Contoso.BackendAppId.ToString(),
            ["Entra:ClientSecret"] = sandbox.Services.GetRequiredService<ContosoSecrets>().Backend,
            ["Entra:BotClientId"] = Contoso.BotAppId.ToString(),
        }).AddInMemoryCollection(Settings).Build());
        // What the backend writes to the tenant it also writes into its audit.
        var database = new DatabaseSettings(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(folder, "backend.db")};Pooling=False");
        services.AddDatabase(database);
        services.AddAudit(AuditSettings.From(new ConfigurationBuilder().Build(), database));
        services.AddHalt();
        services.AddQuartz();
        services.AddSingleton<Halts>();
        services.AddSingleton<RunStore>();
        services.ConfigureHttpClientDefaults(b => b.AddHttpMessageHandler(Road.Handler).AddHttpMessageHandler(() => new SandboxReroute(address)));
        backend = services.BuildServiceProvider(validateScopes: true);
        foreach (var part in backend.GetServices<IHostedService>()) await part.StartAsync(default);
        Connection = Connection.New(Contoso.TenantId.ToString(), Contoso.OrganizationHost, Clock.GetUtcNow());
        Connection.SyncUser = Contoso.SyncUser.UserPrincipalName;
        records = Get<Ledger>().Open();
        records.Connections.Add(Connection);
        await KeepAsync();
    }

    /// <summary>Writes to the tenant go by what is on record: call after changing <see cref="Connection"/> and before a write.</summary>
    public Task KeepAsync() => Get<Ledger>().SaveAsync(records, default);

    /// <summary>What every process asks once, so that it is no part of what is counted.</summary>
    public async Task BeginAsync()
    {
        Assert.False(await Get<ProductObjects>().IncludeAsync("nobody", default));
        Road.Forget();
    }

    public async Task DisposeAsync()
    {
        await records.DisposeAsync();
        Control.Dispose();
        Levers.Dispose();
        await backend.DisposeAsync();
        await sandbox.DisposeAsync();
        System.IO.Directory.Delete(folder, recursive: true);
    }

    public DetailsView Details { get; set; } = new()
    {
        OrganisationUrl = "https://" + Contoso.OrganizationHost,
        SyncUser = Contoso.SyncUser.UserPrincipalName,
        Method = AuthenticationMethod.PasswordGrant,
        AppName = "Marketo Integration",
        SecretDescription = "Marketo sync",
        SecretLifetimeDays = 180,
        Recipient = new PersonView(Contoso.Megan.ObjectId.ToString(), Contoso.Megan.Name),
    };

    public Task<PlanView> PlanAsync() => Get<IPreflight>().PlanAsync(Connection, Details, default);

    /// <summary>One call of one step, as the engine makes it.</summary>
    public async Task<StepResult> StepAsync(StepKey key, DateTimeOffset? lastWroteAt = null, DateTimeOffset? startedAt = null, HandClaim? claim = null)
    {
        await KeepAsync();
        var context = new StepContext(Connection, Details, Guid.NewGuid(), startedAt ?? Clock.GetUtcNow(), lastWroteAt, _ => KeepAsync()) { Claim = claim };
        return await Get<IEnumerable<IStep>>().Single(s => s.Key == key).RunAsync(context, default);
    }

    /// <summary>The whole Entra part, waiting as long as the steps ask for.</summary>
    /// <returns>The last result of each step that ran; the first failure ends it.</returns>
    public async Task<IReadOnlyList<(StepKey Key, StepResult Result)>> ApplyAsync()
    {
        List<(StepKey, StepResult)> results = [];
        DateTimeOffset? wroteAt = null;
        foreach (var step in Get<IEnumerable<IStep>>().Where(s => s.Key is >= StepKey.Application and <= StepKey.Consent))
        {
            var started = Clock.GetUtcNow();
            var result = await StepAsync(step.Key, wroteAt, started);
            while (result is StepResult.WaitingResult waiting)
            {
                Clock.Advance(waiting.RetryAt - Clock.GetUtcNow());
                result = await StepAsync(step.Key, wroteAt, started);
            }

            results.Add((step.Key, result));
            if (result is StepResult.SucceededResult { Wrote: true }) wroteAt = Clock.GetUtcNow();
            if (result is StepResult.FailedResult or StepResult.ByHandResult) break;
        }

        return results;
    }

    /// <summary>Gives the backend a permission; counts for tokens from now on.</summary>
    public void Grant(string permission) => Change(t =>
        t.GrantRole(t.FindServicePrincipal(Contoso.BackendAppId)!, t.FindServicePrincipal(WellKnown.GraphAppId)!, permission));

    /// <summary>Settings that differ from the defaults; before the first use.</summary>
    public Dictionary<string, string?> Settings { get; } = [];

    public async Task<NewSecret> IssueAsync(string marker, int days = 180)
    {
        await KeepAsync();
        return await Get<ISecretIssuer>().IssueAsync(Connection, Details.SecretDescription, marker, Clock.GetUtcNow().AddDays(days), default);
    }

    /// <summary>Changes Contoso behind the backend's back.</summary>
    public void Change(Action<Sandbox.World.Tenant> change)
    {
        lock (World.Gate) change(World);
    }

    public void ChangeApp(Func<Application, Application> change) => Change(t =>
    {
        var id = Guid.Parse(Connection.ApplicationObjectId!);
        t.Applications[id] = change(t.Applications[id]);
    });

    public void ChangeServicePrincipal(Func<ServicePrincipal, ServicePrincipal> change) => Change(t =>
    {
        var id = Guid.Parse(Connection.ServicePrincipalObjectId!);
        t.ServicePrincipals[id] = change(t.ServicePrincipals[id]);
    });

    /// <summary>A secret that somebody has, as after a setup.</summary>
    public async Task HandOutAsync(int days = 180)
    {
        var secret = await IssueAsync("marker-1", days);
        Connection.Secrets.Add(new IssuedSecret
        {
            Id = Guid.NewGuid(),
            RunId = Guid.NewGuid(),
            RecipientId = "x",
            Marker = "marker-1",
            RequestedAt = Clock.GetUtcNow(),
            KeyId = secret.KeyId,
            ExpiresAt = secret.ExpiresAt,
            Fate = SecretFate.Confirmed,
        });
    }

    /// <summary>The person's own token for the backend.</summary>
    public string TokenOf(Person person) => World.Locked(() => SandboxService<TokenMint>().ForPerson(
        World.Users[person.ObjectId], World.FindServicePrincipal(Contoso.BotAppId)!,
        new Resource(World.FindServicePrincipal(Contoso.BackendAppId)!, Contoso.BackendAppId.ToString(), 2), [Contoso.SetupActScope]));

    /// <summary>Takes permissions from the backend, and the broad one that would stand in for them.</summary>
    public void Withhold(params string[] permissions) => Change(t =>
    {
        var backendApp = t.FindServicePrincipal(Contoso.BackendAppId)!;
        var graph = t.FindServicePrincipal(WellKnown.GraphAppId)!;
        foreach (var permission in permissions.Append("Directory.Read.All")) t.WithdrawRole(backendApp, graph, permission);
    });

    public Application App => World.Applications[Guid.Parse(Connection.ApplicationObjectId!)];
}
