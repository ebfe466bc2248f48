using System.Diagnostics;
using System.Globalization;

namespace MarketoSetupBot.Demo.Processes;

/// <summary>How a part is started: program, arguments, what its environment says beyond ours.</summary>
internal sealed record ChildStart(string Name, string Program, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment);

/// <summary>A part of the demo as a process: its output goes to a log file, it is started again when it dies, and it ends with us.</summary>
internal sealed class Child(ChildStart start, string folder, Action<string> say) : IAsyncDisposable
{
    private static readonly TimeSpan s_pauseBeforeRestart = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_patienceAtTheEnd = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _ending = new();
    private Process? _process;
    private Task? _supervision;

    public string Name => start.Name;

    public bool IsRunning => _process is { HasExited: false };

    public string LogFile { get; } = Path.Combine(folder, start.Name + ".log");

    /// <summary>Holds the process id, for whoever wants to see what happens when the part is killed.</summary>
    public string ProcessIdFile { get; } = Path.Combine(folder, start.Name + ".pid");

    public void Start()
    {
        _process = Launch();
        _supervision = SuperviseAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        if (_process is { } process)
        {
            using var patience = new CancellationTokenSource(s_patienceAtTheEnd);
            try
            {
                process.StandardInput.Close();
                await process.WaitForExitAsync(patience.Token);
            }
            catch (Exception error) when (error is OperationCanceledException or IOException or InvalidOperationException)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        if (_supervision is not null) await _supervision;
        _process?.Dispose();
        _ending.Dispose();
    }

    /// <summary>A part that is killed comes back, as it would under any service manager: the run goes on where it was.</summary>
    private async Task SuperviseAsync()
    {
        while (!_ending.IsCancellationRequested)
        {
            await _process!.WaitForExitAsync(CancellationToken.None);
            if (await IsEndingAsync()) return;
            say($"The {start.Name} ended with exit code {_process.ExitCode}; starting it again. Its log: {LogFile}");
            _process.Dispose();
            _process = Launch();
        }
    }

    private async Task<bool> IsEndingAsync()
    {
        try
        {
            await Task.Delay(s_pauseBeforeRestart, _ending.Token);
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }

    private Process Launch()
    {
        var info = new ProcessStartInfo(start.Program, start.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in start.Environment) info.Environment[name] = value;

        var process = Process.Start(info) ?? throw new DemoException($"The {start.Name} could not be started.");
        File.WriteAllText(ProcessIdFile, process.Id.ToString(CultureInfo.InvariantCulture));
        _ = CopyAsync(process.StandardOutput);
        _ = CopyAsync(process.StandardError);
        return process;
    }

    private async Task CopyAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
            lock (start)
                File.AppendAllText(LogFile, line + Environment.NewLine);
    }
}
