using System.Text.Json.Nodes;
using MarketoSetupBot.Sandbox.World;
using static MarketoSetupBot.Sandbox.World.GraphPermissions;

namespace MarketoSetupBot.Sandbox.Graph;

/// <summary><see href="https://learn.microsoft.com/graph/api/resources/user"/>, and what a user is a member of.</summary>
internal static class UserEndpoints
{
    /// <summary>What Graph shows of a user when nobody selects; <c>accountEnabled</c>, say, must be asked for.</summary>
    public static readonly string[] Defaults =
        ["businessPhones", "displayName", "givenName", "id", "jobTitle", "mail", "mobilePhone", "officeLocation", "preferredLanguage", "surname", "userPrincipalName"];

    public static void MapUsers(this IEndpointRouteBuilder graph)
    {
        var users = graph.MapGroup("/users").Needs(UserRead, DirectoryRead, DirectoryWrite);
        users.MapGet("", List);
        users.MapGet("/{key}", (string key, HttpContext context, Tenant tenant) => With(tenant, key, user => GraphAnswer.Entity(context, "users", user, defaults: Defaults)));
        users.MapGet("/{key}/transitiveMemberOf", (string key, HttpContext context, Tenant tenant) => With(tenant, key, user => GraphAnswer.Collection(context, "directoryObjects", [.. GroupsOf(tenant, user), .. RolesOf(tenant, user, null)])));
        users.MapGet("/{key}/memberOf", (string key, HttpContext context, Tenant tenant) => With(tenant, key, user => GraphAnswer.Collection(context, "directoryObjects",
            [.. tenant.Groups.Values.Where(group => group.Members.Contains(user.Id)).Select(group => GraphReference.Typed("group", group, null)), .. RolesOf(tenant, user, null)])));
        users.MapGet("/{key}/transitiveMemberOf/{type}", Cast);
        users.MapGet("/{key}/transitiveMemberOf/{type}/$count", (string key, string type, HttpContext context, Tenant tenant) => With(tenant, key, user =>
            Results.Text((type.EndsWith("directoryRole", StringComparison.Ordinal) ? RolesOf(tenant, user, null) : GroupsOf(tenant, user)).Count().ToString(System.Globalization.CultureInfo.InvariantCulture))));
        users.MapPost("/{key}/checkMemberGroups", CheckMemberGroupsAsync);
    }

    private static IResult List(HttpContext context, Tenant tenant)
    {
        lock (tenant.Gate)
        {
            return GraphAnswer.Collection(context, "users", tenant.Users.Values, Defaults);
        }
    }

    /// <summary>A cast is an advanced query, answered from an index.</summary>
    private static IResult Cast(string key, string type, HttpContext context, Tenant tenant, GraphCaller caller) => With(tenant, key, user => type switch
    {
        _ when !GraphQuery.Read(context.Request.Query).IsEventual(context) => GraphProblem.Unsupported("A cast needs the header 'ConsistencyLevel:eventual' and '$count=true'."),
        "microsoft.graph.directoryRole" or "graph.directoryRole" => GraphAnswer.Collection(context, "directoryRoles", RolesOf(tenant, user, caller)),
        "microsoft.graph.group" or "graph.group" => GraphAnswer.Collection(context, "groups", GroupsOf(tenant, user)),
        _ => GraphProblem.Bad($"'{type}' is not a type that a user can be a member of."),
    });

    private static async Task<IResult> CheckMemberGroupsAsync(string key, HttpContext context, Tenant tenant)
    {
        if (await GraphBody.ReadAsync(context.Request) is not { } body || body["groupIds"] is not JsonArray { Count: > 0 and <= 20 } ids) return GraphProblem.Bad("Property 'groupIds' must have 1 to 20 elements.");
        return With(tenant, key, user =>
        {
            var groups = tenant.GroupsOf(user.Id);
            return Results.Json(new JsonObject
            {
                ["@odata.context"] = GraphAnswer.Root + "/$metadata#Collection(Edm.String)",
                ["value"] = new JsonArray([.. ids.Select(id => id?.ToString()).Where(id => Guid.TryParse(id, out var group) && groups.Contains(group)).Select(id => JsonValue.Create(id))]),
            }, SandboxJson.Options);
        });
    }

    private static IEnumerable<JsonObject> GroupsOf(Tenant tenant, User user) => tenant.GroupsOf(user.Id).Select(id => GraphReference.Typed("group", tenant.Groups[id], null));

    /// <summary>Roles that apply to the whole tenant. A caller who may not read roles sees little more than an id.</summary>
    private static IEnumerable<JsonObject> RolesOf(Tenant tenant, User user, GraphCaller? caller)
    {
        var mayRead = caller is null || caller.HoldsAny(RoleRead, RoleReadAll, DirectoryRead, DirectoryWrite);
        var groups = tenant.GroupsOf(user.Id);
        return tenant.RoleAssignments.Values
            .Where(one => one.DirectoryScopeId == "/" && (one.PrincipalId == user.Id || groups.Contains(one.PrincipalId)))
            .Select(one => one.RoleDefinitionId).Distinct()
            .Select(role => new JsonObject
            {
                ["@odata.type"] = "#microsoft.graph.directoryRole",
                ["id"] = TenantChanges.CompactId(tenant.Id, role),
                ["deletedDateTime"] = null,
                ["description"] = null,
                ["displayName"] = mayRead ? WellKnown.DirectoryRoles.GetValueOrDefault(role) : null,
                ["roleTemplateId"] = mayRead ? role.ToString() : null,
            });
    }

    private static IResult With(Tenant tenant, string key, Func<User, IResult> answer)
    {
        var name = ObjectKey.Parse(key).Value;
        lock (tenant.Gate)
        {
            return tenant.FindUser(name) is { } user ? answer(user) : GraphProblem.NotFound(name);
        }
    }
}
