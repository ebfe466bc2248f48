using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Cards.Kit;

/// <summary>How a check is read on cards.</summary>
internal static class CheckReading
{
    public static Tone Look(this CheckState state) => state switch
    {
        CheckState.Passed => Tone.Good,
        CheckState.Warning => Tone.Warning,
        CheckState.Failed => Tone.Bad,
        _ => Tone.Neutral,
    };

    public static Prose Name(this CheckView check, Words words) => Prose.Of(Named(check.Id, words)).Bold();

    public static string Names(this IEnumerable<string> checks, Words words) => string.Join(words["List_Comma"], checks.Select(id => Named(id, words)));

    public static (string Name, string Value)[] Values(this CheckView check) => [.. (check.Finding.Values ?? new Dictionary<string, string>()).Select(v => (v.Key, v.Value))];

    /// <summary>The sentence about a tick or cross of Marketo that does not fit what we read.</summary>
    public static Prose Contradiction(this MarketoReadingView reading, Words words) =>
        words.Say("MarketoVerdict_" + reading.Verdict, ("check", words["Marketo_" + reading.Check]), ("checks", reading.Because.Names(words)));

    private static string Named(string id, Words words) => words.Has($"Check_{id}_Title") ? words[$"Check_{id}_Title"] : id;
}
