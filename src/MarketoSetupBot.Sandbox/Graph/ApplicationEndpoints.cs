using System.Text.Json.Nodes;
using MarketoSetupBot.Sandbox.World;
using static MarketoSetupBot.Sandbox.World.GraphPermissions;

namespace MarketoSetupBot.Sandbox.Graph;

/// <summary><see href="https://learn.microsoft.com/graph/api/resources/application"/></summary>
internal static class ApplicationEndpoints
{
    private const string Set = "applications";

    public static void MapApplications(this IEndpointRouteBuilder graph)
    {
        var readers = graph.MapGroup("/applications").Needs(ApplicationReadAll, ApplicationOwned, ApplicationAll, DirectoryRead, DirectoryWrite);
        readers.MapGet("", List);
        readers.MapGet("/{key}", Get);
        readers.MapGet("/{key}/owners", Owners);
        readers.MapGet("/{key}/federatedIdentityCredentials", FederatedCredentials);
        graph.MapGet("/applications/{key}/appManagementPolicies", AssignedPolicies).Needs(PolicyRead);

        var writers = graph.MapGroup("/applications").Needs(ApplicationOwned, ApplicationAll, DirectoryWrite);
        writers.MapPost("", CreateAsync);
        writers.MapPatch("/{key}", ChangeAsync);
        writers.MapDelete("/{key}", Delete);
        writers.MapPost("/{key}/owners/$ref", AddOwnerAsync);
        writers.MapSecrets();
    }

    private static IResult List(HttpContext context, Tenant tenant)
    {
        lock (tenant.Gate)
        {
            return GraphAnswer.Collection(context, Set, tenant.Applications.Values.Where(app => tenant.Replication.HasArrived(app.Id)));
        }
    }

    private static IResult Get(string key, HttpContext context, Tenant tenant)
    {
        lock (tenant.Gate)
        {
            return Find(tenant, key) is { } app && tenant.Replication.HasArrived(app.Id) ? GraphAnswer.Entity(context, Set, app) : GraphProblem.NotFound(ObjectKey.Parse(key));
        }
    }

    private static async Task<IResult> CreateAsync(HttpContext context, Tenant tenant, GraphCaller caller)
    {
        if (await GraphBody.ReadAsync(context.Request) is not { } body) return GraphProblem.Bad("Unable to read JSON request payload.");
        lock (tenant.Gate)
        {
            return Create(context, tenant, caller, body, uniqueName: null);
        }
    }

    private static IResult Create(HttpContext context, Tenant tenant, GraphCaller caller, JsonObject body, string? uniqueName)
    {
        var fresh = new Application
        {
            Id = Guid.NewGuid(),
            AppId = Guid.NewGuid(),
            CreatedDateTime = tenant.Clock.GetUtcNow(),
            CreatedByAppId = caller.Bearer.ClientAppId.ToString(),
            PublisherDomain = tenant.Domains.Values.First(domain => domain.IsDefault).Id,
            UniqueName = uniqueName,
        };
        if ((GraphBody.Apply(fresh, body, ApplicationRules.ReadOnly, out var app) ?? ApplicationRules.Check(body, app)) is { } refused) return refused;
        if (app.UniqueName is not null && tenant.Applications.Values.Any(one => one.UniqueName == app.UniqueName))
            return GraphProblem.Duplicate("Another object with the same value for property uniqueName already exists.");

        tenant.Applications[app.Id] = app with { Owners = [caller.Bearer.ObjectId] };
        tenant.Replication.Wrote(app.Id);
        context.Response.Headers.Location = $"{GraphAnswer.Root}/applications/{app.Id}";
        return GraphAnswer.Entity(context, Set, app, 201);
    }

