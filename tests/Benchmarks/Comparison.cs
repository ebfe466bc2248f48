using System.Diagnostics;
using System.Globalization;
using Benchmarks.Cloud;

namespace Benchmarks;

/// <summary>Measures the floor, echo, and the waterfall with state in memory and in SQLite in turn, so that whatever else the machine does hits all alike.</summary>
/// <param name="only">These servers, in this order; the first is what the others are compared with. Null: all.</param>
internal sealed class Comparison(FakeCloud cloud, TimeSpan perCell, string[]? only = null)
{
    private const int Rounds = 3;
    private readonly string[] servers = only ?? ["floor", "echo", "waterfall", "durable"];
    private static readonly int[] Connections = [1, 16, 64];

    /// <summary>Only the cold starts.</summary>
    public async Task StartAsync(TextWriter output)
    {
        foreach (var (server, start) in await ColdStartsAsync())
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{server}: {start.Milliseconds:F0} ms, {start.CpuMilliseconds:F0} ms of CPU"));
    }

    public async Task RunAsync(TextWriter output)
    {
        var cold = await ColdStartsAsync();
        var cells = new Dictionary<(string Server, int Connections), Cell>();
        var resident = new Dictionary<string, long>();
        var processes = new Dictionary<string, ServerProcess>();
        try
        {
            foreach (var server in servers)
            {
                processes[server] = await ServerProcess.StartAsync(server, cloud);

                // Past tiered compilation: the second tier comes after a pause without new methods.
                for (var i = 0; i < 3; i++)
                    await Load.RunAsync(processes[server], 16, TimeSpan.FromSeconds(2));
            }

            foreach (var connections in Connections)
                for (var round = 0; round < Rounds; round++)
                    foreach (var server in servers)
                        Keep(cells, (server, connections), await Load.RunAsync(processes[server], connections, perCell));
            foreach (var server in servers)
                resident[server] = (await processes[server].StatsAsync()).Resident;
        }
        finally
        {
            foreach (var process in processes.Values)
                await process.DisposeAsync();
        }

        Print(output, cells, resident, cold);
    }

    // The best of the rounds: noise of other processes only ever takes away.
    private static void Keep(Dictionary<(string, int), Cell> cells, (string, int) key, Cell cell)
    {
        if (!cells.TryGetValue(key, out var best) || cell.PerSecond > best.PerSecond) cells[key] = cell;
    }

    private void Print(TextWriter output, Dictionary<(string Server, int Connections), Cell> cells, Dictionary<string, long> resident, Dictionary<string, ColdStart> cold)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyy-MM-dd HH:mm}Z, {Environment.ProcessorCount} cores, .NET {Environment.Version}{LoadAverage()}"));
        output.WriteLine();
        output.WriteLine("| server | connections | turns/s | of the floor | CPU us/turn | kB/turn | methods compiled |");
        output.WriteLine("|---|---:|---:|---:|---:|---:|---:|");
        foreach (var connections in Connections)
        {
            foreach (var server in servers)
            {
                var cell = cells[(server, connections)];
                var ratio = cell.PerSecond / cells[(servers[0], connections)].PerSecond;
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {server} | {connections} | {cell.PerSecond:F0} | {ratio:P0} | {cell.CpuMicroseconds:F0} | {cell.Bytes / 1000:F1} | {cell.MethodsCompiled} |"));
            }
        }

        output.WriteLine();
        output.WriteLine("| server | cold start to first answer, ms | CPU of it, ms | resident after load, MB |");
        output.WriteLine("|---|---:|---:|---:|");
        foreach (var server in servers)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {server} | {cold[server].Milliseconds:F0} | {cold[server].CpuMilliseconds:F0} | {resident.GetValueOrDefault(server) / 1_000_000} |"));
    }

    // What else the machine does is part of every number: the averages of 1, 5 and 15 minutes, this program's own load included.
    private static string LoadAverage() =>
        File.Exists("/proc/loadavg") ? $", load {string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3])}" : "";

    private async Task<Dictionary<string, ColdStart>> ColdStartsAsync()
    {
        var best = new Dictionary<string, ColdStart>();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var server in servers)
            {
                var watch = Stopwatch.StartNew();
                await using var process = await ServerProcess.StartAsync(server, cloud);
                await Load.OneAsync(process);
                var start = new ColdStart(watch.Elapsed.TotalMilliseconds, (await process.StatsAsync()).CpuMicroseconds / 1000);
                if (!best.TryGetValue(server, out var fastest) || start.Milliseconds < fastest.Milliseconds) best[server] = start;
            }
        }

        return best;
    }
}

/// <param name="PerSecond">Turns per second.</param>
/// <param name="CpuMicroseconds">Of the server process, per turn.</param>
/// <param name="Bytes">Allocated by the server process, per turn.</param>
/// <param name="MethodsCompiled">By the server process during the cell.</param>
internal sealed record Cell(double PerSecond, double CpuMicroseconds, double Bytes, long MethodsCompiled);

/// <param name="Milliseconds">From the start of the process to the first answer: runtime, host, signing keys, the bot's token, the turn.</param>
/// <param name="CpuMilliseconds">Of the server process, the look at its statistics included.</param>
internal sealed record ColdStart(double Milliseconds, double CpuMilliseconds);
