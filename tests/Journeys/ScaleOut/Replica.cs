using System.Diagnostics;
using Tests.Shared;

namespace Journeys.ScaleOut;

/// <summary>One of several equal processes of a service: the demo's own program, which runs the product's code and reroutes to the sandbox.</summary>
internal sealed class Replica(string name, string service, IReadOnlyDictionary<string, string> settings, string folder) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly StreamWriter log = new(new FileStream(Path.Combine(folder, name + ".log"), FileMode.Create, FileAccess.Write, FileShare.Read)) { AutoFlush = true };
    private Process? process;

    public Uri Url { get; } = FreeUrl();

    public string LogFile => Path.Combine(folder, name + ".log");

    /// <summary>Starts it and waits until it says that it is ready.</summary>
    public async Task StartAsync()
    {
        process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "MarketoSetupBot.Demo.dll"), service])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        process.StartInfo.Environment["DOTNET_ENVIRONMENT"] = "Production";
        process.StartInfo.Environment["Urls"] = Url.ToString();
        foreach (var (key, value) in settings) process.StartInfo.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await ReadyAsync();
    }

    /// <summary>As <c>kill -9</c>: nothing is finished, nothing is said.</summary>
    public async Task KillAsync()
    {
        if (process is null) return;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        await log.DisposeAsync();
    }

    /// <summary>An address on loopback that nobody listens on now.</summary>
    public static Uri FreeUrl() => new($"http://127.0.0.1:{FreePort.Next()}/");

    private async Task ReadyAsync()
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        using var patience = new CancellationTokenSource(Patience);
        using var pause = new PeriodicTimer(Pause);
        while (await pause.WaitForNextTickAsync(patience.Token))
        {
            if (process!.HasExited) throw new InvalidOperationException($"{name} ended: {await File.ReadAllTextAsync(LogFile, patience.Token)}");
            try
            {
                using var answer = await client.GetAsync(new Uri(Url, "health/ready"), patience.Token);
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Does not listen yet.
            }
        }
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        lock (log) log.WriteLine(line);
    }
}
