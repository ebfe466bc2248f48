using MarketoSetupBot.Backend.Access;
using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Authentication;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Halt;
using MarketoSetupBot.Backend.Plans;
using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Backend.Secrets;
using MarketoSetupBot.Backend.Steps;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace MarketoSetupBot.Backend.Delivery;

/// <summary>
/// Collect: claim, then create, then record the key id, then answer. The value exists in this one request and its answer; every other outcome leaves
/// the run as if nobody had pressed, with whatever Entra may have made marked for removal.
/// </summary>
internal sealed partial class Collecting(
    RunStore store, RunActs acts, AccessRules access, Claim claim, HandOver handOver, Clicks clicks, ISecretIssuer issuer, HandWork byHand, AuditTrail audit, Halts halts, TimeProvider clock,
    ILogger<Collecting> logger)
{
    /// <summary>Entra's time to answer. Not the request's own token: a person who closes Teams must not leave the creation half-known.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private const int Races = 5;

    public async Task<Results<Ok<CollectedSecret>, Refused>> CollectAsync(Guid id, Caller caller, CancellationToken cancellationToken)
    {
        Errand.Begin(id, caller.ObjectId);
        using var turn = await clicks.EnterAsync(id, caller, cancellationToken);
        if (turn is null)
            return await acts.RefuseAsync(caller, Act.Collect, id, Refusal.JustCollected, null, cancellationToken);
        for (var race = 1; ; race++)
        {
            await using var db = store.Open();
            if (await RunStore.FindAsync(db, id, cancellationToken) is not { } run)
                return await acts.RefuseAsync(caller, Act.Collect, id, Refusal.NotFound, null, cancellationToken);
            if (await access.DecideAsync(caller, Act.Collect, run, cancellationToken) is { } no)
            {
                if (no.Code == ProblemCodes.NotRecipient)
                    await handOver.TellOfForeignAttemptAsync(id, caller, cancellationToken);
                return await acts.RefuseAsync(caller, Act.Collect, id, no, null, cancellationToken);
            }
            if (run.WhyNotCollect(clock.GetUtcNow()) is { } refusal)
                return await acts.RefuseAsync(caller, Act.Collect, id, refusal, run, cancellationToken);
            if (await halts.CurrentAsync(cancellationToken) is { } halt)
                return await acts.RefuseAsync(caller, Act.Collect, id, Halting.Refuse(halt), run, cancellationToken);
            try
            {
                var line = audit.Line(caller.ObjectId, nameof(Act.Collect), id, AuditEntry.Allowed);
                if (await claim.TakeAsync(run, run.ConnectionId!.Value, caller.ObjectId, line, cancellationToken) is { } claimed)
                {
                    turn.Dispose();
                    return await IssueAsync(run, claimed, caller);
                }
            }
            catch (DbUpdateException) when (race < Races)
            {
                // Something else of the run was committed at the same moment; the claim is tried again on what it left.
            }
            if (race >= Races)
                return await acts.RefuseAsync(caller, Act.Collect, id, Refusal.Stale, run, cancellationToken);
        }
    }

    private async Task<Results<Ok<CollectedSecret>, Refused>> IssueAsync(Run run, IssuedSecret claimed, Caller caller)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        await using var db = store.Open();
        var connection = await db.Connections.AsNoTracking().FirstAsync(c => c.Id == run.ConnectionId, patience.Token);
        var lifetime = run.Plan?.SecretLifetimeDays ?? run.Details!.SecretLifetimeDays;
        NewSecret secret;
        try
        {
            secret = await issuer.IssueAsync(
                connection, run.Details!.SecretDescription, claimed.Marker, clock.GetUtcNow().AddDays(lifetime), patience.Token);
        }
        catch (SecretRefusedException e) when (e.MissingPermission is { } permission)
        {
            if (run.LastWroteAt is { } wrote && clock.GetUtcNow() - wrote < Steps.Patience.Limit)
            {
                // Entra says the same of an app that it has not heard of everywhere.
                await handOver.TakeBackAsync(run.Id, claimed.Id, new Phrase(PhraseCodes.SecretNotMade), nothingWasMade: true);
                return await acts.RefuseAsync(caller, Act.Collect, run.Id, Refusal.TryAgain(null), null, CancellationToken.None);
            }
            var asked = await handOver.AskByHandAsync(run.Id, claimed.Id, byHand.Secret(connection, run.Details!, clock.GetUtcNow().AddDays(lifetime), permission));
            return await acts.RefuseAsync(
                caller, Act.Collect, run.Id,
                new Refusal(409, ProblemCodes.SecretByHand) { Values = new Dictionary<string, string> { ["permission"] = permission }, Run = asked }, null, CancellationToken.None);
        }
        catch (SecretRefusedException e)
        {
            var (refusal, why) = Explain(e);
            await handOver.TakeBackAsync(run.Id, claimed.Id, why, nothingWasMade: true);
            return await acts.RefuseAsync(caller, Act.Collect, run.Id, refusal, null, CancellationToken.None);
        }
        catch (Exception e) when (e is TenantUnavailableException or OperationCanceledException)
        {
            AnswerLost(run.Id, claimed.Id, Trace.Reference);
            await handOver.RemoveLostAsync(run.Id, connection, claimed);
            var wait = (e as TenantUnavailableException)?.RetryAfter;
            return await acts.RefuseAsync(caller, Act.Collect, run.Id, Refusal.TryAgain(wait), null, CancellationToken.None);
        }
        if (await handOver.RecordAsync(run.Id, claimed.Id, secret.KeyId, secret.ExpiresAt) is not { } view)
        {
            // The run was cancelled or revoked while Entra created the secret: nobody gets it.
            await handOver.RemoveLostAsync(run.Id, connection, claimed);
            return await acts.RefuseAsync(caller, Act.Collect, run.Id, Refusal.Stale, null, CancellationToken.None);
        }
        return TypedResults.Ok(new CollectedSecret
        {
            ClientId = view.Delivery!.ClientId,
            Secret = secret.Value,
            ExpiresAt = secret.ExpiresAt,
            ShowUntil = view.Delivery.ShowUntil!.Value,
            Run = view,
        });
    }

    private static (Refusal Answer, Phrase OnTheCard) Explain(SecretRefusedException refused) => refused switch
    {
        { KeptIn: true } => (Refusal.TargetNotOurs, new Phrase(PhraseCodes.TargetNotOurs)),
        _ => (new Refusal(422, ProblemCodes.RefusedByEntra) { Values = new Dictionary<string, string> { ["code"] = refused.Code } },
            new Phrase(PhraseCodes.SecretRefusedByEntra, ("code", refused.Code))),
    };

    [LoggerMessage(LogLevel.Warning, "Run {RunId}: no answer to the creation of secret {SecretId}; what may have been made is removed, trace {TraceId}")]
    private partial void AnswerLost(Guid runId, Guid secretId, string? traceId);
}
