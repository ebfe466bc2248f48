using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Settings;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace MarketoSetupBot.Backend.Validations;

/// <summary>Every night, every connection; the threads hear of it only when something changed.</summary>
[DisallowConcurrentExecution]
internal sealed class NightJob(Ledger ledger, Validations validations, CallerSettings entra) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await using var db = ledger.Open();
        var registered = await db.Connections.AsNoTracking().Where(c => c.TenantId == entra.TenantId && c.ClientId != null).ToListAsync(cancellationToken);
        // One after the other: Conditional Access answers once a second for the whole tenant.
        foreach (var connection in registered)
            await validations.CompleteAsync(connection, record => record.Better.Count + record.Worse.Count > 0, cancellationToken);
    }
}
