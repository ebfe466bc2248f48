using MarketoSetupBot.Backend.Database;
using Microsoft.EntityFrameworkCore;

namespace MarketoSetupBot.Backend.Audit;

/// <summary>Gives new lines their number and seal, inside the transaction that writes them.</summary>
public sealed class AuditChain(AuditKey key)
{
    public static bool HasNew(BackendContext db) => db.ChangeTracker.Entries<AuditEntry>().Any(e => e.State is EntityState.Added);

    /// <summary>Call once per transaction, right before its changes are saved.</summary>
    public async Task AppendAsync(BackendContext db, CancellationToken cancellationToken)
    {
        var lines = db.ChangeTracker.Entries<AuditEntry>().Where(e => e.State is EntityState.Added).Select(e => e.Entity).ToArray();
        if (lines.Length == 0)
            return;
        // The change comes before the look: it takes the lock that makes the look true until the commit.
        await Head(db).ExecuteUpdateAsync(set => set.SetProperty(h => h.Number, h => h.Number + lines.Length), cancellationToken);
        var head = await Head(db).AsNoTracking().SingleAsync(cancellationToken);
        var (number, seal) = (head.Number - lines.Length, head.Seal);
        foreach (var line in lines)
            line.SealAs(++number, seal = key.SealOf(seal, number, line));
        await Head(db).ExecuteUpdateAsync(set => set.SetProperty(h => h.Seal, seal), cancellationToken);
    }

    private static IQueryable<AuditHead> Head(BackendContext db) => db.AuditHeads.Where(h => h.Id == AuditHead.Only);
}
