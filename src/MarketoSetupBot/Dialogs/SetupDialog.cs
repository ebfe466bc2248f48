using Microsoft.Bot.Builder.Dialogs;

namespace MarketoSetupBot.Dialogs;

/// <summary>The whole journey of a run, part by part. Where Change, Retry or Back led up the list again, it begins anew and skips forward.</summary>
internal sealed class SetupDialog : ComponentDialog
{
    /// <summary>Grows with every change to the dialogs' shape: a stack of another version is thrown away.</summary>
    public const int Version = 3;

    public SetupDialog()
        : base(nameof(SetupDialog))
    {
        AddDialog(new WaterfallDialog(
            "journey",
            [
                Part<DetailsDialog>(), Part<PlanDialog>(), Part<DeliveryDialog>(), Part<MarketoDialog>(), Part<ClosingDialog>(),
                // Reached with a card shown only by a part that waits; without one the run is at a part that we passed.
                (step, cancellationToken) => step.ReplaceDialogAsync("journey", null, cancellationToken),
            ]));
        AddDialog(new DetailsDialog());
        AddDialog(new PlanDialog());
        AddDialog(new DeliveryDialog());
        AddDialog(new MarketoDialog());
        AddDialog(new ClosingDialog());
    }

    private static WaterfallStep Part<T>() where T : GuideDialog =>
        (step, cancellationToken) => step.BeginDialogAsync(typeof(T).Name, null, cancellationToken);
}
