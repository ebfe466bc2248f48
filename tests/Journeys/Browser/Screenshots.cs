using System.Runtime.CompilerServices;

namespace Journeys.Browser;

/// <summary>Where the pictures of the README lie: the browser journey keeps them current.</summary>
internal static class Screenshots
{
    public static string PathOf(string name) => Path.Combine(Folder(), name + ".png");

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "images"));
}
