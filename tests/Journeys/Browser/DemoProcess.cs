using System.Diagnostics;
using System.Globalization;
using Tests.Shared;

namespace Journeys.Browser;

/// <summary>The demo as a user starts it, on ports of its own.</summary>
public sealed class DemoProcess : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    private static readonly string[] s_portNames = ["Playground", "Bot", "Events", "Backend", "Sandbox", "Proxy"];

    private readonly Process _process;
    private readonly TaskCompletionSource _running = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _output = [];

    private DemoProcess(int[] ports)
    {
        PlaygroundUrl = new Uri($"http://127.0.0.1:{ports[0]}");
        SandboxUrl = new Uri($"http://127.0.0.1:{ports[4]}");
        Folder = Path.Combine(Path.GetTempPath(), $"marketo-setup-bot-demo-{ports[0]}");
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [
                Path.Combine(AppContext.BaseDirectory, "MarketoSetupBot.Demo.dll"),
                .. Arguments(ports)])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
            EnableRaisingEvents = true,
        };
        _process.OutputDataReceived += (_, line) => Heard(line.Data);
        _process.ErrorDataReceived += (_, line) => Heard(line.Data);
        _process.Exited += (_, _) => _running.TrySetException(new InvalidOperationException("The demo ended: " + Output));
    }

    public Uri PlaygroundUrl { get; }

    public Uri SandboxUrl { get; }

    /// <summary>Where the demo keeps databases and logs.</summary>
    public string Folder { get; }

    public string Output
    {
        get
        {
            lock (_output) return string.Join(Environment.NewLine, _output);
        }
    }

    /// <summary>The process of a part, such as <c>backend</c>, that runs now.</summary>
    public Process Part(string name) => Process.GetProcessById(int.Parse(File.ReadAllText(Path.Combine(Folder, name + ".pid")), CultureInfo.InvariantCulture));

    /// <summary>Everything that the demo and the Playground have written: databases, logs, and whatever lies where the Playground would put a log of its own.</summary>
    public IEnumerable<string> Files() => ((string[])[Folder, "devTools", Path.Combine(AppContext.BaseDirectory, "devTools")])
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories));

    public static async Task<DemoProcess> StartAsync()
    {
        var demo = new DemoProcess([.. s_portNames.Select(_ => FreePort.Next())]);
        demo._process.Start();
        demo._process.BeginOutputReadLine();
        demo._process.BeginErrorReadLine();
        await demo._running.Task.WaitAsync(s_patience);
        return demo;
    }

    /// <summary>Asks it to stop, as Ctrl+C and a service manager do, and waits until it has.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            if (OperatingSystem.IsWindows()) _process.Kill(entireProcessTree: true);
            else using (Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)])) { }
            await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        }

        _process.Dispose();
    }

    /// <summary>The demo's arguments for a set of ports that nobody uses.</summary>
    public static IEnumerable<string> FreePortArguments() => Arguments([.. s_portNames.Select(_ => FreePort.Next())]);

    private static IEnumerable<string> Arguments(int[] ports) => s_portNames.Zip(ports, (name, port) => $"--Ports:{name}={port}");

    private void Heard(string? line)
    {
        if (line is null) return;
        lock (_output) _output.Add(line);
        if (line.Contains("Ctrl+C stops everything", StringComparison.Ordinal)) _running.TrySetResult();
    }
}
