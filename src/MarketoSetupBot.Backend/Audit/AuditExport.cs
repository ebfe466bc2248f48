using System.Globalization;
using System.Text;
using System.Text.Json;
using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Contracts;
using Microsoft.EntityFrameworkCore;

namespace MarketoSetupBot.Backend.Audit;

public enum AuditFormat { Ndjson, Csv }

/// <summary>The whole audit, oldest first, a line at a time; an anchor is dropped first, so that what is taken away can be compared later.</summary>
public sealed class AuditExport(Ledger ledger, AuditAnchors anchors)
{
    private static readonly string[] Columns = ["number", "id", "at", "actor", "act", "target", "outcome", "traceId", "requestId", "runVersion", "seal"];

    public static string TypeOf(AuditFormat format) => format is AuditFormat.Csv ? "text/csv; charset=utf-8" : "application/x-ndjson; charset=utf-8";

    public async Task WriteAsync(Stream target, AuditFormat format, CancellationToken cancellationToken)
    {
        await anchors.DropAsync(cancellationToken);
        await using var db = ledger.Open();
        await using var text = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        if (format is AuditFormat.Csv)
            await text.WriteAsync(Row(Columns));
        await foreach (var line in db.Audit.AsNoTracking().OrderBy(a => a.Number).ThenBy(a => a.At).AsAsyncEnumerable().WithCancellation(cancellationToken))
            await text.WriteAsync(format is AuditFormat.Csv ? Row(Cells(line)) : JsonSerializer.Serialize(View(line), Wire.Json) + "\n");
    }

    public static AuditLineView View(AuditEntry line, string? name = null) => new()
    {
        Number = line.Number,
        Id = line.Id,
        At = line.At,
        Actor = line.ActorId,
        ActorName = name,
        Act = line.Act,
        Target = line.Target,
        Outcome = line.Outcome,
        TraceId = line.TraceId,
        RequestId = line.RequestId,
        RunVersion = line.RunVersion,
        Seal = line.Seal,
    };

    private static string?[] Cells(AuditEntry line) =>
    [
        line.Number?.ToString(CultureInfo.InvariantCulture), line.Id.ToString("D"), line.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), line.ActorId, line.Act,
        line.Target?.ToString("D"), line.Outcome, line.TraceId, line.RequestId, line.RunVersion?.ToString(CultureInfo.InvariantCulture), line.Seal,
    ];

    private static string Row(IEnumerable<string?> cells) => string.Join(',', cells.Select(CsvCell.Of)) + "\r\n";
}
