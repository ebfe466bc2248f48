using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Authentication;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Plans;
using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Backend.Secrets;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Contracts;
using Microsoft.EntityFrameworkCore;

namespace MarketoSetupBot.Backend.Delivery;

/// <summary>What is written down around the creation of a secret. Nothing here stops because a person went away.</summary>
public sealed class HandOver(RunStore store, ISecretIssuer issuer, AuditTrail audit, AccessSettings settings, TimeProvider clock)
{
    private const int Races = 8;

    /// <summary>Key id and expiry are on record before the value leaves.</summary>
    /// <returns>The run to show beside the value; null when the run no longer waits for this secret.</returns>
    public async Task<RunView?> RecordAsync(Guid runId, Guid secretId, Guid keyId, DateTimeOffset expiresAt)
    {
        var handedOut = false;
        var view = await ChangeAsync(runId, secretId, AuditEvents.HandedOut, (run, secret) =>
        {
            (secret.KeyId, secret.ExpiresAt) = (keyId, expiresAt);
            handedOut = run.HandOut(secret, clock.GetUtcNow()) is null;
            if (handedOut)
                (secret.Fate, secret.SweepAt) = (SecretFate.HandedOut, null);
        });
        return handedOut ? view : null;
    }

    /// <param name="why">What the card says that waits for its recipient again.</param>
    /// <param name="nothingWasMade">False: something may appear in Entra yet, and the sweep looks again.</param>
    public Task TakeBackAsync(Guid runId, Guid secretId, Phrase why, bool nothingWasMade)
        => ChangeAsync(runId, secretId, AuditEvents.TakenBack, (run, secret) =>
        {
            if (nothingWasMade)
                (secret.Fate, secret.SweepAt) = (SecretFate.Removed, null);
            run.TakeBack(secretId, why, settings.CollectionTimeout, clock.GetUtcNow());
        });

    /// <summary>The backend may not make it: an administrator is asked to.</summary>
    /// <returns>The run as it stands now.</returns>
    public Task<RunView> AskByHandAsync(Guid runId, Guid secretId, HandActView act)
        => ChangeAsync(runId, secretId, AuditEvents.AskedByHand, (run, secret) =>
        {
            (secret.Fate, secret.SweepAt) = (SecretFate.Removed, null);
            run.AskSecretByHand(secretId, act, clock.GetUtcNow());
        });

    /// <summary>Removes at once what may have been made; the sweep does so again, because Entra may show it late.</summary>
    public async Task RemoveLostAsync(Guid runId, Connection connection, IssuedSecret claimed)
    {
        try
        {
            await issuer.RemoveAsync(connection, claimed, CancellationToken.None);
        }
        catch (TenantUnavailableException)
        {
            // The sweep has it.
        }
        await TakeBackAsync(runId, claimed.Id, new Phrase(PhraseCodes.SecretNotMade), nothingWasMade: false);
    }

    public async Task TellOfForeignAttemptAsync(Guid runId, Caller caller, CancellationToken cancellationToken)
    {
        for (var race = 1; ; race++)
        {
            await using var db = store.Open();
            var run = await RunStore.FindAsync(db, runId, cancellationToken);
            if (run is null || !run.TellOfForeignAttempt(caller.Person, clock.GetUtcNow()))
                return;
            try
            {
                await store.CommitAsync(db, run, null, cancellationToken);
                return;
            }
            catch (DbUpdateConcurrencyException) when (race < Races)
            {
                // Told on top of what changed meanwhile.
            }
        }
    }

    private async Task<RunView> ChangeAsync(Guid runId, Guid secretId, string act, Action<Run, IssuedSecret> change)
    {
        for (var race = 1; ; race++)
        {
            await using var db = store.Open();
            var run = (await RunStore.FindAsync(db, runId, CancellationToken.None))!;
            var secret = await db.Secrets.SingleAsync(s => s.Id == secretId);
            change(run, secret);
            try
            {
                await store.CommitAsync(db, run, audit.Line(AuditEntry.Backend, act, runId, secret.Fate.ToString()), CancellationToken.None);
                return run.View();
            }
            catch (DbUpdateConcurrencyException) when (race < Races)
            {
                // The run changed meanwhile: decide again on what it is now.
            }
        }
    }
}
