using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Plans;
using MarketoSetupBot.Backend.Secrets;
using MarketoSetupBot.Contracts;
using Microsoft.EntityFrameworkCore;

namespace MarketoSetupBot.Backend.Delivery;

/// <summary>Removes from Entra the secrets whose value nobody can have got: the answer was lost, or the process died before it recorded the key id.</summary>
public sealed partial class OrphanedSecrets(
    Ledger ledger, ISecretIssuer issuer, HandOver handOver, TimeProvider clock, ILogger<OrphanedSecrets> logger)
{
    /// <summary>After the look five minutes later, one more in the following night: Entra's slowest replication is over by then.</summary>
    private static readonly TimeSpan LastLook = TimeSpan.FromHours(24);

    private static readonly TimeSpan WhenUnavailable = TimeSpan.FromMinutes(5);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await using var db = ledger.Open();
        var now = clock.GetUtcNow();
        var due = await db.Secrets.Where(s => s.SweepAt <= now).OrderBy(s => s.SweepAt).Select(s => new { Secret = s, ConnectionId = EF.Property<Guid>(s, "ConnectionId") })
            .Take(50).ToListAsync(cancellationToken);
        foreach (var orphan in due)
        {
            var connection = await db.Connections.FirstAsync(c => c.Id == orphan.ConnectionId, cancellationToken);
            await SweepAsync(db, connection, orphan.Secret, now, cancellationToken);
        }
    }

    private async Task SweepAsync(BackendContext db, Connection connection, IssuedSecret secret, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await issuer.RemoveAsync(connection, secret, cancellationToken);
            Swept(secret.Id, secret.RunId);
        }
        catch (TenantUnavailableException e)
        {
            secret.SweepAt = now + (e.RetryAfter > WhenUnavailable ? e.RetryAfter.Value : WhenUnavailable);
            await ledger.SaveAsync(db, cancellationToken);
            return;
        }
        var firstLook = secret.Fate is SecretFate.Requested;
        secret.Fate = SecretFate.Removed;
        secret.SweepAt = firstLook ? now + LastLook : null;
        await ledger.SaveAsync(db, cancellationToken);
        // A probe's belongs to no run: there is nobody to tell.
        if (firstLook && secret.RunId != IssuedSecret.NoRun)
            await handOver.TakeBackAsync(secret.RunId, secret.Id, new Phrase(PhraseCodes.SecretNotMade), nothingWasMade: false);
    }

    [LoggerMessage(LogLevel.Information, "Orphaned secret {SecretId} of run {RunId} is not in Entra any more")]
    private partial void Swept(Guid secretId, Guid runId);
}
