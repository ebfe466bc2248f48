using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Contracts;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace MarketoSetupBot.Backend.Validations;

/// <summary>The proof at the end of a setup: a connection whose setup was completed after it was last validated. The thread gets the whole result.</summary>
[DisallowConcurrentExecution]
internal sealed class ClosingJob(Ledger ledger, Validations validations, CallerSettings entra) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await using var db = ledger.Open();
        var waiting = await db.Connections.AsNoTracking()
            .Where(c => c.TenantId == entra.TenantId && c.ClientId != null && db.Runs.Any(r =>
                r.ConnectionId == c.Id && r.State == RunState.Completed && r.Kind == RunKind.Setup
                && !db.Validations.Any(v => v.ConnectionId == c.Id && v.StartedAt >= r.ChangedAt)))
            .OrderBy(c => c.Id).Take(5).ToListAsync(cancellationToken);
        foreach (var connection in waiting)
            await validations.CompleteAsync(connection, _ => true, cancellationToken);
    }
}
