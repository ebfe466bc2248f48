namespace MarketoSetupBot.Dialogs;

/// <summary>The details form.</summary>
internal sealed class DetailsDialog() : GuideDialog(nameof(DetailsDialog), Stage.Details);
