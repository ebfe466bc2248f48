// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Cuts text into words.</summary>
public delegate List<Token> TokenizerFunction(string text, string locale = null);

/// <summary>A word and where it stands.</summary>
public class Token
{
    [JsonProperty("start")]
    public int Start { get; set; }

    /// <summary>Inclusive.</summary>
    [JsonProperty("end")]
    public int End { get; set; }

    [JsonProperty("text")]
    public string Text { get; set; }

    /// <summary>In small letters.</summary>
    [JsonProperty("normalized")]
    public string Normalized { get; set; }
}

/// <summary>Cuts where no other tokenizer is set.</summary>
public class Tokenizer
{
    public static TokenizerFunction DefaultTokenizer => DefaultTokenizerImpl;

    /// <summary>Words are letters and digits; a character of a script without spaces, or an emoji, is a word of its own.</summary>
    [SuppressMessage("Naming", "CA1711", Justification = "The official name.")]
    public static List<Token> DefaultTokenizerImpl(string text, string locale = null)
    {
        var tokens = new List<Token>();
        if (string.IsNullOrEmpty(text)) return tokens;
        var start = -1;
        var position = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (StandsAlone(rune))
            {
                End(position);
                Add(position, position + rune.Utf16SequenceLength);
            }
            else if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark || rune.Value is '_')
            {
                if (start < 0) start = position;
            }
            else
            {
                End(position);
            }

            position += rune.Utf16SequenceLength;
        }

        End(position);
        return tokens;

        void End(int end)
        {
            if (start >= 0) Add(start, end);
            start = -1;
        }

        void Add(int from, int to)
        {
            var word = text[from..to];
            tokens.Add(new Token { Start = from, End = to - 1, Text = word, Normalized = word.ToLowerInvariant() });
        }
    }

    private static bool StandsAlone(Rune rune) =>
        rune.Value is (>= 0x2E80 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF)
        || (rune.Value > 0xFFFF && Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol);
}
