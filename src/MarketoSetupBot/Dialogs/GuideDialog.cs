using Microsoft.Bot.Builder.Dialogs;

namespace MarketoSetupBot.Dialogs;

/// <summary>A part of the journey: a waterfall over its stages. A stage at which the run is not, is skipped; so a dialog that begins anew catches up by itself.</summary>
internal abstract class GuideDialog : ComponentDialog
{
    protected GuideDialog(string id, params ReadOnlySpan<Stage> stages)
        : base(id)
    {
        var steps = new WaterfallStep[stages.Length];
        for (var i = 0; i < stages.Length; i++) steps[i] = At(stages[i]);
        AddDialog(new WaterfallDialog(id + ".stages", steps));
        AddDialog(new AwaitRun());
    }

    private static WaterfallStep At(Stage stage) => (step, cancellationToken) =>
        Stages.Of(Scene.Of(step.Context).Run) == stage
            ? step.BeginDialogAsync(nameof(AwaitRun), stage.ToString(), cancellationToken)
            : step.NextAsync(null, cancellationToken);
}
