using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Plans;
using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Backend.Secrets;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Contracts;
using Microsoft.EntityFrameworkCore;

namespace MarketoSetupBot.Backend.Delivery;

/// <summary>
/// Looks for the client secret that an administrator makes in the portal. Its value never comes here: it is known by a key id that the app did not have before,
/// recorded as made by hand, and left alone ever after.
/// </summary>
public sealed class SecretByHand(RunStore store, ISecretIssuer issuer, AuditTrail audit, AccessSettings settings, TimeProvider clock)
{
    /// <summary>The portal counts whole days, in the time zone of whoever sits there.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromDays(2);

    public async Task LookAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = store.Open();
        if (await RunStore.FindAsync(db, id, cancellationToken) is not { StepByHand: { Key: StepKey.Secret } step } run)
            return;
        var connection = await db.Connections.FirstAsync(c => c.Id == run.ConnectionId, cancellationToken);
        var outcome = run.StopWaitingForSecret(settings.CollectionTimeout, clock.GetUtcNow()) ? nameof(RunState.Expired) : await LookAsync(run, step, connection, cancellationToken);
        // Looking every two minutes is nothing that happened.
        await store.CommitAsync(db, run, outcome is null ? null : audit.Line(AuditEntry.Backend, nameof(StepKey.Secret), id, outcome), cancellationToken);
    }

    /// <returns>For the audit; null: nothing new.</returns>
    private async Task<string?> LookAsync(Run run, RunStep step, Connection connection, CancellationToken cancellationToken)
    {
        IReadOnlyList<PresentSecret> there;
        try
        {
            there = await issuer.ListAsync(connection, cancellationToken);
        }
        catch (TenantUnavailableException)
        {
            run.MissSecret(null, clock.GetUtcNow());
            return AuditOutcomes.TenantUnavailable;
        }
        var now = clock.GetUtcNow();
        if (step.KnownKeys is not { } known)
        {
            run.KnowKeys(there.Select(s => s.KeyId));
            run.MissSecret(null, now);
            return null;
        }
        var made = there.Where(s => !known.Contains(s.KeyId.ToString("D")) && !connection.Secrets.Exists(ours => ours.KeyId == s.KeyId) && s.ExpiresAt > now)
            .OrderByDescending(s => s.StartsAt).ToList();
        var latest = now.AddDays(run.Plan?.SecretLifetimeDays ?? run.Details!.SecretLifetimeDays);
        if (made.Find(s => s.ExpiresAt <= latest + Tolerance) is { } taken)
        {
            run.TakeSecretByHand(Record(run, connection, taken, now), now);
            return PhraseCodes.SecretByHand;
        }
        run.MissSecret(made is [var tooLong, ..]
            ? new Phrase(PhraseCodes.SecretByHandTooLong, ("expires", Run.Instant(tooLong.ExpiresAt!.Value)), ("latest", Run.Instant(latest)))
            : null, now);
        return made.Count > 0 ? PhraseCodes.SecretByHandTooLong : null;
    }

    private static IssuedSecret Record(Run run, Connection connection, PresentSecret made, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        var secret = new IssuedSecret
        {
            Id = id,
            RunId = run.Id,
            RecipientId = run.RecipientId!,
            // No display name ends with it: this one is known by its key id alone.
            Marker = id.ToString("N"),
            RequestedAt = now,
            KeyId = made.KeyId,
            ExpiresAt = made.ExpiresAt,
            Fate = SecretFate.MadeByHand,
        };
        connection.Secrets.Add(secret);
        return secret;
    }
}
