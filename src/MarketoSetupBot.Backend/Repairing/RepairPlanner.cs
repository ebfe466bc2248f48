using System.Globalization;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Plans;
using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;
using Microsoft.Graph.Models;

namespace MarketoSetupBot.Backend.Repairing;

/// <summary>Shows exactly the write of one repair, as a setup's plan would show it. A disabled object is never repaired: it may be somebody's containment.</summary>
internal sealed class RepairPlanner(Survey survey, BackendIdentity identity, TimeProvider clock) : IWorkPlanner
{
    public RunKind Kind => RunKind.Repair;

    public async Task<PlanView> PlanAsync(Run run, Connection connection, CancellationToken cancellationToken)
    {
        var found = await survey.TakeAsync(connection, run.Details!, cancellationToken);
        var step = RepairKind.Of(run.Repair)!.Step;
        var blockers = Blockers(found, step);
        IReadOnlyList<PlanItemView> items = blockers.Count > 0 || found.Application.Value is not { } app ? [] : Items(run, connection, found, app, step);
        return WorkPlan.Of(run, connection, identity.TenantId, items, blockers: blockers);
    }

    private IReadOnlyList<PlanItemView> Items(Run run, Connection connection, Findings found, Application app, StepKey step) => step switch
    {
        StepKey.TurnOffPublicClient => [PublicClient(app)],
        StepKey.RemoveOrphanedSecrets => [OrphanedSecrets(Orphans.Of(connection, app, clock.GetUtcNow()).Count, app)],
        _ => [.. new PlanItems(connection, run.Details!, found, clock.GetUtcNow()).All(run.Details!.SecretLifetimeDays).Where(i => i.Step == step)],
    };

    private static PlanItemView PublicClient(Application app) => app.IsPublicClient()
        ? new(StepKey.TurnOffPublicClient, PlanEffect.Change, new Phrase(PhraseCodes.RepairPublicClient), [$"PATCH /v1.0/applications/{app.Id}"])
        : new(StepKey.TurnOffPublicClient, PlanEffect.Keep, new Phrase(PhraseCodes.RepairPublicClientOff), []);

    private static PlanItemView OrphanedSecrets(int count, Application app) => count > 0
        ? new(StepKey.RemoveOrphanedSecrets, PlanEffect.Remove, new Phrase(PhraseCodes.RepairOrphans, ("count", count.ToString(CultureInfo.InvariantCulture))),
            [$"POST /v1.0/applications/{app.Id}/removePassword"])
        : new(StepKey.RemoveOrphanedSecrets, PlanEffect.Keep, new Phrase(PhraseCodes.RepairNoOrphans), []);

    private static IReadOnlyList<Phrase> Blockers(Findings found, StepKey step)
    {
        if (found.Application.MissingPermission is { } permission) return [new Phrase(PhraseCodes.BlockedPermissionMissing, ("permission", permission))];
        if (found.Application.Value is not { } app) return [new Phrase(PhraseCodes.RepairAppMissing)];
        if (app.DisabledByMicrosoftStatus is { Length: > 0 } and not "NotDisabled") return [new Phrase(PhraseCodes.BlockedAppDisabledByMicrosoft)];
        if (found.ServicePrincipal.Value?.AccountEnabled is false) return [new Phrase(PhraseCodes.BlockedServicePrincipalDisabled)];
        if (step is StepKey.Permission or StepKey.Consent && found.Dynamics is { Known: true, Value: null }) return [new Phrase(PhraseCodes.BlockedDynamicsMissing)];
        return step is StepKey.Consent or StepKey.SignIn && found.ServicePrincipal is { Known: true, Value: null } ? [new Phrase(PhraseCodes.RepairAppMissing)] : [];
    }
}
