using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Delivery;
using MarketoSetupBot.Backend.Plans;
using MarketoSetupBot.Backend.Secrets;
using Microsoft.EntityFrameworkCore;

namespace MarketoSetupBot.Backend.Terminal;

/// <summary>
/// A client secret of the probe's own, for Marketo's is nowhere to be had. Its intent is on record before it is asked for, and until it is known to be
/// gone the backend's sweep has it, whatever becomes of this process.
/// </summary>
internal sealed class ProbeSecret(Ledger ledger, ISecretIssuer issuer, TimeProvider clock)
{
    /// <summary>The shortest that outlives the probe and a clock that is a little off.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>English in the portal's list of credentials, beside whatever else stands there.</summary>
    private const string Description = "Sign-in probe, removed at once";

    public async Task<IssuedSecret> IntendAsync(Connection connection, string operatorId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var intent = new IssuedSecret
        {
            Id = id,
            RunId = IssuedSecret.NoRun,
            RecipientId = operatorId,
            Marker = id.ToString("N")[^12..],
            RequestedAt = now,
            Fate = SecretFate.Requested,
            SweepAt = now + Claim.SweepAfter,
        };
        await using var db = ledger.Open();
        (await db.Connections.SingleAsync(c => c.Id == connection.Id, cancellationToken)).Secrets.Add(intent);
        await ledger.SaveAsync(db, cancellationToken);
        return intent;
    }

    /// <exception cref="SecretRefusedException">Nothing was made.</exception>
    /// <exception cref="TenantUnavailableException">Something may have been made.</exception>
    public async Task<string> CreateAsync(Connection connection, IssuedSecret intent, CancellationToken cancellationToken)
    {
        var secret = await issuer.IssueAsync(connection, Description, intent.Marker, clock.GetUtcNow() + Lifetime, cancellationToken);
        (intent.KeyId, intent.ExpiresAt) = (secret.KeyId, secret.ExpiresAt);
        await SaveAsync(intent);
        return secret.Value;
    }

    /// <summary>Not cancelled by anything.</summary>
    /// <returns>False: it may be there yet, and the sweep looks.</returns>
    public async Task<bool> RemoveAsync(Connection connection, IssuedSecret intent, bool nothingWasMade)
    {
        try
        {
            if (!nothingWasMade)
                await issuer.RemoveAsync(connection, intent, CancellationToken.None);
        }
        catch (TenantUnavailableException)
        {
            return false;
        }
        // Without its key id it may appear late, so its sweep stays.
        if (!nothingWasMade && intent.KeyId is null)
            return false;
        (intent.Fate, intent.SweepAt) = (SecretFate.Removed, null);
        await SaveAsync(intent);
        return true;
    }

    private async Task SaveAsync(IssuedSecret intent)
    {
        await using var db = ledger.Open();
        var row = await db.Secrets.SingleAsync(s => s.Id == intent.Id);
        // The backend's sweep may have been here before: what it said stands.
        if (row.Fate is not SecretFate.Requested) return;
        (row.KeyId, row.ExpiresAt, row.Fate, row.SweepAt) = (intent.KeyId, intent.ExpiresAt, intent.Fate, intent.SweepAt);
        await ledger.SaveAsync(db, CancellationToken.None);
    }
}
