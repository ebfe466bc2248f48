using System.Diagnostics;
using MarketoSetupBot.Demo;
using MarketoSetupBot.Demo.Playground;
using Tests.Shared;
using Xunit;

namespace Journeys.Start;

public sealed class The_Playground
{
    [Fact]
    public async Task Writes_no_log_and_leaves_what_is_in_its_way_as_it_was()
    {
        var ports = new Ports(FreePort.Next(), 1, 2, 3, 4, 5);
        var launch = PlaygroundPackage.Start(await PlaygroundPackage.InstalledAsync(_ => { }, CancellationToken.None), ports);
        var log = launch.Environment["M365_AGENTS_PLAYGROUND_LOGFILE"];
        var inTheWay = await File.ReadAllBytesAsync(Path.GetDirectoryName(log)!);

        using var playground = Process.Start(With(launch.Environment, new ProcessStartInfo(launch.Program, launch.Arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true }))!;
        try
        {
            await AnswersAsync(new Uri(Ports.Url(ports.Playground), "_debug/ping"), playground);
        }
        finally
        {
            playground.Kill(entireProcessTree: true);
            await playground.WaitForExitAsync();
        }

        Assert.False(Path.Exists(log));
        Assert.Equal(inTheWay, await File.ReadAllBytesAsync(Path.GetDirectoryName(log)!));
    }

    private static ProcessStartInfo With(IReadOnlyDictionary<string, string> environment, ProcessStartInfo start)
    {
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return start;
    }

    private static async Task AnswersAsync(Uri ping, Process playground)
    {
        using var http = new HttpClient();
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!playground.HasExited)
        {
            try
            {
                using var answer = await http.GetAsync(ping, patience.Token);
                return;
            }
            catch (HttpRequestException)
            {
                await tick.WaitForNextTickAsync(patience.Token);
            }
        }

        throw new InvalidOperationException("The Playground ended: " + await playground.StandardError.ReadToEndAsync());
    }
}
