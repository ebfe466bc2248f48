using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Dialogs;

/// <summary>The stages of the conversation about a run: each has one card, and the dialog waits at one of them.</summary>
internal enum Stage
{
    Details,
    Planning,
    Plan,
    Applying,
    ByHand,
    Trouble,
    Collect,
    SecretByHand,
    Receipt,
    DisableSync,
    EditCredentials,
    Save,
    ValidateSyncSetup,
    Close,
    SwitchMethod,
    Settle,
    EnableSync,
    Closing,
    Ended,
}

internal static class Stages
{
    /// <summary>Where the run is. The run in the backend is the truth; the dialog follows.</summary>
    public static Stage Of(RunView run) => run.State switch
    {
        RunState.Draft => Stage.Details,
        RunState.Planning => Stage.Planning,
        RunState.Blocked or RunState.Planned => Stage.Plan,
        RunState.Applying when run.HandAct is not null => Stage.ByHand,
        RunState.Applying => Stage.Applying,
        RunState.Failed => Stage.Trouble,
        RunState.Delivering when run.HandAct is not null => Stage.SecretByHand,
        RunState.Delivering => run.Delivery is { State: not DeliveryState.Waiting } ? Stage.Receipt : Stage.Collect,
        RunState.Guiding => Of(run.Marketo?.Current),
        RunState.Completed => Stage.Closing,
        _ => Stage.Ended,
    };

    private static Stage Of(StepKey? act) => act switch
    {
        StepKey.EditCredentials => Stage.EditCredentials,
        StepKey.Save => Stage.Save,
        StepKey.ValidateSyncSetup => Stage.ValidateSyncSetup,
        StepKey.Close => Stage.Close,
        StepKey.SwitchMethod => Stage.SwitchMethod,
        StepKey.Settle => Stage.Settle,
        StepKey.EnableSync => Stage.EnableSync,
        _ => Stage.DisableSync,
    };
}
