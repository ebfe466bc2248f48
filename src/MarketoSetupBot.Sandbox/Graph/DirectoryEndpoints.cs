using System.Text.Json.Nodes;
using MarketoSetupBot.Sandbox.World;
using static MarketoSetupBot.Sandbox.World.GraphPermissions;

namespace MarketoSetupBot.Sandbox.Graph;

/// <summary>The organisation, its domains, groups and role assignments, and whether passwords are synchronised.</summary>
internal static class DirectoryEndpoints
{
    public static void MapDirectory(this IEndpointRouteBuilder graph)
    {
        graph.MapGet("/organization", Organization).Needs(OrganizationRead, DirectoryRead, DirectoryWrite);
        graph.MapGet("/organization/{id:guid}", (Guid id, HttpContext context, Tenant tenant) => tenant.Locked<IResult>(() =>
            id == tenant.Id ? GraphAnswer.Entity(context, "organization", Shape(tenant)) : GraphProblem.NotFound(id))).Needs(OrganizationRead, DirectoryRead, DirectoryWrite);
        graph.MapGet("/domains", (HttpContext context, Tenant tenant) => tenant.Locked<IResult>(() => GraphAnswer.Collection(context, "domains", tenant.Domains.Values, advanced: false)))
            .Needs(DomainRead, DirectoryRead, DirectoryWrite);
        graph.MapGet("/domains/{key}", (string key, HttpContext context, Tenant tenant) => tenant.Locked<IResult>(() =>
            tenant.Domains.TryGetValue(ObjectKey.Parse(key).Value, out var domain) ? GraphAnswer.Entity(context, "domains", domain) : GraphProblem.NotFound(key))).Needs(DomainRead, DirectoryRead, DirectoryWrite);
        graph.MapGet("/directory/onPremisesSynchronization", PasswordHashSync);
        MapGroups(graph);
        MapRoles(graph);
    }

    private static void MapGroups(IEndpointRouteBuilder graph)
    {
        var groups = graph.MapGroup("/groups").Needs(GroupMemberRead, GroupRead, DirectoryRead, DirectoryWrite);
        groups.MapGet("", (HttpContext context, Tenant tenant) => tenant.Locked<IResult>(() => GraphAnswer.Collection(context, "groups", tenant.Groups.Values)));
        groups.MapGet("/{id:guid}", (Guid id, HttpContext context, Tenant tenant) => tenant.Locked<IResult>(() =>
            tenant.Groups.TryGetValue(id, out var group) ? GraphAnswer.Entity(context, "groups", group) : GraphProblem.NotFound(id)));
        groups.MapGet("/{id:guid}/members", (Guid id, HttpContext context, Tenant tenant) => tenant.Locked<IResult>(() =>
            tenant.Groups.TryGetValue(id, out var group) ? GraphAnswer.Collection(context, "directoryObjects", tenant.DirectoryObjects(group.Members)) : GraphProblem.NotFound(id)));
        groups.MapGet("/{id:guid}/transitiveMembers", (Guid id, HttpContext context, Tenant tenant) => tenant.Locked<IResult>(() =>
            tenant.Groups.ContainsKey(id) ? GraphAnswer.Collection(context, "directoryObjects", tenant.DirectoryObjects(Members(tenant, id))) : GraphProblem.NotFound(id)));
    }

    private static void MapRoles(IEndpointRouteBuilder graph)
    {
        var roles = graph.MapGroup("/roleManagement/directory").Needs(RoleRead, RoleReadAll, DirectoryRead, DirectoryWrite);
        roles.MapGet("/roleAssignments", (HttpContext context, Tenant tenant) => tenant.Locked<IResult>(() =>
            GraphAnswer.Collection(context, "roleManagement/directory/roleAssignments", tenant.RoleAssignments.Values, advanced: false)));
        graph.MapGroup("/roleManagement/directory").Needs(EligibilityRead).MapGet("/roleEligibilitySchedules", (HttpContext context, Tenant tenant) => tenant.Locked<IResult>(() =>
            GraphAnswer.Collection(context, "roleManagement/directory/roleEligibilitySchedules", tenant.RoleEligibilities.Values, advanced: false)));
        roles.MapGet("/transitiveRoleAssignments", (HttpContext context, Tenant tenant) => tenant.Locked<IResult>(() => Transitive(context, tenant)));
    }

