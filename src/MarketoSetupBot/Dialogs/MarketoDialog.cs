namespace MarketoSetupBot.Dialogs;

/// <summary>The acts that only a person can do in Marketo.</summary>
internal sealed class MarketoDialog() : GuideDialog(nameof(MarketoDialog), Stage.DisableSync, Stage.EditCredentials, Stage.Save, Stage.ValidateSyncSetup, Stage.Close, Stage.SwitchMethod, Stage.Settle, Stage.EnableSync);
