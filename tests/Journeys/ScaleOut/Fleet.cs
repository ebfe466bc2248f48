using System.Security.Cryptography;
using Journeys.TeamsClient;
using MarketoSetupBot.Sandbox;
using MarketoSetupBot.Sandbox.Control;
using MarketoSetupBot.Sandbox.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tests.Shared;

namespace Journeys.ScaleOut;

/// <summary>Two bots and two backends in processes of their own behind round-robin balancers, each pair on a PostgreSQL database of its own.</summary>
public sealed class Fleet : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("marketo-setup-bot-").FullName;
    private readonly Stack<Func<ValueTask>> endings = [];
    private WebApplication? sandbox;
    private Func<string, string> dump = _ => "";

    internal TeamsService Teams { get; private set; } = null!;

    internal SandboxControl Control { get; private set; } = null!;

    internal Replica[] Backends { get; private set; } = [];

    internal Replica[] Bots { get; private set; } = [];

    /// <summary>Every table of both databases, and what every replica printed.</summary>
    internal IEnumerable<(string Sink, string Text)> Sinks() =>
        [.. new[] { "backend", "bot" }.Select(name => (name, dump(name))), .. Backends.Concat(Bots).Select(r => (Path.GetFileName(r.LogFile), Canary.TextOf(r.LogFile)))];

    internal Tenant Tenant => sandbox!.Services.GetRequiredService<Tenant>();

    internal SetupTalk Talk(TeamsPerson person) => new(Teams.NewThread(), person);

    public async Task InitializeAsync()
    {
        // Without PostgreSQL every test here is skipped, and says so.
        if (PostgreSql.Binaries is null) return;
        var database = new PostgreSql();
        dump = database.Dump;
        endings.Push(() =>
        {
            database.Dispose();
            return ValueTask.CompletedTask;
        });
        string[] events = [Replica.FreeUrl().ToString(), Replica.FreeUrl().ToString()];
        var sandboxUrl = Replica.FreeUrl();
        var (botSecret, backendSecret) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString("N"));
        var eventsDoor = await DoorAsync([.. events.Select(url => new Uri(url))]);

        var backend = new Dictionary<string, string>
        {
            ["Entra:TenantId"] = Contoso.TenantId.ToString(),
            ["Entra:ClientId"] = Contoso.BackendAppId.ToString(),
            ["Entra:ClientSecret"] = backendSecret,
            ["Entra:BotClientId"] = Contoso.BotAppId.ToString(),
            ["Database:Provider"] = "PostgreSql",
            ["Database:ConnectionString"] = database.CreateDatabase("backend"),
            ["Bot:EventsUrl"] = new Uri(eventsDoor, "events").ToString(),
            ["Access:RequesterGroup"] = Contoso.TeamGroupId.ToString(),
            ["Access:AllowSelfApproval"] = "true",
            ["Audit:Key"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            ["Audit:AnchorPath"] = Path.Combine(folder, "audit-anchors"),
            ["Demo:SandboxUrl"] = sandboxUrl.ToString(),
        };
        Backends = [new Replica("backend-1", "backend", backend, folder), new Replica("backend-2", "backend", backend, folder)];
        var backendDoor = await DoorAsync([.. Backends.Select(b => b.Url)]);

        var bot = new Dictionary<string, string>
        {
            ["MicrosoftAppType"] = "SingleTenant",
            ["MicrosoftAppId"] = Contoso.BotAppId.ToString(),
            ["MicrosoftAppPassword"] = botSecret,
            ["MicrosoftAppTenantId"] = Contoso.TenantId.ToString(),
            ["Backend:Url"] = backendDoor.ToString(),
            ["Backend:ClientId"] = Contoso.BackendAppId.ToString(),
            ["Database:Provider"] = "PostgreSql",
            ["Database:ConnectionString"] = database.CreateDatabase("bot"),
            ["Demo:SandboxUrl"] = sandboxUrl.ToString(),
        };
        Bots = [.. events.Select((url, index) => new Replica($"bot-{index + 1}", "bot", new Dictionary<string, string>(bot) { ["Events:Url"] = url }, folder))];
        var botDoor = await DoorAsync([.. Bots.Select(b => b.Url)]);

        sandbox = SandboxHost.Build(
            [
                $"--Urls={sandboxUrl}", $"--Sandbox:BotSecret={botSecret}", $"--Sandbox:BackendSecret={backendSecret}",
                $"--Sandbox:BotUrl={new Uri(botDoor, "api/messages")}",
            ],
            builder => builder.Logging.ClearProviders());
        await sandbox.StartAsync();
        endings.Push(() => new ValueTask(sandbox.StopAsync()));
        Control = new SandboxControl(sandboxUrl);
        Teams = await TeamsService.StartAsync(sandboxUrl);
        endings.Push(Teams.DisposeAsync);
        // All four at once, on empty databases: as a deployment does.
        await Task.WhenAll(Backends.Concat(Bots).Select(replica => replica.StartAsync()));
    }

    public async Task DisposeAsync()
    {
        foreach (var replica in Bots.Concat(Backends)) await replica.DisposeAsync();
        Control?.Dispose();
        while (endings.TryPop(out var end)) await end();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<Uri> DoorAsync(IReadOnlyList<Uri> replicas)
    {
        var door = await RoundRobin.StartAsync(replicas);
        endings.Push(door.DisposeAsync);
        return door.Url;
    }
}
