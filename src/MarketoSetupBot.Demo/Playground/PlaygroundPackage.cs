using System.Diagnostics;
using MarketoSetupBot.Demo.Processes;

namespace MarketoSetupBot.Demo.Playground;

/// <summary>Microsoft's Agents Playground, pinned by the lock file beside this and installed once per user and version.</summary>
internal static class PlaygroundPackage
{
    private const string Version = "0.2.28";
    private const int OldestNode = 20;

    private static readonly string s_shipped = Path.Combine(AppContext.BaseDirectory, "Playground");

    /// <summary>
    /// The Playground's log would record the answer to Collect. It deletes what is at this path and writes a new file there, so it must be one where neither can be done:
    /// root would lose <c>/dev/null</c> to it. Nothing can be below a file, and the Playground goes on without a log.
    /// </summary>
    private static readonly string s_noLog = Path.Combine(s_shipped, "bind-local.cjs", "no-log");

    /// <exception cref="DemoException">Node.js or npm is missing or too old, or the package cannot be installed.</exception>
    public static async Task<string> InstalledAsync(Action<string> say, CancellationToken cancellationToken)
    {
        await NodeMustBeThereAsync(cancellationToken);
        var folder = Path.Combine(CacheFolder(), "playground-" + Version);
        var cli = Path.Combine(folder, "node_modules", "@microsoft", "m365agentsplayground", "cli.js");
        var complete = Path.Combine(folder, "complete");
        if (File.Exists(complete) && File.Exists(cli)) return cli;

        say("Installing Microsoft 365 Agents Playground " + Version + " from npm (first run only) ...");
        Directory.CreateDirectory(folder);
        foreach (var file in (string[])["package.json", "package-lock.json"])
            File.Copy(Path.Combine(s_shipped, file), Path.Combine(folder, file), overwrite: true);

        var (program, arguments) = OperatingSystem.IsWindows() ? ("cmd", (string[])["/c", "npm", "ci"]) : ("npm", ["ci"]);
        var (code, output) = await RunAsync(program, [.. arguments, "--no-audit", "--no-fund"], folder, "npm is not installed; install Node.js 20 or newer with npm from https://nodejs.org and try again.", cancellationToken);
        if (code != 0)
            throw new DemoException("npm could not install the Agents Playground; check the connection to the npm registry and try again. npm said: " + LastLine(output));
        await File.WriteAllTextAsync(complete, Version, cancellationToken);
        return cli;
    }

    public static ChildStart Start(string cli, Ports ports) => new(
        "playground",
        "node",
        [
            "-r", Path.Combine(s_shipped, "bind-local.cjs"), cli, "start",
            "-e", new Uri(Ports.Url(ports.Sandbox), "relay/messages").ToString(),
            "-c", "msteams",
            "-p", ports.Playground.ToString(System.Globalization.CultureInfo.InvariantCulture),
            "--service-url", new Uri(Ports.Url(ports.Playground), "_connector").ToString(),
            "--disable-telemetry",
        ],
        new Dictionary<string, string>
        {
            ["M365_AGENTS_PLAYGROUND_CONFIG_PATH"] = Path.Combine(s_shipped, ".m365agentsplayground.yml"),
            ["M365_AGENTS_PLAYGROUND_LOGFILE"] = s_noLog,
            ["TEAMSAPPTESTER_BROWSER"] = "none",
        });

    private static async Task NodeMustBeThereAsync(CancellationToken cancellationToken)
    {
        const string Missing = "Node.js is not installed; install version 20 or newer from https://nodejs.org and try again.";
        var (code, output) = await RunAsync("node", ["--version"], AppContext.BaseDirectory, Missing, cancellationToken);
        if (code != 0) throw new DemoException(Missing);
        var text = output.Trim().TrimStart('v');
        if (!int.TryParse(text.Split('.')[0], out var major) || major < OldestNode)
            throw new DemoException($"Node.js {text} is too old; the Agents Playground needs version {OldestNode} or newer from https://nodejs.org.");
    }

    private static async Task<(int Code, string Output)> RunAsync(string program, string[] arguments, string folder, string missing, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            })!;
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output + await error);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new DemoException(missing);
        }
    }

    private static string CacheFolder()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create);
        return Path.Combine(home.Length > 0 ? home : Path.GetTempPath(), "marketo-setup-bot");
    }

    private static string LastLine(string output) =>
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "nothing";
}
