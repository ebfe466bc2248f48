using System.Diagnostics;
using MarketoSetupBot.Backend.Database;

namespace MarketoSetupBot.Backend.Tests.Crash;

/// <summary>The real backend as a process of its own, to be killed. It knows nothing of the sandbox but a proxy and a root to trust.</summary>
internal sealed class BackendProcess : IDisposable
{
    private static readonly string Program = typeof(BackendContext).Assembly.Location;

    private readonly Process _process;
    private readonly Task<string> _errors;

    private BackendProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
        // Read, or a full pipe would hold the process up.
        _ = process.StandardOutput.ReadToEndAsync();
    }

    public static async Task<BackendProcess> StartAsync(Uri url, IEnumerable<string> settings, string proxy, string root)
    {
        var start = new ProcessStartInfo("dotnet", [Program, $"--urls={url}", "--Logging:LogLevel:Default=Warning", .. settings])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(Program)!,
            Environment =
            {
                ["HTTPS_PROXY"] = proxy,
                ["NO_PROXY"] = "127.0.0.1",
                ["SSL_CERT_FILE"] = root,
                ["SSL_CERT_DIR"] = "/nonexistent",
                ["DOTNET_TieredPGO"] = "0",
            },
        };
        var backend = new BackendProcess(Process.Start(start)!);
        await backend.ReadyAsync(url);
        return backend;
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public void Kill() => _process.Kill();

    public Task GoneAsync() => _process.WaitForExitAsync();

    public bool IsGone => _process.HasExited;

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>Kestrel listens; a process that is killed while it starts counts as started.</summary>
    private async Task ReadyAsync(Uri url)
    {
        using var http = new HttpClient();
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var started = Stopwatch.GetTimestamp();
        while (!_process.HasExited)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(url, "/health/live"));
                return;
            }
            catch (HttpRequestException) when (Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(60))
            {
                await tick.WaitForNextTickAsync();
            }
        }
        if (_process.ExitCode is not 137)
            throw new InvalidOperationException("The backend did not start: " + await _errors);
    }
}
