using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Tests.Crash;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace MarketoSetupBot.Backend.Tests.Terminal;

/// <summary>Contoso after a finished setup, its backend asleep, and an operator who calls the real program.</summary>
public sealed class TerminalSite : IAsyncLifetime
{
    private static readonly string Program = typeof(BackendContext).Assembly.Location;

    private readonly SecretWitness witness = new();

    internal CrashSite Site { get; private set; } = null!;

    /// <summary>Runs when Entra has made a secret and before it answers. The token says that nobody waits for the answer any more.</summary>
    internal Func<CancellationToken, Task>? AtTheSecret
    {
        set => witness.OnSecret = value;
    }

    /// <summary>Values of all secrets that Entra ever gave out here.</summary>
    internal IReadOnlyCollection<string> Secrets => witness.Seen;

    internal Application App => Site.Tenant.Locked(() => Site.Tenant.Applications.Values.Single(a => a.UniqueName is not null));

    public async Task InitializeAsync()
    {
        Site = await CrashSite.OpenAsync(witness);
        var run = await Site.PlannedAsync();
        await Site.UntilAsync(run, RunState.Planned);
        await Site.ApproveAsync(run);
        await Site.UntilAsync(run, RunState.Delivering);
        _ = (await Site.SendAsync<CollectedSecret>(Contoso.Adele, HttpMethod.Post, Routes.For(Routes.Collect, run))).Value;
        _ = (await Site.SendAsync<RunView>(Contoso.Adele, HttpMethod.Post, Routes.For(Routes.Copied, run))).Value;
        Site.Backend.Kill();
        await Site.Backend.GoneAsync();
    }

    public Task DisposeAsync() => Site.DisposeAsync().AsTask();

    /// <param name="input">Standard input; null leaves it empty.</param>
    internal async Task<Called> CallAsync(string[] args, string? input = null, Action<Process>? started = null, string? proxy = null, string? language = null)
    {
        var start = new ProcessStartInfo("dotnet", [Program, "validate", .. args, .. Site.Settings])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            WorkingDirectory = Path.GetDirectoryName(Program)!,
            Environment =
            {
                ["HTTPS_PROXY"] = proxy ?? Site.Proxy,
                ["NO_PROXY"] = "127.0.0.1",
                ["SSL_CERT_FILE"] = Site.Root,
                ["SSL_CERT_DIR"] = "/nonexistent",
                ["LC_ALL"] = language ?? "en_GB.UTF-8",
            },
        };
        using var process = Process.Start(start)!;
        started?.Invoke(process);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return new Called(process.ExitCode, await output, await error);
    }

    /// <summary>As <see cref="CallAsync"/> with what every call about Contoso has, and JSON.</summary>
    internal Task<Called> ValidateAsync(params string[] more) => CallAsync([.. Organisation, "--json", .. more]);

    internal Task<Called> ProbeAsync(string password, Action<Process>? started = null) =>
        CallAsync([.. Organisation, "--json", "--probe", "--password-stdin"], password + "\n", started);

    internal static string[] Organisation => ["--org", "https://" + Contoso.OrganizationHost];

    /// <summary>The database's files, as far as they hold text. Read by another process: to close a file here would let go of SQLite's locks on it.</summary>
    internal async Task<string> StoredAsync()
    {
        using var cat = Process.Start(new ProcessStartInfo("sh", ["-c", "cat \"$0\"*", Site.DatabaseFile]) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.Latin1 })!;
        var text = await cat.StandardOutput.ReadToEndAsync();
        await cat.WaitForExitAsync();
        return text;
    }
}

internal sealed record Called(int Code, string Output, string Error)
{
    public JsonNode Json => JsonNode.Parse(Output) ?? throw new JsonException(Error);

    public string All => Output + Error;
}

/// <summary>Sits at Graph's door and remembers every secret that leaves.</summary>
internal sealed class SecretWitness : IStartupFilter
{
    private readonly ConcurrentQueue<string> seen = [];

    public Func<CancellationToken, Task>? OnSecret { get; set; }

    public IReadOnlyCollection<string> Seen => seen;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(WatchAsync);
        next(app);
    };

    private async Task WatchAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.Value?.EndsWith("/addPassword", StringComparison.Ordinal) is not true)
        {
            await next(context);
            return;
        }
        var (outside, copy) = (context.Response.Body, new MemoryStream());
        context.Response.Body = copy;
        await next(context);
        if (JsonNode.Parse(copy.ToArray())?["secretText"]?.GetValue<string>() is { } secret)
            seen.Enqueue(secret);
        if (OnSecret is { } before)
            await before(context.RequestAborted);
        context.Response.Body = outside;
        await outside.WriteAsync(copy.ToArray(), context.RequestAborted);
    }
}
