using MarketoSetupBot.Sandbox.World;
using static MarketoSetupBot.Sandbox.World.GraphPermissions;

namespace MarketoSetupBot.Sandbox.Graph;

/// <summary><see href="https://learn.microsoft.com/graph/api/resources/oauth2permissiongrant"/></summary>
internal static class GrantEndpoints
{
    private const string Set = "oauth2PermissionGrants";

    public static void MapGrants(this IEndpointRouteBuilder graph)
    {
        var readers = graph.MapGroup("/oauth2PermissionGrants").Needs(GrantReadAll, GrantAll, DirectoryRead, DirectoryWrite);
        readers.MapGet("", List);
        readers.MapGet("/{id}", Get);
        graph.MapGet("/servicePrincipals/{key}/oauth2PermissionGrants", (string key, HttpContext context, Tenant tenant) => tenant.With(key, principal =>
            GraphAnswer.Collection(context, Set, tenant.Grants.Values.Where(grant => grant.ClientId == principal.Id), advanced: false))).Needs(GrantReadAll, GrantAll, DirectoryRead, DirectoryWrite);

        var writers = graph.MapGroup("/oauth2PermissionGrants").Needs(GrantAll, DirectoryWrite);
        writers.MapPost("", CreateAsync);
        writers.MapPatch("/{id}", ChangeAsync);
        writers.MapDelete("/{id}", Delete);
    }

    private static IResult List(HttpContext context, Tenant tenant)
    {
        lock (tenant.Gate)
        {
            return GraphAnswer.Collection(context, Set, tenant.Grants.Values.Where(grant => tenant.Replication.HasArrived(grant.Id)), advanced: false);
        }
    }

    private static IResult Get(string id, HttpContext context, Tenant tenant)
    {
        lock (tenant.Gate)
        {
            return tenant.Grants.TryGetValue(id, out var grant) && tenant.Replication.HasArrived(id) ? GraphAnswer.Entity(context, Set, grant) : GraphProblem.NotFound(id);
        }
    }

    private static async Task<IResult> CreateAsync(HttpContext context, Tenant tenant)
    {
        if (await GraphBody.ReadAsync(context.Request) is not { } body) return GraphProblem.Bad("Unable to read JSON request payload.");
        var empty = new Grant { Id = "", ClientId = default, ResourceId = default, ConsentType = "" };
        if (GraphBody.Apply(empty, body, ["id", "startTime", "expiryTime"], out var grant) is { } unreadable) return unreadable;
        lock (tenant.Gate)
        {
            if (Check(tenant, grant) is { } refused) return refused;
            if (tenant.Grants.Values.Any(one => one.ClientId == grant.ClientId && one.ResourceId == grant.ResourceId && one.PrincipalId == grant.PrincipalId))
                return GraphProblem.Duplicate("Permission entry already exists.");

            grant = grant with { Id = grant.PrincipalId is { } person ? TenantChanges.CompactId(grant.ClientId, grant.ResourceId, person) : TenantChanges.CompactId(grant.ClientId, grant.ResourceId) };
            tenant.Grants.Add(grant.Id, grant);
            tenant.Replication.Wrote(grant.Id);
            return GraphAnswer.Entity(context, Set, grant, 201);
        }
    }

    private static GraphProblem? Check(Tenant tenant, Grant grant)
    {
        if (grant.ConsentType is not ("AllPrincipals" or "Principal")) return GraphProblem.Bad("Invalid value specified for property 'consentType' of resource 'OAuth2PermissionGrant'.");
        if (grant.ConsentType == "Principal" != grant.PrincipalId.HasValue) return GraphProblem.Bad("Property 'principalId' goes with consentType 'Principal' and with no other.");
        if (grant.PrincipalId is { } person && !tenant.Users.ContainsKey(person)) return GraphProblem.NotFound(person);
        foreach (var id in (Guid[])[grant.ClientId, grant.ResourceId])
        {
            if (!tenant.ServicePrincipals.ContainsKey(id)) return GraphProblem.NotFound(id);
            if (!tenant.Replication.HasArrived(id)) return GraphProblem.Denied;
        }

        return Unknown(tenant, grant);
    }

    /// <summary>A scope that the resource does not offer can be granted to nobody.</summary>
    private static GraphProblem? Unknown(Tenant tenant, Grant grant) =>
        grant.Scopes().FirstOrDefault(scope => tenant.ServicePrincipals[grant.ResourceId].Oauth2PermissionScopes.All(known => known.Value != scope)) is { } scope
            ? GraphProblem.Bad($"The permission scope '{scope}' does not exist on the resource.")
            : null;

    private static async Task<IResult> ChangeAsync(string id, HttpContext context, Tenant tenant)
    {
        if (await GraphBody.ReadAsync(context.Request) is not { } body) return GraphProblem.Bad("Unable to read JSON request payload.");
        lock (tenant.Gate)
        {
            if (!tenant.Grants.TryGetValue(id, out var grant)) return GraphProblem.NotFound(id);
            if ((GraphBody.Apply(grant, body, ["id", "clientId", "resourceId", "consentType", "principalId"], out var changed) ?? Unknown(tenant, changed)) is { } refused) return refused;
            tenant.Grants[id] = changed;
            return Results.NoContent();
        }
    }

    private static IResult Delete(string id, Tenant tenant)
    {
        lock (tenant.Gate)
        {
            return tenant.Grants.Remove(id) ? Results.NoContent() : GraphProblem.NotFound(id);
        }
    }
}
