using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Backend.Schedule;
using MarketoSetupBot.Contracts;
using Microsoft.EntityFrameworkCore;

namespace MarketoSetupBot.Backend.Delivery;

/// <summary>
/// The right to create one secret, taken by one atomic statement over recipient, state and expiry. Only whoever holds it calls <c>addPassword</c>;
/// the intent is recorded in the same transaction, so a lost answer leaves something to sweep.
/// </summary>
public sealed class Claim(Ledger ledger, RunStore store, TimeProvider clock)
{
    /// <summary>An answer of Entra that was lost shows its effect by then.</summary>
    internal static readonly TimeSpan SweepAfter = TimeSpan.FromMinutes(5);

    /// <returns>Null: somebody else holds it, or the run stands elsewhere.</returns>
    public async Task<IssuedSecret?> TakeAsync(Run run, Guid connectionId, string recipientId, AuditEntry audit, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = ledger.Open();
        var connection = await db.Connections.FirstAsync(c => c.Id == connectionId, cancellationToken);
        var id = Guid.CreateVersion7(now);
        var secret = new IssuedSecret
        {
            Id = id,
            RunId = run.Id,
            RecipientId = recipientId,
            Marker = id.ToString("N")[^12..],
            RequestedAt = now,
            Fate = SecretFate.Requested,
            SweepAt = now + SweepAfter,
        };
        connection.Secrets.Add(secret);
        db.Audit.Add(audit);
        var jobs = new List<Wake>();
        await store.AnnounceAsync(db, run.Id, run.Version + 1, jobs, cancellationToken);
        jobs.Add(RunJob.Wake(run.Id, now + Run.ShowTime));
        return await ledger.CommitAsync(db, jobs, cancellationToken, tables => ClaimAsync(tables, run, recipientId, id, now, cancellationToken))
            ? secret
            : null;
    }

    private static async Task<bool> ClaimAsync(
        BackendContext db, Run run, string recipientId, Guid secretId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        DateTimeOffset? until = now + Run.ShowTime;
        var claimed = await db.Runs
            .Where(r => r.Id == run.Id && r.Version == run.Version && r.RecipientId == recipientId
                && r.State == RunState.Delivering && r.Delivery == DeliveryState.Waiting && r.DueAt > now)
            .ExecuteUpdateAsync(set => set
                .SetProperty(r => r.Delivery, (DeliveryState?)DeliveryState.HandedOut)
                .SetProperty(r => r.SecretId, (Guid?)secretId)
                .SetProperty(r => r.HandedOutAt, (DateTimeOffset?)now)
                .SetProperty(r => r.DueAt, until)
                .SetProperty(r => r.Issued, r => r.Issued + 1)
                .SetProperty(r => r.ChangedAt, now)
                .SetProperty(r => r.Version, r => r.Version + 1),
            cancellationToken);
        return claimed == 1;
    }
}
