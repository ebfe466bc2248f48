using MarketoSetupBot.Sandbox.World;
using static MarketoSetupBot.Sandbox.World.GraphPermissions;

namespace MarketoSetupBot.Sandbox.Graph;

/// <summary>Deleted applications stay for thirty days and can be restored or purged. <see href="https://learn.microsoft.com/graph/api/resources/directory"/></summary>
internal static class DeletedItems
{
    public static void MapDeletedItems(this IEndpointRouteBuilder graph)
    {
        var items = graph.MapGroup("/directory/deletedItems").Needs(ApplicationOwned, ApplicationAll, DirectoryWrite);
        items.MapGet("/microsoft.graph.application", (HttpContext context, Tenant tenant) => tenant.Locked<IResult>(() => GraphAnswer.Collection(context, "applications", tenant.DeletedApplications.Values)));
        items.MapGet("/{id:guid}", (Guid id, HttpContext context, Tenant tenant) => tenant.Locked<IResult>(() =>
            tenant.DeletedApplications.TryGetValue(id, out var app) ? GraphAnswer.Entity(context, "directoryObjects", GraphReference.Typed("application", app, null)) : GraphProblem.NotFound(id)));
        items.MapDelete("/{id:guid}", (Guid id, Tenant tenant, GraphCaller caller) => tenant.Locked<IResult>(() =>
        {
            if (!tenant.DeletedApplications.TryGetValue(id, out var app)) return GraphProblem.NotFound(id);
            if (!caller.MayWrite(app)) return GraphProblem.Denied;
            tenant.DeletedApplications.Remove(id);
            return Results.NoContent();
        }));
        items.MapPost("/{id:guid}/restore", (Guid id, HttpContext context, Tenant tenant, GraphCaller caller) => tenant.Locked<IResult>(() =>
        {
            if (!tenant.DeletedApplications.TryGetValue(id, out var app)) return GraphProblem.NotFound(id);
            if (!caller.MayWrite(app)) return GraphProblem.Denied;
            tenant.DeletedApplications.Remove(id);
            tenant.Applications[id] = app with { DeletedDateTime = null };
            return GraphAnswer.Entity(context, "directoryObjects", GraphReference.Typed("application", tenant.Applications[id], null));
        }));
    }
}
