using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Settings;
using Microsoft.EntityFrameworkCore;

namespace MarketoSetupBot.Backend.Audit;

/// <summary>The chain has one key: a backend that has another one does not start, or nobody could verify what it writes.</summary>
internal sealed class AuditStart(Ledger ledger, AuditKey key) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var db = ledger.Open();
        if (await FindAsync(db, cancellationToken) is not { } head)
            head = await BeginAsync(db, cancellationToken);
        if (head.KeyMark != key.Mark)
            throw new SettingsException("The audit key is not the one that this database's audit was made with: set Audit:Key or Audit:KeyFile to that one.");
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<AuditHead> BeginAsync(BackendContext db, CancellationToken cancellationToken)
    {
        db.AuditHeads.Add(new AuditHead { Seal = AuditKey.Beginning, KeyMark = key.Mark });
        try
        {
            await ledger.SaveAsync(db, cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another backend began it at the same moment.
        }
        return (await FindAsync(db, cancellationToken))!;
    }

    private static Task<AuditHead?> FindAsync(BackendContext db, CancellationToken cancellationToken)
        => db.AuditHeads.AsNoTracking().SingleOrDefaultAsync(h => h.Id == AuditHead.Only, cancellationToken);
}
