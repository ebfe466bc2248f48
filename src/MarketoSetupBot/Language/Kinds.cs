using System.Globalization;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Language;

/// <summary>How values are written in a language: dates, lengths, lists of roles and checks. What does not parse is shown as it came.</summary>
internal static class Kinds
{
    public static IReadOnlySet<string> All { get; } =
        new HashSet<string>(StringComparer.Ordinal) { "", "date", "time", "when", "moment", "days", "roles", "check", "checks", "effect", "step", "work" };

    public static string Write(string kind, string value, Words words) => kind switch
    {
        "date" => Instant(value, "Format_Date", words),
        "time" => Instant(value, "Format_Time", words),
        "when" => value == Phrase.Soon ? words["When_Soon"] : words.Plain("When_At", ("at", value)),
        "moment" => Instant(value, "Format_Moment", words),
        "days" => words.Plain(value == "1" ? "Days_One" : "Days_Other", ("days", value)),
        "roles" => Or(Each(value).Select(id => Named("Role_" + id, id, words)), words),
        "check" => Named($"Check_{value}_Title", value, words),
        "effect" => Named("Effect_" + value, value, words),
        "step" => Named("Step_" + value, value, words),
        "work" => Named("Work_Kind_" + value, value, words),
        "checks" => string.Join(words["List_Comma"], Each(value).Select(number => MarketoName(number, words))),
        _ => value,
    };

    /// <summary>An instant as a phrase carries it: ISO 8601 in UTC.</summary>
    public static string Iso(DateTimeOffset instant) => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static string Instant(string value, string format, Words words) =>
        DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant.ToString(words[format], words.Culture)
            : value;

    private static string Or(IEnumerable<string> items, Words words)
    {
        var all = items.ToList();
        return all.Count < 2
            ? string.Concat(all)
            : words.Plain("List_Or", ("first", string.Join(words["List_Comma"], all[..^1])), ("last", all[^1]));
    }

    private static string MarketoName(string value, Words words) =>
        Enum.TryParse<MarketoCheck>(value, ignoreCase: true, out var check) && Enum.IsDefined(check) ? words["Marketo_" + check] : value;

    private static string Named(string key, string fallback, Words words) => words.Has(key) ? words[key] : fallback;

    private static string[] Each(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
