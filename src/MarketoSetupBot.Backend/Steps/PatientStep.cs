using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Steps;

/// <summary>Around every step: turns what Graph refused or did not answer into a <see cref="StepResult"/>, in one place for all of them.</summary>
internal sealed class PatientStep(IStep inner, Patience patience) : IStep
{
    public StepKey Key => inner.Key;

    public async Task<StepResult> RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await inner.RunAsync(context, cancellationToken);
        }
        catch (WithheldException e) when (e.Trouble.Permission == GraphPermissions.Applications && patience.IsYoung(context) && patience.LooksAgain(context))
        {
            // Most likely the permission was proven by the write just before, and Entra has not heard of the new object everywhere. Where an app was taken over
            // that a person had made, nothing proved it: whoever has waited long enough asks a person.
            return patience.NotYetThere(context);
        }
        catch (WithheldException e)
        {
            context.Effects.Withdraw(Key);
            return StepResult.ByHand(new Phrase(PhraseCodes.WaitingForHandAct, ("permission", e.Trouble.Permission)), e.Act);
        }
        catch (TroubleException e)
        {
            return patience.Tell(e.Trouble, context);
        }
    }
}
