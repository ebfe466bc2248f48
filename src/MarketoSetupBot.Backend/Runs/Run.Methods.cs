using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Runs;

/// <summary>The two methods of a setup: what only the one or the other needs is not a step of the other.</summary>
public sealed partial class Run
{
    private static StepKey[] ServerToServerSteps =>
    [
        StepKey.Details, StepKey.Plan, StepKey.Approve, StepKey.Application, StepKey.ServicePrincipal, StepKey.ApplicationUser, StepKey.Secret,
        .. SwitchActs,
    ];

    /// <summary>Marketo's "Reconfigure New Auth Method".</summary>
    private static readonly StepKey[] SwitchActs =
        [StepKey.DisableSync, StepKey.EditCredentials, StepKey.ValidateSyncSetup, StepKey.SwitchMethod, StepKey.Settle, StepKey.EnableSync];

    /// <summary>Known from the details on.</summary>
    private bool IsServerToServer => Details!.Method is AuthenticationMethod.ServerToServer;

    private StepKey[] Acts => IsServerToServer ? SwitchActs : MarketoActs;

    /// <summary>Until something is approved, the list of steps follows the method.</summary>
    private void FitToMethod()
    {
        StepList = IsServerToServer ? ServerToServerSteps : SetupSteps;
        foreach (var key in StepList.Where(k => !Has(k)))
            Steps.Add(new RunStep { RunId = Id, Key = key });
    }
}
