using MarketoSetupBot.Sandbox.World;
using static MarketoSetupBot.Sandbox.World.GraphPermissions;

namespace MarketoSetupBot.Sandbox.Graph;

/// <summary><see href="https://learn.microsoft.com/graph/api/resources/serviceprincipal"/></summary>
internal static class ServicePrincipalEndpoints
{
    private const string Set = "servicePrincipals";

    private static readonly string[] ReadOnly = ["id", "appId", "deletedDateTime", "createdDateTime", "createdByAppId", "appOwnerOrganizationId", "appDisplayName", "servicePrincipalType", "signInAudience"];

    public static void MapServicePrincipals(this IEndpointRouteBuilder graph)
    {
        var readers = graph.MapGroup("/servicePrincipals").Needs(ApplicationReadAll, ApplicationOwned, ApplicationAll, DirectoryRead, DirectoryWrite);
        readers.MapGet("", List);
        readers.MapGet("/{key}", Get);
        readers.MapGet("/{key}/owners", Owners);
        readers.MapGet("/{key}/appRoleAssignments", AppRoleAssignments);
        readers.MapGet("/{key}/appRoleAssignedTo", AppRoleAssignedTo);
        readers.MapGet("/{key}/federatedIdentityCredentials", (string key, HttpContext context, Tenant tenant) => tenant.With(key, principal =>
            GraphAnswer.Collection(context, "servicePrincipals/federatedIdentityCredentials", principal.FederatedIdentityCredentials)));

        var writers = graph.MapGroup("/servicePrincipals").Needs(ApplicationOwned, ApplicationAll, DirectoryWrite);
        writers.MapPost("", CreateAsync);
        writers.MapPatch("/{key}", ChangeAsync);
        writers.MapDelete("/{key}", Delete);
        graph.MapAssignedHomeRealmDiscovery();
    }

    private static IResult List(HttpContext context, Tenant tenant)
    {
        lock (tenant.Gate)
        {
            return GraphAnswer.Collection(context, Set, tenant.ServicePrincipals.Values.Where(principal => tenant.Replication.HasArrived(principal.Id)));
        }
    }

    private static IResult Get(string key, HttpContext context, Tenant tenant) =>
        tenant.With(key, principal => GraphAnswer.Entity(context, Set, principal));

    private static IResult Owners(string key, HttpContext context, Tenant tenant) =>
        tenant.With(key, principal => GraphAnswer.Collection(context, "directoryObjects", tenant.DirectoryObjects(principal.Owners)));

    private static IResult AppRoleAssignments(string key, HttpContext context, Tenant tenant) =>
        tenant.With(key, principal => GraphAnswer.Collection(context, "appRoleAssignments", tenant.AppRoleAssignments.Values.Where(one => one.PrincipalId == principal.Id)));

    private static IResult AppRoleAssignedTo(string key, HttpContext context, Tenant tenant) =>
        tenant.With(key, principal => GraphAnswer.Collection(context, "appRoleAssignedTo", tenant.AppRoleAssignments.Values.Where(one => one.ResourceId == principal.Id)));

    private static async Task<IResult> CreateAsync(HttpContext context, Tenant tenant, GraphCaller caller)
    {
        if (await GraphBody.ReadAsync(context.Request) is not { } body || !Guid.TryParse(body["appId"]?.ToString(), out var appId)) return GraphProblem.Bad("Property 'appId' is required.");
        body.Remove("appId");
        lock (tenant.Gate)
        {
            if (tenant.FindServicePrincipal(appId) is not null)
                return new GraphProblem(409, "Request_MultipleObjectsWithSameKeyValue", $"The service principal cannot be created, updated, or restored because the service principal name {appId} is already in use.");

            // With OwnedBy, an application that is missing, foreign or not replicated yet all look the same.
            if (tenant.FindApplication(appId) is not { } app || !tenant.Replication.HasArrived(app.Id) || !caller.MayWrite(app))
            {
                return caller.HoldsAny(ApplicationAll, DirectoryWrite) && tenant.FindApplication(appId) is null
                    ? GraphProblem.Bad($"The appId '{appId}' of the service principal does not reference a valid application object.")
                    : GraphProblem.Denied with { Message = "When using this permission, the backing application of the service principal being created must in the local tenant." };
            }

            if (GraphBody.Apply(From(app, tenant, caller), body, ReadOnly, out var principal) is { } refused) return refused;
            tenant.Add(principal with { Owners = [caller.Bearer.ObjectId] });
            tenant.Replication.Wrote(principal.Id);
            context.Response.Headers.Location = $"{GraphAnswer.Root}/servicePrincipals/{principal.Id}";
            return GraphAnswer.Entity(context, Set, principal, 201);
        }
    }

    private static ServicePrincipal From(Application app, Tenant tenant, GraphCaller caller) => new()
    {
        Id = Guid.NewGuid(),
        AppId = app.AppId,
        DisplayName = app.DisplayName,
        AppDisplayName = app.DisplayName,
        AppOwnerOrganizationId = tenant.Id,
        CreatedDateTime = tenant.Clock.GetUtcNow(),
        CreatedByAppId = caller.Bearer.ClientAppId.ToString(),
        ServicePrincipalNames = [app.AppId.ToString(), .. app.IdentifierUris],
        ReplyUrls = app.Web.RedirectUris,
        SignInAudience = app.SignInAudience,
        AppRoles = app.AppRoles,
        Oauth2PermissionScopes = app.Api.Oauth2PermissionScopes,
    };

    private static async Task<IResult> ChangeAsync(string key, HttpContext context, Tenant tenant, GraphCaller caller)
    {
        if (await GraphBody.ReadAsync(context.Request) is not { } body) return GraphProblem.Bad("Unable to read JSON request payload.");
        return tenant.With(key, principal =>
        {
            if (!caller.MayWrite(principal)) return GraphProblem.Denied;
            if (GraphBody.Apply(principal, body, ReadOnly, out var changed) is { } refused) return refused;
            tenant.ServicePrincipals[principal.Id] = changed with { Owners = principal.Owners, HomeRealmDiscoveryPolicies = principal.HomeRealmDiscoveryPolicies, FederatedIdentityCredentials = principal.FederatedIdentityCredentials };
            return Results.NoContent();
        });
    }

    private static IResult Delete(string key, Tenant tenant, GraphCaller caller) => tenant.With(key, principal =>
    {
        if (!caller.MayWrite(principal)) return GraphProblem.Denied;
        tenant.Remove(principal);
        return Results.NoContent();
    });

    /// <summary>Runs under the tenant's gate with the service principal that the key names, or answers 404.</summary>
    internal static IResult With(this Tenant tenant, string key, Func<ServicePrincipal, IResult> answer)
    {
        var wanted = ObjectKey.Parse(key);
        lock (tenant.Gate)
        {
            var found = !Guid.TryParse(wanted.Value, out var id) ? null
                : wanted.Property is null ? tenant.ServicePrincipals.GetValueOrDefault(id)
                : wanted.Property == "appId" ? tenant.FindServicePrincipal(id)
                : null;
            return found is not null && tenant.Replication.HasArrived(found.Id) ? answer(found) : GraphProblem.NotFound(wanted);
        }
    }
}
