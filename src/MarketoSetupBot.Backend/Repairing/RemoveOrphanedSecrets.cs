using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Plans;
using MarketoSetupBot.Backend.Secrets;
using MarketoSetupBot.Backend.Steps;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Repairing;

/// <summary>Removes the secrets that this product issued and never handed out.</summary>
internal sealed class RemoveOrphanedSecrets(TenantReads reads, ISecretIssuer issuer, Patience patience, TimeProvider clock) : IStep
{
    public StepKey Key => StepKey.RemoveOrphanedSecrets;

    public async Task<StepResult> RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        if (await reads.ApplicationAsync(context.Connection, cancellationToken) is not { } app) return StepResult.Failed(new Phrase(PhraseCodes.FailedAppGone));
        var orphans = Orphans.Of(context.Connection, app, clock.GetUtcNow());
        try
        {
            foreach (var orphan in orphans)
            {
                await issuer.RemoveAsync(context.Connection, orphan, cancellationToken);
                orphan.Fate = SecretFate.Removed;
            }
        }
        catch (TenantUnavailableException e)
        {
            return patience.Unavailable(context, e);
        }
        return orphans.Count == 0
            ? StepResult.Succeeded(new Phrase(PhraseCodes.RepairNoOrphans), wrote: false)
            : StepResult.Succeeded(new Phrase(PhraseCodes.Done), wrote: true);
    }
}
