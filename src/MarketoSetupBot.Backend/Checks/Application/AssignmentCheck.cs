using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>Everybody may use the application, or the sync user is assigned to it, alone or through a group (AADSTS50105 otherwise).</summary>
internal sealed class AssignmentCheck(Readings readings, Portal portal) : ICheck
{
    public string Id => CheckIds.Assignment;

    public IReadOnlyList<string> DependsOn => [CheckIds.ServicePrincipal, CheckIds.SyncUser];

    public IReadOnlyList<string> Permissions => [GraphPermissions.Applications, GraphPermissions.Groups];

    public async Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken)
    {
        var principal = (await readings.ServicePrincipalAsync(connection, cancellationToken))!;
        var page = portal.UsersAndGroups(principal.Id!, principal.AppId ?? "");
        if (principal.AppRoleAssignmentRequired is not true)
            return this.Passed(new Phrase(PhraseCodes.CheckAssignmentNotRequired), page).Saw(Sources.ServicePrincipal, "appRoleAssignmentRequired", false);

        var user = (await readings.SyncUserAsync(connection.SyncUser!, cancellationToken))!;
        var assigned = readings.AssignedToAsync(principal.Id!, cancellationToken);
        var memberships = readings.MembershipsAsync(user.Id!, cancellationToken);
        await Task.WhenAll(assigned, memberships);
        var given = (await assigned).Any(id => string.Equals(id, user.Id, StringComparison.OrdinalIgnoreCase) || memberships.Result.Contains(id));
        return (given
                ? this.Passed(new Phrase(PhraseCodes.CheckAssignmentGiven), page)
                : this.Failed(new Phrase(PhraseCodes.CheckAssignmentMissing), page))
            .Saw(Sources.ServicePrincipal, "appRoleAssignmentRequired", true).Saw(Sources.AssignedTo, "count", (await assigned).Count)
            .For(WhoCan.ChangeApplications);
    }
}
