using MarketoSetupBot.Backend.Database;
using Microsoft.EntityFrameworkCore;

namespace MarketoSetupBot.Backend.Halt;

/// <summary>Whether writes are stopped: read from the database each time, so that an order holds for every replica from the moment it is recorded.</summary>
public sealed class Halts(Ledger ledger)
{
    /// <returns>Null: writes may leave.</returns>
    public async Task<HaltOrder?> CurrentAsync(CancellationToken cancellationToken)
    {
        await using var db = ledger.Open();
        return await db.Halts.AsNoTracking().FirstOrDefaultAsync(h => h.InForce != null, cancellationToken);
    }
}
