using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;

namespace MarketoSetupBot.Backend.Terminal;

/// <summary>The result for programs: stable codes and ids, each with its words beside it.</summary>
internal static class ReportJson
{
    private static readonly JsonSerializerOptions Options = Wire.Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // Chinese stays Chinese; control characters are escaped all the same.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });

    public static async Task WriteAsync(TextWriter output, Report report, Words words) =>
        await output.WriteLineAsync(JsonSerializer.Serialize(
            new ReportDocument
            {
                Organisation = report.Connection.OrganisationHost,
                Connection = report.Connection.Id,
                At = report.At,
                ExitCode = report.ExitCode,
                Counts = new(report.Count(CheckState.Passed), report.Count(CheckState.Warning), report.Count(CheckState.Failed), report.Count(CheckState.NotChecked)),
                Checks = [.. report.Checks.Select(check => Of(check, words))],
                Probe = report.Probe is { } probe ? Of(probe, words) : null,
            }, Options));

    private static CheckDocument Of(CheckView check, Words words)
    {
        var said = CheckWords.Of(check, words);
        return new CheckDocument
        {
            Id = check.Id,
            Group = CheckIds.GroupOf(check.Id),
            Title = CheckWords.TitleOf(check, words),
            State = check.State,
            Finding = Of(check.Finding, said.Text),
            Meaning = said.Meaning,
            Remedy = said.Steps,
            WhoCan = check.State is CheckState.Passed ? [] : [.. check.Roles.Select(role => words.Has("Role_" + role) ? words["Role_" + role] : role)],
            Repair = check.Repair,
            Portal = check.Portal,
            Evidence = [.. check.Evidence.Select(e => new EvidenceDocument(words.Plain(Readable.Of(e.Says)), e.Source, e.At))],
            Details = [.. check.Details.Select(d => Of(d, words.Plain(Readable.Of(d))))],
        };
    }

    private static ProbeDocument Of(ProbeResult probe, Words words)
    {
        var said = CheckWords.Of(probe.Says, probe.Outcome is ProbeOutcome.SignedIn, words);
        return new ProbeDocument(probe.Outcome, probe.User, probe.Code?.Number, Of(probe.Says, said.Text), said.Meaning, said.Steps, probe.Portal, probe.SecretRemoved);
    }

    private static FindingDocument Of(Phrase phrase, string text) => new(phrase.Code, text, phrase.Values);
}
