namespace MarketoSetupBot.Dialogs;

/// <summary>The secret: waiting to be collected, then the receipt.</summary>
internal sealed class DeliveryDialog() : GuideDialog(nameof(DeliveryDialog), Stage.Collect, Stage.Receipt);
