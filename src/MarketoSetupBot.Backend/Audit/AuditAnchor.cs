using System.Text.Json;
using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Contracts;
using Microsoft.EntityFrameworkCore;

namespace MarketoSetupBot.Backend.Audit;

/// <summary>Where the chain stood: who has this can tell that later lines were cut off.</summary>
public sealed record AuditAnchor(long Number, string Seal, DateTimeOffset At);

/// <summary>Writes the end of the chain to a file and to the log, both outside the database, and reads them back to verify.</summary>
public sealed partial class AuditAnchors(Ledger ledger, AuditSettings settings, TimeProvider clock, ILogger<AuditAnchors> logger) : IDisposable
{
    /// <summary>What could be cut off unseen is at most this old.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _one = new(1, 1);
    private AuditAnchor? _last;

    /// <summary>Now and then; does nothing when nothing was added.</summary>
    public Task DropWhenDueAsync(CancellationToken cancellationToken)
        => _last is { } last && clock.GetUtcNow() - last.At < Interval ? Task.CompletedTask : DropAsync(cancellationToken);

    public async Task DropAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            await using var db = ledger.Open();
            var end = await db.Audit.AsNoTracking().Where(a => a.Number != null).OrderByDescending(a => a.Number).FirstOrDefaultAsync(cancellationToken);
            if (end is not { Number: { } number, Seal: { } seal } || _last?.Number == number)
                return;
            var anchor = new AuditAnchor(number, seal, clock.GetUtcNow());
            Anchored(number, seal);
            await File.AppendAllTextAsync(settings.AnchorPath, JsonSerializer.Serialize(anchor, Wire.Json) + "\n", cancellationToken);
            _last = anchor;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The log has it; the file is tried again.
            NotWritten(settings.AnchorPath, e.GetType().Name);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    /// <exception cref="IOException">The file is there and cannot be read.</exception>
    public IReadOnlyList<AuditAnchor> Read()
        => File.Exists(settings.AnchorPath) ? [.. File.ReadLines(settings.AnchorPath).Select(Read).OfType<AuditAnchor>()] : [];

    /// <returns>Null for a line that a crash left half-written.</returns>
    private static AuditAnchor? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<AuditAnchor>(line, Wire.Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [LoggerMessage(LogLevel.Information, "Audit anchor: line {Number} is sealed {Seal}")]
    private partial void Anchored(long number, string seal);

    [LoggerMessage(LogLevel.Warning, "The audit anchor cannot be written to {Path} ({Cause}); the log has it")]
    private partial void NotWritten(string path, string cause);
}
