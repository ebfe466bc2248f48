using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Tests.Cards;

/// <summary>Undo and repair in the states that people meet.</summary>
internal static class WorkSamples
{
    private static readonly StepKey[] Undo =
    [
        StepKey.Plan, StepKey.Approve, StepKey.RemoveSecrets, StepKey.RemoveConsent, StepKey.RemovePolicy, StepKey.RestoreValues,
        StepKey.RemoveServicePrincipal, StepKey.RemoveApplication,
    ];

    private static readonly StepKey[] Repair = [StepKey.Plan, StepKey.Approve, StepKey.Permission, StepKey.Recheck];

    public static RunView UndoPlanned => Run(RunKind.Undo, RunState.Planned, Undo, StepKey.Approve, StepState.Waiting) with { Plan = UndoPlan };

    public static RunView UndoApplying => Run(RunKind.Undo, RunState.Applying, Undo, StepKey.RemoveConsent, StepState.Running) with { Plan = UndoPlan, Approver = Samples.Alex };

    public static RunView Undone
    {
        get
        {
            var run = Run(RunKind.Undo, RunState.Completed, Undo, null) with { Plan = UndoPlan, Approver = Samples.Alex };
            return run with
            {
                Steps = [.. run.Steps.Select(s => s.Key is StepKey.RemoveApplication
                    ? s with { State = StepState.Skipped, Says = new Phrase(PhraseCodes.UndoLeftForeignCredentials, ("what", "Application"), ("count", "2")) }
                    : s)],
            };
        }
    }

    public static RunView NothingUndone => Run(RunKind.Undo, RunState.Completed, Undo, null) with { Plan = UndoPlan with { Items = [UndoPlan.Items[^1]] }, NothingChanged = true };

    public static RunView RepairPlanned => Run(RunKind.Repair, RunState.Planned, Repair, StepKey.Approve, StepState.Waiting) with { Repair = Repairs.Permission, Plan = RepairPlan };

    public static RunView RepairBlocked => Run(RunKind.Repair, RunState.Blocked, Repair, StepKey.Plan, StepState.Failed) with
    {
        Repair = Repairs.Consent,
        Plan = RepairPlan with { Items = [], Blockers = [new Phrase(PhraseCodes.BlockedServicePrincipalDisabled)] },
    };

    public static RunView RepairApplying => Run(RunKind.Repair, RunState.Applying, Repair, StepKey.Recheck, StepState.Waiting) with { Repair = Repairs.Permission, Plan = RepairPlan, Approver = Samples.Alex };

    public static RunView Repaired => Run(RunKind.Repair, RunState.Completed, Repair, null) with
    {
        Repair = Repairs.Permission,
        Plan = RepairPlan,
        Approver = Samples.Alex,
        Notices = [new NoticeView(1, new Phrase(PhraseCodes.CheckPermissionPresent), Samples.Now)],
    };

    private static PlanView UndoPlan => Samples.Planned.Plan! with
    {
        Items =
        [
            new(StepKey.RemoveSecrets, PlanEffect.Remove, new Phrase(PhraseCodes.UndoSecret, ("recipient", "Megan Bowen")), ["POST /v1.0/applications/1/removePassword"]),
            new(StepKey.RemoveConsent, PlanEffect.Remove, new Phrase(PhraseCodes.UndoRemove, ("what", "Grant")), ["DELETE /v1.0/oauth2PermissionGrants/1"]),
            new(StepKey.RestoreValues, PlanEffect.Restore, new Phrase(PhraseCodes.UndoRestore, ("what", "Permissions")), ["PATCH /v1.0/applications/1"]),
            new(StepKey.RemoveApplication, PlanEffect.Remove, new Phrase(PhraseCodes.UndoRemoveApp, ("app", "Marketo Integration"), ("clientId", Samples.ClientId)), ["DELETE /v1.0/applications/1"]),
            new(StepKey.RemoveServicePrincipal, PlanEffect.Keep, new Phrase(PhraseCodes.UndoLeftDisabled, ("what", "ServicePrincipal")), []),
        ],
        Risks = [new Phrase(PhraseCodes.UndoStopsSync)],
        SecretLifetimeDays = null,
    };

    private static PlanView RepairPlan => UndoPlan with
    {
        Items = [new(StepKey.Permission, PlanEffect.Change, new Phrase(PhraseCodes.PermissionWillBeAdded), ["PATCH /v1.0/applications/1"])],
        Risks = [],
    };

    private static RunView Run(RunKind kind, RunState state, StepKey[] steps, StepKey? at, StepState how = StepState.Running) => Samples.Draft with
    {
        Kind = kind,
        State = state,
        Details = Samples.Planned.Details,
        Undoes = kind is RunKind.Undo ? Samples.RunId : null,
        Steps = [.. steps.Select(key => key == at ? new StepView(key, how)
            : at is null || key < at ? new StepView(key, StepState.Succeeded, new Phrase(PhraseCodes.Done), Samples.Now)
            : new StepView(key, StepState.Pending))],
    };
}
