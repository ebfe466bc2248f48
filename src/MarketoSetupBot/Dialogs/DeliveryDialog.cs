namespace MarketoSetupBot.Dialogs;

/// <summary>The secret: waiting to be collected, or to be made by an administrator, then the receipt.</summary>
internal sealed class DeliveryDialog() : GuideDialog(nameof(DeliveryDialog), Stage.Collect, Stage.SecretByHand, Stage.Receipt);
