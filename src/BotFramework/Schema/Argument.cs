using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Microsoft.Bot;

/// <summary>Checks whose exception is the one that the original throws: an empty text is refused as an absent one is.</summary>
internal static class Argument
{
    /// <exception cref="ArgumentNullException">The text is null, empty or blank.</exception>
    public static void MustSay([NotNull] string? text, [CallerArgumentExpression(nameof(text))] string? name = null)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new ArgumentNullException(name);
    }
}
