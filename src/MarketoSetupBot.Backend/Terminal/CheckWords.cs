using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Backend.Terminal;

/// <summary>A finding in words: what it means and what to do. The same sentences as on the cards.</summary>
/// <param name="Meaning">Null: it speaks for itself.</param>
/// <param name="Steps">In order.</param>
internal sealed record CheckWords(string Text, string? Meaning, IReadOnlyList<string> Steps)
{
    /// <param name="good">Nothing needs to be done, whatever could be said.</param>
    public static CheckWords Of(Phrase finding, bool good, Words words)
    {
        var safe = Readable.Of(finding);
        (string, string)[] values = [.. (safe.Values ?? new Dictionary<string, string>()).Select(v => (v.Key, v.Value))];
        string? Said(string kind) => !good && words.Has(kind + finding.Code) ? words.Plain(kind + finding.Code, values) : null;
        return new CheckWords(
            words.Plain(safe), Said("Meaning_"), Said("Remedy_")?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? []);
    }

    public static CheckWords Of(CheckView check, Words words) => Of(check.Finding, check.State is CheckState.Passed, words);

    public static string TitleOf(CheckView check, Words words) => words.Has($"Check_{check.Id}_Title") ? words[$"Check_{check.Id}_Title"] : check.Id;
}
