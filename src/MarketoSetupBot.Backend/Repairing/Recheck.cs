using MarketoSetupBot.Backend.Checks;
using MarketoSetupBot.Backend.Steps;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Repairing;

/// <summary>Reads again what the repair was for, as long as Entra may still show the old state, and says what it found.</summary>
internal sealed class Recheck(IValidation validation, Patience patience, TimeProvider clock) : IStep
{
    public StepKey Key => StepKey.Recheck;

    public async Task<StepResult> RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        var checks = await validation.ValidateAsync(context.Connection, null, null, cancellationToken);
        var check = checks.FirstOrDefault(c => c.Id == RepairKind.Of(context.Repair)?.Check);
        return check switch
        {
            null => StepResult.Skipped(new Phrase(PhraseCodes.NotCheckedOutage)),
            { State: CheckState.Passed } => StepResult.Succeeded(check.Finding, wrote: false),
            { State: CheckState.NotChecked or CheckState.Warning } => StepResult.Skipped(check.Finding),
            _ when clock.GetUtcNow() - context.StepStartedAt < Patience.Limit && patience.IsYoung(context) => patience.NotYetThere(context),
            _ => StepResult.Failed(check.Finding),
        };
    }
}