    /// <summary>Changes an application; with a unique name and <c>Prefer: create-if-missing</c>, makes it when it is not there. Only then the answer has a body.</summary>
    private static async Task<IResult> ChangeAsync(string key, HttpContext context, Tenant tenant, GraphCaller caller)
    {
        if (await GraphBody.ReadAsync(context.Request) is not { } body) return GraphProblem.Bad("Unable to read JSON request payload.");
        var wanted = ObjectKey.Parse(key);
        lock (tenant.Gate)
        {
            if (Find(tenant, key) is not { } app)
            {
                return wanted.Property == "uniqueName" && context.Request.Headers["Prefer"].ToString().Contains("create-if-missing", StringComparison.Ordinal)
                    ? Create(context, tenant, caller, body, wanted.Value)
                    : GraphProblem.NotFound(wanted);
            }

            if (!caller.MayWrite(app)) return GraphProblem.Denied;
            if ((GraphBody.Apply(app, body, [.. ApplicationRules.ReadOnly, "uniqueName"], out var changed) ?? ApplicationRules.Check(body, changed)) is { } refused) return refused;
            tenant.Applications[app.Id] = changed with { Owners = app.Owners, FederatedIdentityCredentials = app.FederatedIdentityCredentials, AppManagement = app.AppManagement };
            return Results.NoContent();
        }
    }

    private static IResult Delete(string key, Tenant tenant, GraphCaller caller)
    {
        lock (tenant.Gate)
        {
            if (Find(tenant, key) is not { } app) return GraphProblem.NotFound(ObjectKey.Parse(key));
            if (!caller.MayWrite(app)) return GraphProblem.Denied;
            tenant.Remove(app);
            return Results.NoContent();
        }
    }

    private static IResult Owners(string key, HttpContext context, Tenant tenant)
    {
        lock (tenant.Gate)
        {
            return Find(tenant, key) is { } app ? GraphAnswer.Collection(context, "directoryObjects", tenant.DirectoryObjects(app.Owners)) : GraphProblem.NotFound(ObjectKey.Parse(key));
        }
    }

    private static IResult FederatedCredentials(string key, HttpContext context, Tenant tenant) => tenant.Locked<IResult>(() => Find(tenant, key) is { } app
        ? GraphAnswer.Collection(context, "applications/federatedIdentityCredentials", app.FederatedIdentityCredentials)
        : GraphProblem.NotFound(ObjectKey.Parse(key)));

    private static IResult AssignedPolicies(string key, HttpContext context, Tenant tenant) => tenant.Locked<IResult>(() => Find(tenant, key) is { } app
        ? GraphAnswer.Collection(context, "policies/appManagementPolicies", app.AppManagement is { } assigned ? [assigned] : [])
        : GraphProblem.NotFound(ObjectKey.Parse(key)));

    private static async Task<IResult> AddOwnerAsync(string key, HttpContext context, Tenant tenant, GraphCaller caller)
    {
        if (await GraphReference.ReadAsync(context.Request) is not { } owner) return GraphProblem.Bad("A reference '@odata.id' is expected.");
        lock (tenant.Gate)
        {
            // Measured by others: OwnedBy is not enough to add an owner; the documentation says so too.
            if (!caller.HoldsAny(ApplicationAll, DirectoryWrite)) return GraphProblem.Denied;
            if (Find(tenant, key) is not { } app) return GraphProblem.NotFound(ObjectKey.Parse(key));
            if (!tenant.Users.ContainsKey(owner) && !tenant.ServicePrincipals.ContainsKey(owner)) return GraphProblem.NotFound(owner);
            if (app.Owners.Contains(owner)) return GraphProblem.Bad("One or more added object references already exist for the following modified properties: 'owners'.");
            tenant.Applications[app.Id] = app with { Owners = [.. app.Owners, owner] };
            return Results.NoContent();
        }
    }

    internal static Application? Find(Tenant tenant, string key) => ObjectKey.Parse(key) switch
    {
        { Property: null } id => Guid.TryParse(id.Value, out var objectId) ? tenant.Applications.GetValueOrDefault(objectId) : null,
        { Property: "appId" } id => Guid.TryParse(id.Value, out var appId) ? tenant.FindApplication(appId) : null,
        { Property: "uniqueName" } name => tenant.Applications.Values.FirstOrDefault(app => app.UniqueName == name.Value),
        _ => null,
    };
}
