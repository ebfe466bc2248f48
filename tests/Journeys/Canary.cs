using System.Text;

namespace Journeys;

/// <summary>Looks for a secret where none may be. Files may be open in another process.</summary>
internal static class Canary
{
    public static bool IsIn(string file, string secret)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) >= 0;
    }
}
