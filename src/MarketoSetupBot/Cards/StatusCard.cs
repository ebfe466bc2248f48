using System.Globalization;
using AdaptiveCards;
using MarketoSetupBot.Cards.Kit;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Cards;

/// <summary>Where the runs stand, newest first as given.</summary>
internal static class StatusCard
{
    private const int Shown = 5;

    public static AdaptiveCard For(IReadOnlyList<RunView> runs, CultureInfo culture, HaltView? halt = null) => For(runs, [], default, culture, halt);

    /// <param name="checks">The last validation of each connection that had one.</param>
    /// <param name="now">What their age is counted to.</param>
    public static AdaptiveCard For(
        IReadOnlyList<RunView> runs, IReadOnlyList<ValidationView> checks, DateTimeOffset now, CultureInfo culture, HaltView? halt = null)
    {
        var words = Words.For(culture);
        var sheet = new Sheet(words, Tone.Working, words.Say("Status_Title"));
        if (halt is not null)
            sheet.Note(Tone.Bad, HaltCard.Remark(halt, words));
        if (runs.Count == 0)
            return sheet.Say(words.Say("Status_None")).With(Press.Primary(words, Verbs.Begin));

        foreach (var run in runs.Take(Shown))
            sheet.Run(run, words, [.. checks.Where(c => c.ConnectionId == run.ConnectionId).Select(c => Checked(c, now, words))]);
        if (runs.Count > Shown)
            sheet.Hint(words.Say("Status_More", ("count", $"{runs.Count - Shown}")));
        return sheet.With(Press.Button(words, Verbs.Validate), Press.Button(words, Verbs.Begin, title: words["Begin_Title"]));
    }

    private static Prose Checked(ValidationView check, DateTimeOffset now, Words words) => words.Say(
        "Status_Checked",
        ("ago", Ago(now - check.At, words)),
        ("failed", $"{check.Checks.Count(c => c.State is CheckState.Failed)}"),
        ("warnings", $"{check.Checks.Count(c => c.State is CheckState.Warning)}"));

    private static string Ago(TimeSpan age, Words words) => age switch
    {
        { TotalHours: < 1 } => words["Ago_Moments"],
        { TotalHours: < 2 } => words["Ago_Hour"],
        { TotalHours: < 48 } => words.Plain("Ago_Hours", ("hours", $"{(int)age.TotalHours}")),
        _ => words.Plain("Ago_Days", ("days", $"{(int)age.TotalDays}")),
    };
}
