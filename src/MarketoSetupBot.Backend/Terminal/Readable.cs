using System.Globalization;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Terminal;

/// <summary>Makes what a directory holds fit for a terminal: a name with an escape sequence in it must not move the cursor, and one with a line break must not forge a line.</summary>
internal static class Readable
{
    public static Phrase Of(Phrase phrase) =>
        phrase.Values is null ? phrase : phrase with { Values = phrase.Values.ToDictionary(v => v.Key, v => Of(v.Value), StringComparer.Ordinal) };

    public static string Of(string text) => string.Concat(text.Select(c => Harmless(c) ? c : ' '));

    /// <summary>Columns that a text takes: Chinese takes two each.</summary>
    public static int Width(string text) => text.Sum(c => c >= 0x1100 ? 2 : 1);

    private static bool Harmless(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
