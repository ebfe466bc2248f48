using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace MarketoSetupBot.Sandbox.Dataverse;

/// <summary>Rights to read single tables, as far as a validation asks for them. Whoever has the sync role or administers has them; the basic role has some.</summary>
internal static class Privileges
{
    private static readonly string[] Basic = ["prvReadLead", "prvReadContact", "prvReadAccount"];
    private static readonly string[] All = [.. Basic, "prvReadOpportunity", "prvRead" + MarketoConfig.LogicalName];

    public static Table Known { get; } = new("privileges", "privilegeid", ["privilegeid", "name"],
        [.. All.Select(name => new JsonObject { ["privilegeid"] = Id(name), ["name"] = name })]);

    public static JsonObject Of(OrganizationState state, SystemUser user, string context)
    {
        IEnumerable<string> held = user.Roles.Contains(OrganizationState.SyncRole) || user.SyncRoleTeam is not null ? All.Except(state.MissingPrivileges)
            : user.Roles.Contains(OrganizationState.SystemAdministrator) ? All
            : user.Roles.Contains(OrganizationState.BasicUser) ? Basic : [];
        return new JsonObject
        {
            ["@odata.context"] = $"{context}#Microsoft.Dynamics.CRM.RetrieveUserPrivilegesResponse",
            ["RolePrivileges"] = new JsonArray([.. held.Select(name => new JsonObject
            {
                ["Depth"] = "Global", ["PrivilegeId"] = Id(name), ["BusinessUnitId"] = OrganizationState.BusinessUnitId, ["PrivilegeName"] = name,
            })]),
        };
    }

    private static Guid Id(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16), bigEndian: true);
}
