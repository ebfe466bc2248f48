using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;
using Microsoft.Graph.Models;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>Dynamics CRM <c>user_impersonation</c> is declared as a delegated scope, and nothing else is declared.</summary>
internal sealed class PermissionCheck(Readings readings, Portal portal) : ICheck
{
    public string Id => CheckIds.Permission;

    public IReadOnlyList<string> DependsOn => [CheckIds.Application];

    public IReadOnlyList<string> Permissions => [GraphPermissions.Applications];

    public async Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken)
    {
        var app = (await readings.ApplicationAsync(connection, cancellationToken))!;
        var dynamics = await readings.DynamicsAsync(cancellationToken);
        var declared = (app.RequiredResourceAccess ?? []).SelectMany(r => (r.ResourceAccess ?? []).Select(a => (Resource: r, Access: a))).ToList();
        return Judge(app, dynamics, declared.Count, declared.Any(d => TenantFacts.IsDynamics(d.Resource) && d.Access.Type is "Role"))
            .Saw(Sources.Application, "requiredResourceAccess", string.Join(", ", declared.Select(d => $"{d.Resource.ResourceAppId} {d.Access.Type} {d.Access.Id:D}")))
            .For(WhoCan.ChangeApplications);
    }

    private CheckView Judge(Application app, DynamicsCrm? dynamics, int declared, bool asRole)
    {
        var page = portal.Permissions(app.AppId!);
        if (dynamics is not null && app.Declares(dynamics))
        {
            return declared > 1
                ? this.Warning(new Phrase(PhraseCodes.CheckPermissionExcess, ("count", CheckViews.Number(declared - 1))), page)
                : this.Passed(new Phrase(PhraseCodes.CheckPermissionPresent), page);
        }

        return this.Failed(new Phrase(asRole ? PhraseCodes.CheckPermissionAsRole : PhraseCodes.CheckPermissionMissing), page).RepairedBy(Repairs.Permission);
    }
}
