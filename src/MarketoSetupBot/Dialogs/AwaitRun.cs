using Microsoft.Bot.Builder.Dialogs;

namespace MarketoSetupBot.Dialogs;

/// <summary>
/// Shows the card of a stage and waits there until the run is somewhere else, whoever moved it: this person, another, a
/// typed word, an event, a restart. It takes any kind of activity; the framework's own prompts take messages only.
/// </summary>
internal sealed class AwaitRun() : Dialog(nameof(AwaitRun))
{
    private const string AwaitedStage = "stage";

    /// <param name="options">The <see cref="Stage"/> to wait at.</param>
    public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        dc.ActiveDialog.State[AwaitedStage] = options!.ToString()!;
        Scene.Of(dc.Context).Show();
        return Task.FromResult(EndOfTurn);
    }

    public override Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var scene = Scene.Of(dc.Context);
        if (Stages.Of(scene.Run).ToString() != dc.ActiveDialog.State[AwaitedStage] as string)
            return dc.EndDialogAsync(null, cancellationToken);

        scene.Show();
        return Task.FromResult(EndOfTurn);
    }
}
