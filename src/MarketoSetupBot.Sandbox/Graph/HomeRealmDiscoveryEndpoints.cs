using System.Text.Json;
using System.Text.Json.Nodes;
using MarketoSetupBot.Sandbox.World;
using static MarketoSetupBot.Sandbox.World.GraphPermissions;

namespace MarketoSetupBot.Sandbox.Graph;

/// <summary><see href="https://learn.microsoft.com/graph/api/resources/homerealmdiscoverypolicy"/>, the policies and what they are attached to.</summary>
internal static class HomeRealmDiscoveryEndpoints
{
    private const string Set = "policies/homeRealmDiscoveryPolicies";
    private static readonly string[] ReadOnly = ["id", "deletedDateTime"];

    public static void MapHomeRealmDiscovery(this IEndpointRouteBuilder graph)
    {
        var readers = graph.MapGroup("/policies/homeRealmDiscoveryPolicies").Needs(PolicyRead, PolicyApplicationConfiguration);
        readers.MapGet("", (HttpContext context, Tenant tenant) => tenant.Locked<IResult>(() => GraphAnswer.Collection(context, Set, tenant.HomeRealmDiscoveryPolicies.Values.Where(one => tenant.Replication.HasArrived(one.Id)))));
        readers.MapGet("/{id:guid}", (Guid id, HttpContext context, Tenant tenant) => With(tenant, id, policy => GraphAnswer.Entity(context, Set, policy)));
        readers.MapGet("/{id:guid}/appliesTo", (Guid id, HttpContext context, Tenant tenant) => With(tenant, id, policy =>
            GraphAnswer.Collection(context, "directoryObjects", tenant.DirectoryObjects(tenant.ServicePrincipals.Values.Where(one => one.HomeRealmDiscoveryPolicies.Contains(id)).Select(one => one.Id)))));

        var writers = graph.MapGroup("/policies/homeRealmDiscoveryPolicies").Needs(PolicyApplicationConfiguration);
        writers.MapPost("", CreateAsync);
        writers.MapPatch("/{id:guid}", ChangeAsync);
        writers.MapDelete("/{id:guid}", (Guid id, Tenant tenant) => With(tenant, id, policy =>
        {
            foreach (var principal in tenant.ServicePrincipals.Values.Where(one => one.HomeRealmDiscoveryPolicies.Contains(id)).ToArray())
                tenant.ServicePrincipals[principal.Id] = principal with { HomeRealmDiscoveryPolicies = [.. principal.HomeRealmDiscoveryPolicies.Where(one => one != id)] };
            tenant.HomeRealmDiscoveryPolicies.Remove(id);
            return Results.NoContent();
        }));
    }

    public static void MapAssignedHomeRealmDiscovery(this IEndpointRouteBuilder graph)
    {
        var assigned = graph.MapGroup("/servicePrincipals/{key}/homeRealmDiscoveryPolicies");
        assigned.MapGet("", (string key, HttpContext context, Tenant tenant) => tenant.With(key, principal =>
            GraphAnswer.Collection(context, Set, principal.HomeRealmDiscoveryPolicies.Select(id => tenant.HomeRealmDiscoveryPolicies[id])))).Needs(PolicyRead, PolicyApplicationConfiguration);
        assigned.MapPost("/$ref", AttachAsync).Needs(ApplicationOwned, ApplicationAll).Needs(PolicyRead, PolicyApplicationConfiguration);
        assigned.MapDelete("/{id:guid}/$ref", Detach).Needs(ApplicationOwned, ApplicationAll).Needs(PolicyRead, PolicyApplicationConfiguration);
    }

    private static async Task<IResult> CreateAsync(HttpContext context, Tenant tenant)
    {
        if (await GraphBody.ReadAsync(context.Request) is not { } body) return GraphProblem.Bad("Unable to read JSON request payload.");
        if ((GraphBody.Apply(new HomeRealmDiscoveryPolicy { Id = Guid.NewGuid() }, body, ReadOnly, out var policy) ?? Check(policy)) is { } refused) return refused;
        return tenant.Locked<IResult>(() =>
        {
            if (policy.IsOrganizationDefault is true && tenant.HomeRealmDiscoveryPolicies.Values.Any(one => one.IsOrganizationDefault is true))
                return GraphProblem.Bad("A default policy of this type already exists in the organization.");
            tenant.HomeRealmDiscoveryPolicies.Add(policy.Id, policy);
            tenant.Replication.Wrote(policy.Id);
            return GraphAnswer.Entity(context, Set, policy, 201);
        });
    }

    private static async Task<IResult> ChangeAsync(Guid id, HttpContext context, Tenant tenant)
    {
        if (await GraphBody.ReadAsync(context.Request) is not { } body) return GraphProblem.Bad("Unable to read JSON request payload.");
        return With(tenant, id, policy =>
        {
            if ((GraphBody.Apply(policy, body, ReadOnly, out var changed) ?? Check(changed)) is { } refused) return refused;
            tenant.HomeRealmDiscoveryPolicies[id] = changed;
            return Results.NoContent();
        });
    }

    private static async Task<IResult> AttachAsync(string key, HttpContext context, Tenant tenant, GraphCaller caller)
    {
        if (await GraphReference.ReadAsync(context.Request) is not { } policy) return GraphProblem.Bad("A reference '@odata.id' is expected.");
        return tenant.With(key, principal =>
        {
            if (!caller.MayWrite(principal)) return GraphProblem.Denied;
            if (!tenant.HomeRealmDiscoveryPolicies.ContainsKey(policy) || !tenant.Replication.HasArrived(policy)) return GraphProblem.NotFound(policy);
            if (principal.HomeRealmDiscoveryPolicies.Count > 0) return GraphProblem.Bad("A conflicting object with one or more of the specified property values is present: a service principal has one home realm discovery policy at most.");
            tenant.ServicePrincipals[principal.Id] = principal with { HomeRealmDiscoveryPolicies = [policy] };
            return Results.NoContent();
        });
    }

    private static IResult Detach(string key, Guid id, Tenant tenant, GraphCaller caller) => tenant.With(key, principal =>
    {
        if (!caller.MayWrite(principal)) return GraphProblem.Denied;
        if (!principal.HomeRealmDiscoveryPolicies.Contains(id)) return GraphProblem.NotFound(id);
        tenant.ServicePrincipals[principal.Id] = principal with { HomeRealmDiscoveryPolicies = [.. principal.HomeRealmDiscoveryPolicies.Where(one => one != id)] };
        return Results.NoContent();
    });

    private static GraphProblem? Check(HomeRealmDiscoveryPolicy policy)
    {
        if (policy.DisplayName is null or "") return GraphProblem.Bad("Property 'displayName' is required.");
        if (policy.Definition is not [var definition]) return GraphProblem.Bad("Property 'definition' must have exactly one element.");
        try
        {
            return JsonNode.Parse(definition)?["HomeRealmDiscoveryPolicy"] is JsonObject ? null : GraphProblem.Bad("Property 'definition' has an invalid value.");
        }
        catch (JsonException)
        {
            return GraphProblem.Bad("Property 'definition' has an invalid value.");
        }
    }

    private static IResult With(Tenant tenant, Guid id, Func<HomeRealmDiscoveryPolicy, IResult> answer) => tenant.Locked<IResult>(() =>
        tenant.HomeRealmDiscoveryPolicies.TryGetValue(id, out var policy) && tenant.Replication.HasArrived(id) ? answer(policy) : GraphProblem.NotFound(id));
}
