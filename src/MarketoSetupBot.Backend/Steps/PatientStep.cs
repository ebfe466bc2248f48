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
        catch (TroubleException e)
        {
            return patience.Tell(e.Trouble, context);
        }
    }
}
