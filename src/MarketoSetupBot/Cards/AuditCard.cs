using System.Globalization;
using AdaptiveCards;
using MarketoSetupBot.Cards.Kit;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Cards;

/// <summary>The last lines of the audit. Only ever the answer to a click: nobody but the person who pressed sees it.</summary>
internal static class AuditCard
{
    private const int Shown = 12;
    private const string Refused = "refused:";

    public static AdaptiveCard Ask(CultureInfo culture)
    {
        var words = Words.For(culture);
        return new Sheet(words, Tone.Neutral, words.Say("Audit_Title")).Say(words.Say("Audit_AskText")).With(Press.Primary(words, Verbs.Audit));
    }

    public static AdaptiveCard For(AuditView audit, CultureInfo culture)
    {
        var words = Words.For(culture);
        var sheet = new Sheet(words, Tone.Neutral, words.Say("Audit_Title")).Hint(words.Say("Audit_OnlyYou"));
        foreach (var line in audit.Lines.Take(Shown))
            sheet.Line(Look(line), Prose.Of(What(line, words)), "", Below(line, words));
        return sheet.With(Press.Button(words, Verbs.Audit, title: words["Audit_Again"]));
    }

    private static IReadOnlyList<Prose> Below(AuditLineView line, Words words) =>
    [
        words.Say("Audit_Line", ("by", Who(line, words)), ("at", Kinds.Iso(line.At)), ("outcome", AuditWords.Outcome(line.Outcome, words) ?? Short(line.Outcome))),
        .. line.RequestId is { } request ? (Prose[])[words.Say("Audit_Request", ("request", request))] : [],
    ];

    private static string Who(AuditLineView line, Words words) => line.ActorName ?? (line.Actor == "backend" ? words["Product"] : line.Actor);

    private static string What(AuditLineView line, Words words) => AuditWords.Act(line.Act, words) ?? Short(line.Act);

    private static Tone Look(AuditLineView line) =>
        line.Outcome.StartsWith(Refused, StringComparison.Ordinal) ? Tone.Warning : line.RequestId is null ? Tone.Neutral : Tone.Working;

    private static string Short(string text) => text.Length <= 100 ? text : text[..100] + "…";
}
