using System.Globalization;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Backend.Terminal;

/// <summary>The result as a table for eyes: a line per check, and below it what it rests on and what to do.</summary>
internal sealed class ReportText(Words words)
{
    private const string Indent = "    ";

    public async Task WriteChecksAsync(TextWriter output, Report report)
    {
        await output.WriteLineAsync($"{report.Connection.OrganisationHost}  {Moment(report.At)}");
        var states = Enum.GetValues<CheckState>().Max(s => Readable.Width(words["CheckState_" + s]));
        var titles = report.Checks.Select(c => Readable.Width(CheckWords.TitleOf(c, words))).DefaultIfEmpty().Max();
        foreach (var group in report.Checks.GroupBy(c => CheckIds.GroupOf(c.Id)))
        {
            await output.WriteLineAsync();
            if (group.Key is { } known)
                await output.WriteLineAsync($"== {words["CheckGroup_" + known]} ==");
            foreach (var check in group)
            {
                var said = CheckWords.Of(check, words);
                await output.WriteLineAsync($"{Padded(words["CheckState_" + check.State], states)}  {Padded(CheckWords.TitleOf(check, words), titles)}  {said.Text}");
                foreach (var line in Below(check, said))
                    await output.WriteLineAsync(Indent + line);
            }
        }
    }

    public async Task WriteEndAsync(TextWriter output, Report report)
    {
        await output.WriteLineAsync();
        if (report.Probe is { } probe)
        {
            foreach (var line in Probe(probe))
                await output.WriteLineAsync(line);
            await output.WriteLineAsync();
        }
        await output.WriteLineAsync(words.Plain("Terminal_Summary",
            ("all", Number(report.Checks.Count)), ("good", Number(report.Count(CheckState.Passed))), ("warnings", Number(report.Count(CheckState.Warning))),
            ("broken", Number(report.Count(CheckState.Failed))), ("open", Number(report.Count(CheckState.NotChecked)))));
    }

    private IEnumerable<string> Below(CheckView check, CheckWords said)
    {
        foreach (var line in Advice(said))
            yield return line;
        if (check.State is not CheckState.Passed && check.Roles.Count > 0)
            yield return words.Plain("Validation_WhoCan", ("roles", string.Join(',', check.Roles)));
        if (check is { Repair: not null, State: CheckState.Failed or CheckState.Warning })
            yield return words["Terminal_BotCanFix"];
        foreach (var detail in check.Details)
            yield return "· " + words.Plain(Readable.Of(detail));
        foreach (var seen in check.Evidence)
            yield return words.Plain("Validation_Evidence", ("says", words.Plain(Readable.Of(seen.Says))), ("source", seen.Source), ("at", Kinds.Iso(seen.At)));
        if (check.State is not CheckState.Passed && check.Portal is { } portal)
            yield return Labelled(words["Link_Portal"], portal.AbsoluteUri);
    }

    private IEnumerable<string> Probe(ProbeResult probe)
    {
        var said = CheckWords.Of(probe.Says, probe.Outcome is ProbeOutcome.SignedIn, words);
        yield return $"== {words["Terminal_Probe"]} ==";
        yield return $"{words["Terminal_Probe_" + probe.Outcome]}  {said.Text}";
        if (probe.Outcome is ProbeOutcome.Refused)
            yield return Indent + words["Terminal_ProbeTyped"];
        foreach (var line in Advice(said))
            yield return Indent + line;
        if (probe.Portal is { } portal)
            yield return Indent + Labelled(words["Link_Portal"], portal.AbsoluteUri);
        if (probe.At != default)
            yield return Indent + words[probe.SecretRemoved ? "Terminal_SecretRemoved" : "Terminal_SecretStays"];
    }

    private IEnumerable<string> Advice(CheckWords said)
    {
        if (said.Meaning is { } meaning)
            yield return Labelled(words["Label_Meaning"], meaning);
        if (said.Steps is [var only])
        {
            yield return Labelled(words["Label_Remedy"], only);
        }
        else if (said.Steps.Count > 1)
        {
            yield return Labelled(words["Label_Remedy"], "");
            foreach (var (n, step) in said.Steps.Index())
                yield return $"  {n + 1}) {step}";
        }
    }

    private string Labelled(string label, string text) => $"{words.Plain("Text_Label", ("label", label))} {text}".TrimEnd();

    private string Moment(DateTimeOffset at) => Kinds.Write("moment", Kinds.Iso(at), words);

    private static string Padded(string text, int width) => text + new string(' ', Math.Max(0, width - Readable.Width(text)));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
