using MarketoSetupBot.Backend.Access;
using MarketoSetupBot.Backend.Authentication;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Halt;
using MarketoSetupBot.Backend.Plans;
using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Backend.Secrets;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MarketoSetupBot.Backend.Delivery;

/// <summary>Issue again and Revoke: the key id is removed from Entra first, and only then does the run say so.</summary>
public sealed class Withdrawing(RunActs acts, ISecretIssuer issuer, Halts halts, AccessSettings settings)
{
    public Task<Results<Ok<RunView>, Refused>> IssueAgainAsync(Guid id, Caller caller, string? key, CancellationToken cancellationToken)
        => acts.PerformAsync(id, Act.IssueAgain, caller, key, async (db, run, now) =>
            // The new one could not be made: better to keep the old one. Who wants it gone, revokes.
            await halts.CurrentAsync(cancellationToken) is { } halt
                ? Halting.Refuse(halt)
                : await WithdrawAsync(db, run, run.WhyNotIssueAgain(), () => run.IssueAgain(settings.CollectionTimeout, now), another: true, cancellationToken), cancellationToken);

    public Task<Results<Ok<RunView>, Refused>> RevokeAsync(Guid id, Caller caller, string? key, CancellationToken cancellationToken)
        => acts.PerformAsync(id, Act.Revoke, caller, key, (db, run, now) => WithdrawAsync(
            db, run, run.WhyNotRevoke(), () => run.Revoke(caller.Person, settings.CollectionTimeout, now), another: false, cancellationToken), cancellationToken);

    private async Task<Refusal?> WithdrawAsync(
        BackendContext db, Run run, Refusal? whyNot, Func<Refusal?> withdraw, bool another, CancellationToken cancellationToken)
    {
        if (whyNot is not null)
            return whyNot;
        if (await RunActs.ConnectionOfAsync(db, run, cancellationToken) is not { } connection)
            return Refusal.Stale;
        if (connection.Secrets.Find(s => s.Id == run.SecretId) is { } secret)
        {
            // Somebody else's work in the portal: another may be made beside it, but it is removed where it was made.
            if (secret.Fate is SecretFate.MadeByHand)
                return another ? withdraw() : new Refusal(409, ProblemCodes.SecretMadeByHand);
            try
            {
                await issuer.RemoveAsync(connection, secret, cancellationToken);
            }
            catch (TenantUnavailableException e)
            {
                return e.KeptIn ? Refusal.TargetNotOurs : Refusal.TryAgain(e.RetryAfter);
            }
            // One whose key id is unknown may still appear: its sweep stays.
            if (secret.KeyId is not null)
                (secret.Fate, secret.SweepAt) = (SecretFate.Removed, null);
        }
        return withdraw();
    }
}
