namespace MarketoSetupBot.Dialogs;

/// <summary>The end, and what to type next.</summary>
internal sealed class ClosingDialog() : GuideDialog(nameof(ClosingDialog), Stage.Closing, Stage.Ended);