    /// <summary>Assignments a principal has itself or through a group, each shown as if it were the principal's own. Answers advanced queries only.</summary>
    private static IResult Transitive(HttpContext context, Tenant tenant)
    {
        if (!GraphQuery.Read(context.Request.Query).IsEventual(context)) return GraphProblem.Unsupported("The request needs the header 'ConsistencyLevel:eventual' and '$count=true'.");
        var rows = tenant.Users.Keys.SelectMany(user =>
        {
            var groups = tenant.GroupsOf(user);
            return tenant.RoleAssignments.Values.Where(one => one.PrincipalId == user || groups.Contains(one.PrincipalId)).Select(one => one with { PrincipalId = user });
        });
        return GraphAnswer.Collection(context, "roleManagement/directory/transitiveRoleAssignments", rows);
    }

    private static IResult Organization(HttpContext context, Tenant tenant) => tenant.Locked<IResult>(() => GraphAnswer.Collection(context, "organization", [Shape(tenant)], advanced: false));

    private static object Shape(Tenant tenant) => new
    {
        id = tenant.Id,
        deletedDateTime = (DateTimeOffset?)null,
        displayName = tenant.DisplayName,
        countryLetterCode = "US",
        tenantType = "AAD",
        onPremisesSyncEnabled = tenant.OnPremisesSyncEnabled,
        onPremisesLastSyncDateTime = tenant.OnPremisesSyncEnabled is true ? tenant.Clock.GetUtcNow().AddMinutes(-20) : (DateTimeOffset?)null,
        verifiedDomains = tenant.Domains.Values.Where(domain => domain.IsVerified)
            .Select(domain => new { name = domain.Id, type = domain.AuthenticationType, isDefault = domain.IsDefault, isInitial = domain.IsInitial, capabilities = string.Join(", ", domain.SupportedServices) }),
    };

    /// <summary>Readable with a Global Administrator's own token only; an application is refused whatever it holds.</summary>
    private static IResult PasswordHashSync(HttpContext context, Tenant tenant, GraphCaller caller) => tenant.Locked<IResult>(() =>
    {
        if (caller.IsApp || !caller.HoldsAny(OnPremisesRead)) return GraphProblem.Denied;
        var isGlobal = tenant.RoleAssignments.Values.Any(one => one.PrincipalId == caller.Bearer.ObjectId && one.DirectoryScopeId == "/" && one.RoleDefinitionId == WellKnown.DirectoryRole("Global Administrator"));
        if (!isGlobal) return GraphProblem.Denied;
        if (tenant.OnPremisesSyncEnabled is null) return GraphProblem.NotFound("onPremisesSynchronization");
        return GraphAnswer.Collection(context, "directory/onPremisesSynchronization", [new JsonObject
        {
            ["id"] = tenant.Id.ToString(),
            ["features"] = new JsonObject { ["passwordSyncEnabled"] = tenant.PasswordHashSync, ["userForcePasswordChangeOnLogonEnabled"] = false, ["cloudPasswordPolicyForPasswordSyncedUsersEnabled"] = false },
        }], advanced: false);
    });

    private static HashSet<Guid> Members(Tenant tenant, Guid group)
    {
        var found = new HashSet<Guid>();
        var open = new Queue<Guid>([group]);
        while (open.TryDequeue(out var id))
        {
            foreach (var member in tenant.Groups[id].Members.Where(found.Add))
            {
                if (tenant.Groups.ContainsKey(member)) open.Enqueue(member);
            }
        }

        return found;
    }
}
