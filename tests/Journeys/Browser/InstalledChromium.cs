using System.Diagnostics;

namespace Journeys.Browser;

/// <summary>The Chromium that the browser tests drive: the one of the machine, or Debian's package where this user may install it.</summary>
internal static class InstalledChromium
{
    private static readonly string[] s_names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <exception cref="InvalidOperationException">None is there and none may be installed.</exception>
    public static string Path()
    {
        if (Find() is { } found) return found;
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess)
        {
            Run("apt-get", "update -qq");
            Run("apt-get", "install -y -qq chromium");
        }

        return Find() ?? throw new InvalidOperationException("The browser tests need Chromium: install it (on Debian: apt-get install chromium) and run them again.");
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(System.IO.Path.PathSeparator)
        .SelectMany(folder => s_names.Select(name => System.IO.Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    private static void Run(string program, string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true });
        process?.WaitForExit();
    }
}
