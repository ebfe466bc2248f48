using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Backend.Undo;
using MarketoSetupBot.Contracts;
using Microsoft.Graph.Models;

namespace MarketoSetupBot.Backend.Steps;

/// <summary>Declares Dynamics CRM <c>user_impersonation</c> on the application, as a delegated scope, and leaves everything else that is declared as it is.</summary>
internal sealed class DeclarePermission(TenantGraph graph, TenantReads reads, Patience patience, HandWork byHand) : IStep
{
    public StepKey Key => StepKey.Permission;

    public async Task<StepResult> RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        var reading = reads.DynamicsAsync(cancellationToken);
        var app = await reads.ApplicationAsync(context.Connection, cancellationToken);
        var dynamics = await reading;
        if (app?.Id is not { } id)
            return patience.IsYoung(context) ? patience.NotYetThere(context) : StepResult.Failed(new Phrase(PhraseCodes.FailedAppGone));
        if (dynamics is null) return StepResult.Failed(new Phrase(PhraseCodes.BlockedDynamicsMissing));
        if (app.Declares(dynamics))
        {
            context.Effects.Settle(EffectKind.Permissions, id);
            return StepResult.Succeeded(new Phrase(PhraseCodes.PermissionFound), wrote: false);
        }

        var wanted = Extended(app.RequiredResourceAccess ?? [], dynamics);
        context.Effects.Intend(Key, EffectKind.Permissions, id, DeclaredPermissions.Write(app.RequiredResourceAccess), DeclaredPermissions.Write(wanted));
        await context.SaveAsync(cancellationToken);
        await graph.TellAsync(GraphPermissions.Applications, g => g.Applications[id].PatchAsync(
            new Application { RequiredResourceAccess = wanted }, cancellationToken: cancellationToken), cancellationToken)
            .OrByHandAsync(permission => byHand.Permission(context.Connection, permission));
        context.Effects.Settle(EffectKind.Permissions, id);
        return StepResult.Succeeded(new Phrase(PhraseCodes.Done), wrote: true);
    }

    private static List<RequiredResourceAccess> Extended(List<RequiredResourceAccess> declared, DynamicsCrm dynamics)
    {
        var ours = declared.FirstOrDefault(TenantFacts.IsDynamics);
        return
        [
            .. declared.Where(r => r != ours),
            new RequiredResourceAccess
            {
                ResourceAppId = DynamicsCrm.AppId,
                // The same id declared as an application role, as some public scripts do, would be refused beside the scope.
                ResourceAccess =
                [
                    .. (ours?.ResourceAccess ?? []).Where(a => a.Id != dynamics.ScopeId),
                    new ResourceAccess { Id = dynamics.ScopeId, Type = "Scope" },
                ],
            },
        ];
    }
}
