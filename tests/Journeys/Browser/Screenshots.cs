using System.Runtime.CompilerServices;

namespace Journeys.Browser;

/// <summary>
/// Where the pictures of the browser journeys go: beside the tests' binaries. Those of the README are written only where <c>UPDATE_PICTURES</c> is set, because
/// they differ a little with every run, and a test that changes tracked files is in the way of whoever runs it.
/// </summary>
internal static class Screenshots
{
    private const string Update = "UPDATE_PICTURES";

    public static string PathOf(string name) => Path.Combine(
        Environment.GetEnvironmentVariable(Update) is { Length: > 0 } ? OfTheReadme() : Path.Combine(AppContext.BaseDirectory, "pictures"), name + ".png");

    private static string OfTheReadme([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "images"));
}
