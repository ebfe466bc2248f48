using System.Text.Json.Nodes;

namespace MarketoSetupBot.Sandbox.Dataverse;

/// <summary>The one team a user of the sandbox can be in: one that has the role "Marketo Sync User".</summary>
internal static class Teams
{
    private static readonly Guid TheTeam = new("0b7f5a11-6a52-4a0e-9f0e-6f1f60a9d090");

    public static Table Of(SystemUser user) => new("teams", "teamid", ["teamid", "name"],
        user.SyncRoleTeam is { } team ? [new JsonObject { ["teamid"] = TheTeam, ["name"] = team }] : []);

    public static IEnumerable<SecurityRole> RolesOf(OrganizationState state, Guid team) =>
        team == TheTeam ? state.Roles.Where(role => role.Id == OrganizationState.SyncRole) : throw ODataException.NoSuchRow("team", team.ToString());
}
