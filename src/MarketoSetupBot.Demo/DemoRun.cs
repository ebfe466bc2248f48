using System.Runtime.InteropServices;
using MarketoSetupBot.Demo.Playground;
using MarketoSetupBot.Demo.Processes;

namespace MarketoSetupBot.Demo;

/// <summary>The demo from the first line on the terminal to the last.</summary>
internal static class DemoRun
{
    public static async Task<int> RunAsync(string[] args)
    {
        using var ending = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        try
        {
            await RunAsync(Ports.From(new ConfigurationBuilder().AddCommandLine(args).Build()), ending.Token);
            return 0;
        }
        catch (DemoException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return 1;
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            return 0;
        }

        void End(PosixSignalContext context)
        {
            context.Cancel = true;
            ending.Cancel();
        }
    }

    private static async Task RunAsync(Ports ports, CancellationToken ending)
    {
        RealCredentials.MustBeAbsent();
        ports.MustBeFree();
        var cli = await PlaygroundPackage.InstalledAsync(Say, ending);
        var folder = FreshFolder(ports);
        var launches = new Launches(ports, folder);

        await using var parts = new Parts.RunningParts(folder, Say);
        await parts.StartAsync(launches.Sandbox(), new Uri(Ports.Url(ports.Sandbox), "health"), ending);
        await parts.StartAsync(launches.Backend(), new Uri(Ports.Url(ports.Backend), "health/ready"), ending);
        await parts.StartAsync(launches.Bot(), new Uri(Ports.Url(ports.Bot), "health/ready"), ending);
        await parts.StartAsync(PlaygroundPackage.Start(cli, ports), new Uri(Ports.Url(ports.Playground), "_debug/ping"), ending);

        Banner.Show(ports, folder);
        await Task.Delay(Timeout.Infinite, ending).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        Say("Stopping ...");
    }

    /// <summary>Databases and logs of this demo. Every demo starts from nothing, as the sandbox does.</summary>
    private static string FreshFolder(Ports ports)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"marketo-setup-bot-demo-{ports.Playground}");
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        return folder;
    }

    private static void Say(string line) => Console.WriteLine(line);
}
