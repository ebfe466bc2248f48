using System.Text;
using Journeys.TeamsClient;

namespace Journeys;

/// <summary>
/// Looks for a secret where none may be. The canaries are what Entra made and handed out in this very run, random each time, so that nothing that an earlier
/// run left behind is found and nothing can be left out by its value.
/// </summary>
internal static class Canary
{
    /// <summary>As it is, and as it would look where somebody packed it.</summary>
    public static string[] Forms(string secret)
    {
        var utf8 = Encoding.UTF8.GetBytes(secret);
        var utf16 = Encoding.Unicode.GetBytes(secret);
        return
        [
            secret, Uri.EscapeDataString(secret), Base64(utf8), Base64(utf16), Convert.ToHexString(utf8), Convert.ToHexStringLower(utf8), Convert.ToHexStringLower(utf16),
            string.Join('\0', secret.AsEnumerable()), new([.. secret.Reverse()]),
        ];
    }

    public static bool IsIn(string text, params string[] secrets) => secrets.SelectMany(Forms).Any(form => text.Contains(form, StringComparison.Ordinal));

    /// <summary>Every file, each byte a letter. They may be open in another process.</summary>
    public static bool IsInFile(string file, params string[] secrets) => IsIn(TextOf(file), secrets);

    public static string TextOf(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    /// <summary>What the card of a collected secret shows. Secrets of Entra are a line of 40 characters; a client id has 36.</summary>
    public static string ShownBy(CardView card) =>
        card.Text.Split('\n').FirstOrDefault(line => line.Length == 40 && line.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '~' or '-'))
        ?? throw new InvalidOperationException("No secret on the card:\n" + card.Text);

    /// <summary>Three bytes are four letters: the last letters depend on what follows.</summary>
    private static string Base64(byte[] bytes) => Convert.ToBase64String(bytes[..(bytes.Length / 3 * 3)]);
}
