using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Schedule;
using MarketoSetupBot.Contracts;
using Microsoft.EntityFrameworkCore;

namespace MarketoSetupBot.Backend.Validations;

/// <summary>What is kept of validations: what the team may see, and nothing that only some may.</summary>
public sealed class History(Ledger ledger, TimeProvider clock)
{
    public Task<ValidationRecord> BeginAsync(Guid connection, PersonView? by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return BeginAsync(Guid.CreateVersion7(now), connection, by, now, cancellationToken);
    }

    /// <param name="at">When the first of it was read.</param>
    public async Task<ValidationRecord> BeginAsync(Guid id, Guid connection, PersonView? by, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var db = ledger.Open();
        var record = ValidationRecord.Begin(id, connection, by, at);
        db.Validations.Add(record);
        await ledger.SaveAsync(db, cancellationToken);
        return record;
    }

    /// <param name="announce">Whether the threads are to be told.</param>
    public async Task<ValidationRecord> FinishAsync(
        Guid id, IReadOnlyList<CheckView> results, Func<ValidationRecord, bool> announce, CancellationToken cancellationToken)
    {
        await using var db = ledger.Open();
        var record = await FillInAsync(db, id, results, cancellationToken);
        if (!announce(record))
        {
            await ledger.SaveAsync(db, cancellationToken);
            return record;
        }
        record.NewsDueAt = record.FinishedAt;
        await ledger.CommitAsync(db, [NewsJob.Wake(id, record.NewsDueAt!.Value)], cancellationToken);
        return record;
    }

    /// <summary>As the night: the threads hear of changes. For a process that has no scheduler; the sweep of the one that has sends the news.</summary>
    public async Task FinishAsideAsync(Guid id, IReadOnlyList<CheckView> results, CancellationToken cancellationToken)
    {
        await using var db = ledger.Open();
        var record = await FillInAsync(db, id, results, cancellationToken);
        if (record.Better.Count + record.Worse.Count > 0) record.NewsDueAt = record.FinishedAt;
        await ledger.SaveAsync(db, cancellationToken);
    }

    public async Task<ValidationRecord?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = ledger.Open();
        return await db.Validations.AsNoTracking().SingleOrDefaultAsync(v => v.Id == id, cancellationToken);
    }

    public async Task<ValidationRecord?> LastAsync(Guid connection, CancellationToken cancellationToken)
    {
        await using var db = ledger.Open();
        return await LastAsync(db, connection, cancellationToken);
    }

    public async Task<Connection?> ConnectionAsync(Guid id, string tenant, CancellationToken cancellationToken)
    {
        await using var db = ledger.Open();
        return await db.Connections.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.TenantId == tenant, cancellationToken);
    }

    /// <summary>Those that have an app to look at: neither a plan that nobody approved nor a server on premises has one.</summary>
    public async Task<IReadOnlyList<Connection>> RegisteredAsync(string tenant, CancellationToken cancellationToken)
    {
        await using var db = ledger.Open();
        return await db.Connections.AsNoTracking().Where(c => c.TenantId == tenant && c.ClientId != null).OrderBy(c => c.OrganisationHost).ToListAsync(cancellationToken);
    }

    /// <summary>What a person saw last in Marketo: in an open run, or told outside of one.</summary>
    public async Task<MarketoReportView?> ReportAsync(Guid connection, CancellationToken cancellationToken)
    {
        await using var db = ledger.Open();
        var run = await db.Runs.AsNoTracking().Where(r => r.OpenConnectionId == connection).FirstOrDefaultAsync(cancellationToken);
        if (run is { Red.Count: > 0 }) return new MarketoReportView(run.Red, run.Requester, run.ChangedAt);
        var told = await db.MarketoReports.AsNoTracking().SingleOrDefaultAsync(r => r.ConnectionId == connection, cancellationToken);
        return told is null ? null : new MarketoReportView(told.Red, told.By, told.At);
    }

    public async Task ReportAsync(Guid connection, IReadOnlyList<MarketoCheck> red, PersonView by, CancellationToken cancellationToken)
    {
        await using var db = ledger.Open();
        var report = await db.MarketoReports.SingleOrDefaultAsync(r => r.ConnectionId == connection, cancellationToken);
        if (report is null)
            db.MarketoReports.Add(new MarketoReport { ConnectionId = connection, Red = red, By = by, At = clock.GetUtcNow() });
        else
            (report.Red, report.By, report.At) = (red, by, clock.GetUtcNow());
        await ledger.SaveAsync(db, cancellationToken);
    }

    public static CheckView ForTheTeam(CheckView result) =>
        result.Details.Count == 0 ? result : result with { Details = [], DetailsWithheld = true };

    private async Task<ValidationRecord> FillInAsync(BackendContext db, Guid id, IReadOnlyList<CheckView> results, CancellationToken cancellationToken)
    {
        var record = await db.Validations.SingleAsync(v => v.Id == id, cancellationToken);
        var connection = await db.Connections.SingleAsync(c => c.Id == record.ConnectionId, cancellationToken);
        var before = await LastAsync(db, record.ConnectionId, cancellationToken);
        record.Results = [.. results.Select(ForTheTeam)];
        record.With(before?.Known ?? []);
        record.FinishedAt = connection.ValidatedAt = clock.GetUtcNow();
        return record;
    }

    private static Task<ValidationRecord?> LastAsync(BackendContext db, Guid connection, CancellationToken cancellationToken) =>
        db.Validations.AsNoTracking().Where(v => v.ConnectionId == connection && v.FinishedAt != null)
            .OrderByDescending(v => v.FinishedAt).FirstOrDefaultAsync(cancellationToken);
}
