using System.Text.RegularExpressions;

namespace MarketoSetupBot.Language;

/// <summary>Fills a sentence of the resources: <c>{name}</c> takes the value as it is, <c>{name:kind}</c> as that kind writes it (<see cref="Kinds"/>).</summary>
internal static partial class Sentence
{
    /// <summary>Filled and escaped for markdown.</summary>
    public static Prose Prose(string template, Words words, IReadOnlyDictionary<string, string>? values) =>
        Language.Prose.Trusted(Fill(template, words, values, raw => Language.Prose.Of(raw).Markdown));

    /// <summary>Filled, without the markdown of our own.</summary>
    public static string Plain(string template, Words words, IReadOnlyDictionary<string, string>? values) =>
        Fill(template.Replace("**", "", StringComparison.Ordinal), words, values, raw => raw);

    private static string Fill(string template, Words words, IReadOnlyDictionary<string, string>? values, Func<string, string> escape) =>
        Placeholder().Replace(template, match =>
        {
            var name = match.Groups["name"].Value;
            // A missing value is a gap in a sentence; a person can still read the rest.
            var value = values is not null && values.TryGetValue(name, out var found) ? found : "–";
            return escape(Kinds.Write(match.Groups["kind"].Value, value, words));
        });

    [GeneratedRegex(@"\{(?<name>[A-Za-z]+)(:(?<kind>[A-Za-z]+))?\}", RegexOptions.ExplicitCapture)]
    internal static partial Regex Placeholder();
}
