// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Collections.Frozen;
using System.Globalization;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Small numbers as people answer a list with: "2", "two", "the second one", "last", "第二个".</summary>
/// <param name="Value">From 1; -1 is the last.</param>
internal readonly record struct SpokenNumber(int Value, bool IsOrdinal)
{
    private static readonly FrozenDictionary<string, SpokenNumber> English = Words(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"],
        "last");

    private static readonly FrozenDictionary<string, SpokenNumber> German = Words(
        ["eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn"],
        ["erste", "zweite", "dritte", "vierte", "fünfte", "sechste", "siebte", "achte", "neunte", "zehnte"],
        "letzte");

    private const string ChineseDigits = "一二三四五六七八九十";

    public static List<ModelResult<SpokenNumber>> In(string utterance, string locale)
    {
        var words = locale is not null && locale.StartsWith("de", StringComparison.OrdinalIgnoreCase) ? German : English;
        var tokens = Tokenizer.DefaultTokenizer(utterance);
        var found = new List<ModelResult<SpokenNumber>>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (Read(tokens, i, words) is not { } number) continue;
            found.Add(new ModelResult<SpokenNumber> { Start = tokens[i].Start, End = tokens[i].End, Text = tokens[i].Text, TypeName = "number", Resolution = number });
        }

        return found;
    }

    private static SpokenNumber? Read(List<Token> tokens, int index, FrozenDictionary<string, SpokenNumber> words)
    {
        var token = tokens[index];
        var afterOrdinalSign = index > 0 && tokens[index - 1].Text == "第";
        if (words.TryGetValue(token.Normalized, out var word)) return word;
        if (token.Text.Length == 1 && ChineseDigits.IndexOf(token.Text[0], StringComparison.Ordinal) is >= 0 and var digit) return new(digit + 1, afterOrdinalSign);
        if (int.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return new(number, afterOrdinalSign);
        return token.Normalized.Length > 2
            && token.Normalized[^2..] is "st" or "nd" or "rd" or "th"
            && int.TryParse(token.Normalized[..^2], NumberStyles.None, CultureInfo.InvariantCulture, out number)
                ? new(number, true)
                : null;
    }

    private static FrozenDictionary<string, SpokenNumber> Words(string[] cardinals, string[] ordinals, string last) =>
        cardinals.Select((word, i) => (word, new SpokenNumber(i + 1, false)))
            .Concat(ordinals.Select((word, i) => (word, new SpokenNumber(i + 1, true))))
            .Append((last, new SpokenNumber(-1, true)))
            .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2);
}
