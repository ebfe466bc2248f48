using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Plans;
using MarketoSetupBot.Backend.Steps;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Undo;

/// <summary>One part of an undo: decides again what may be taken back, takes it back, and strikes it off the ledger.</summary>
internal sealed class UndoStep(StepKey key, RemainsReading remains, TakingBack takingBack, Patience patience) : IStep
{
    public StepKey Key => key;

    public async Task<StepResult> RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        var found = await remains.ReadAsync(context.Connection, context.Effects, cancellationToken);
        var verdicts = new Judgement(found, context.Details.Recipient.Name).All().Where(v => v.Step == key).ToList();
        try
        {
            foreach (var verdict in verdicts.Where(v => v.IsWrite))
            {
                await takingBack.DoAsync(verdict, context.Connection, found.ServicePrincipal?.Id, cancellationToken);
                Strike(context, verdict);
            }
        }
        catch (TenantUnavailableException e)
        {
            return patience.Unavailable(context, e);
        }
        foreach (var gone in verdicts.Where(v => v.Fate is Fate.Gone)) Strike(context, gone);

        var wrote = verdicts.Exists(v => v.IsWrite);
        return verdicts.Find(v => v.Fate is Fate.Leave) switch
        {
            { } left when !wrote => StepResult.Skipped(left.Says),
            { } left => StepResult.Succeeded(left.Says, wrote),
            null when verdicts.Count == 0 => StepResult.Skipped(new Phrase(PhraseCodes.NothingToChange)),
            null => StepResult.Succeeded(wrote ? new Phrase(PhraseCodes.Done) : verdicts[0].Says, wrote),
        };
    }

    private static void Strike(StepContext context, Verdict verdict)
    {
        var connection = context.Connection;
        if (verdict.Secret is { } secret)
        {
            // One whose key id is unknown may still appear: its sweep stays.
            if (secret.KeyId is not null) (secret.Fate, secret.SweepAt) = (SecretFate.Removed, null);
            return;
        }
        context.Effects.TakeBack(verdict.Effect!);
        switch (verdict.Effect!.Kind)
        {
            case EffectKind.Grant when connection.GrantId == verdict.Effect.ObjectId:
                connection.GrantId = null;
                break;
            case EffectKind.ServicePrincipal when connection.ServicePrincipalObjectId == verdict.Effect.ObjectId:
                connection.ServicePrincipalObjectId = null;
                break;
            case EffectKind.Policy when connection.PolicyId == verdict.Effect.ObjectId:
                connection.PolicyId = null;
                break;
            case EffectKind.PolicyAssignment:
                // It is back in its place, or gone: a later setup has to look for itself.
                connection.ReplacedPolicyId = null;
                break;
            case EffectKind.Tags when connection.ApplicationAdopted:
                // Taken over no more: the next setup asks again.
                connection.ForgetApplication();
                break;
            case EffectKind.Application:
                foreach (var gone in context.Effects.All.Where(e => e is { UndoneAt: null, Kind: EffectKind.ApplicationSettings or EffectKind.Permissions }).ToList())
                    context.Effects.TakeBack(gone);
                connection.ForgetApplication();
                break;
        }
    }
}
