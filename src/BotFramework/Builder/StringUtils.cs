// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Security.Cryptography;
using System.Text;

namespace Microsoft.Bot.Builder;

/// <summary>Text made shorter, for names and versions.</summary>
public static class StringUtils
{
    /// <returns>The text, or its first <paramref name="length"/> characters and an ellipsis.</returns>
    public static string Ellipsis(string text, int length)
    {
        text ??= string.Empty;
        return text.Length <= length ? text : text[..length] + "...";
    }

    /// <returns>As <see cref="Ellipsis"/>, and a hash of the whole text behind it where it was cut.</returns>
    public static string EllipsisHash(string text, int length)
    {
        text ??= string.Empty;
        return text.Length <= length ? text : Ellipsis(text, length) + Hash(text);
    }

    /// <returns>SHA-256 of the text's UTF-8, in base 64.</returns>
    public static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text ?? string.Empty)));
}
