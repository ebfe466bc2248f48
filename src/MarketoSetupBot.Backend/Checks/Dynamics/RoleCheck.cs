using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Dataverse;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks.Dynamics;

/// <summary>The role stands on the user itself: Adobe has it ticked under Manage Roles, and says nothing of teams.</summary>
internal sealed class RoleCheck(OrganisationReadings readings, OrganisationReads reads, TimeProvider time) : OrganisationCheck(readings, time)
{
    public override string Id => CheckIds.DynamicsRole;

    public override IReadOnlyList<string> DependsOn => [CheckIds.DynamicsUser];

    protected override string Source => "systemusers({id})/systemuserroles_association";

    protected override async Task<CheckView> LookAsync(Connection connection, OrganisationAccess.Granted access, CancellationToken cancellationToken)
    {
        var user = (await Readings.SyncUserAsync(connection, cancellationToken))!;
        var page = access.Host.Record("systemuser", user.Id);
        if ((await reads.RolesAsync(access, user.Id, cancellationToken)).Contains(OrganisationReads.SyncRole, StringComparer.Ordinal))
            return this.Passed(new Phrase(PhraseCodes.CheckDynamicsRolePresent), page);
        return await reads.TeamWithRoleAsync(access, user.Id, OrganisationReads.SyncRole, cancellationToken) is { } team
            ? this.Warning(new Phrase(PhraseCodes.CheckDynamicsRoleThroughTeam, ("team", team)), page)
            : this.Failed(new Phrase(PhraseCodes.CheckDynamicsRoleMissing), page);
    }
}
