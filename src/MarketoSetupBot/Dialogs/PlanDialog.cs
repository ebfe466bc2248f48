namespace MarketoSetupBot.Dialogs;

/// <summary>Preflight, plan, approval, and the steps that run.</summary>
internal sealed class PlanDialog() : GuideDialog(nameof(PlanDialog), Stage.Planning, Stage.Plan, Stage.Applying, Stage.ByHand, Stage.Trouble);
