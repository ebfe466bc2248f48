using System.Globalization;
using MarketoSetupBot.Backend.Settings;

namespace MarketoSetupBot.Backend.Audit;

/// <summary>The terminal face: <c>audit verify</c> and <c>audit export --format ndjson|csv</c>, with the settings of the backend whose audit it is.</summary>
public static class AuditCommand
{
    public const string Word = "audit";

    private const int Intact = 0, Broken = 1, Misused = 2;

    /// <returns>The exit code: 0 intact or exported, 1 the audit was tampered with, 2 not understood.</returns>
    /// <exception cref="SettingsException">A setting is missing or wrong.</exception>
    public static async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancellationToken = default)
    {
        var settings = args.Skip(1).ToArray();
        await using var app = BackendHost.Build(settings, builder => builder.Logging.ClearProviders());
        switch (args.FirstOrDefault())
        {
            case "verify":
                return await VerifyAsync(app.Services.GetRequiredService<AuditVerification>(), output, cancellationToken);
            case "export" when Enum.TryParse<AuditFormat>(app.Configuration["format"] ?? nameof(AuditFormat.Ndjson), ignoreCase: true, out var format):
                await output.FlushAsync(cancellationToken);
                await using (var target = new TextStream(output))
                    await app.Services.GetRequiredService<AuditExport>().WriteAsync(target, format, cancellationToken);
                return Intact;
            default:
                await output.WriteLineAsync("audit verify | audit export --format ndjson|csv");
                return Misused;
        }
    }

    private static async Task<int> VerifyAsync(AuditVerification verification, TextWriter output, CancellationToken cancellationToken)
    {
        var verdict = await verification.VerifyAsync(cancellationToken);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{verdict.Lines} lines, {verdict.Anchors} anchors, {verdict.Unsealed} lines from before the chain."));
        if (!verdict.IsOfThisKey)
            await output.WriteLineAsync("This audit was made with another key.");
        foreach (var finding in verdict.Findings)
            await output.WriteLineAsync(Say(finding));
        await output.WriteLineAsync(verdict.Intact ? "Intact." : "NOT intact.");
        return verdict.Intact ? Intact : Broken;
    }

    private static string Say(AuditFinding finding)
    {
        var line = finding.Number.ToString(CultureInfo.InvariantCulture);
        return finding.Fault switch
        {
            AuditFault.Altered => $"Line {line} was edited or moved.",
            AuditFault.Removed => $"Line {line} was removed.",
            AuditFault.Inserted => "A line without number was put in after the chain had begun.",
            AuditFault.CutOff => $"The end was cut off from line {line} on.",
            _ => $"Line {line} is not the one that was anchored: the chain was made anew.",
        };
    }
}
