using System.Data.Common;
using System.Text;
using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Language;
using Microsoft.EntityFrameworkCore;

namespace MarketoSetupBot.Backend.Terminal;

/// <summary>The terminal face: <c>validate --org URL [--json] [--probe]</c>, with the settings of the backend whose connections it looks at.</summary>
internal static class ValidateCommand
{
    public const string Word = "validate";

    /// <returns>One of <see cref="ExitCode"/>.</returns>
    /// <exception cref="SettingsException">A setting is missing or wrong.</exception>
    public static async Task<int> RunAsync(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var words = Words.For(ValidateOptions.CultureOf(args));
        if (args is ["--help" or "-h", ..])
        {
            await Console.Out.WriteLineAsync(words["Terminal_Usage"]);
            return ExitCode.Good;
        }
        if (args.Any(a => a.StartsWith("--password", StringComparison.OrdinalIgnoreCase) && a != "--password-stdin"))
            return await ComplainAsync(words["Terminal_PasswordArgument"]);
        if (ValidateOptions.Read(args) is not { } options)
            return await ComplainAsync(words["Terminal_Usage"]);
        if (options is { Probe: true, PasswordFromInput: false } && Console.IsInputRedirected)
            return await ComplainAsync(words["Terminal_NoKeyboard"]);
        if (DynamicsHosts.Read(options.Organisation) is not { Url: { } url })
            return await ComplainAsync(words["Terminal_NotAnAddress"]);
        using var interruption = new Interruption();
        try
        {
            return await RunAsync(options, new Uri(url).Host, words, interruption.Token);
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            return await ComplainAsync(words["Terminal_Interrupted"]);
        }
        catch (Exception e) when (e is DbException or DbUpdateException or InvalidOperationException { InnerException: DbException })
        {
            return await ComplainAsync(words["Terminal_Database"]);
        }
    }

    private static async Task<int> RunAsync(ValidateOptions options, string host, Words words, CancellationToken cancellationToken)
    {
        await using var app = BackendHost.Build([.. options.Settings], builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddTerminal();
        });
        // Its lines go into the chain of the backend: not with another key.
        await ActivatorUtilities.CreateInstance<AuditStart>(app.Services).StartAsync(cancellationToken);
        using var trace = Trace.Continue("terminal", traceParent: null);
        var operatorId = AuditEntry.Operator + Environment.UserName;

        var look = app.Services.GetRequiredService<Look>();
        if (await look.FindAsync(host, cancellationToken) is not { } connection)
            return await ComplainAsync(words.Plain("Terminal_NothingThere", ("host", host)));
        var at = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var checks = await look.ValidateAsync(connection, operatorId, cancellationToken);
        var report = new Report(connection, at, checks, Probe: null);
        if (!options.Json)
            await new ReportText(words).WriteChecksAsync(Console.Out, report);
        if (options.Probe)
            report = report with { Probe = await ProbeAsync(app.Services, connection, options, operatorId, words, cancellationToken) };
        await (options.Json ? ReportJson.WriteAsync(Console.Out, report, words) : new ReportText(words).WriteEndAsync(Console.Out, report));
        return report.ExitCode;
    }

    private static async Task<ProbeResult> ProbeAsync(
        IServiceProvider services, Connection connection, ValidateOptions options, string operatorId, Words words, CancellationToken cancellationToken)
    {
        if (Probe.WhyNot(connection) is { } why)
            return Probe.NotMade(connection, why);
        var password = options.PasswordFromInput
            ? await PasswordPrompt.FromInputAsync(cancellationToken)
            : PasswordPrompt.FromKeyboard(words.Plain(Readable.Of(new Phrase(PhraseCodes.ProbeAsksPassword, ("user", connection.SyncUser!)))));
        return password is null
            ? Probe.NotMade(connection, new Phrase(PhraseCodes.ProbeNoPassword))
            : await services.GetRequiredService<Probe>().RunAsync(connection, password, operatorId, cancellationToken);
    }

    private static async Task<int> ComplainAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return ExitCode.Unknown;
    }
}
