using MarketoSetupBot.Sandbox.World;
using Microsoft.AspNetCore.Http.Features;

namespace MarketoSetupBot.Sandbox.Graph;

/// <summary>Which permissions an endpoint demands, and what "owned by" means.</summary>
internal static class Permission
{
    /// <summary>Any one of the permissions lets the caller in.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder routes, params string[] permissions)
        where TBuilder : IEndpointConventionBuilder =>
        routes.AddEndpointFilter(async (invocation, next) =>
            invocation.HttpContext.Features.GetRequiredFeature<GraphCaller>().HoldsAny(permissions) ? await next(invocation) : GraphProblem.Denied);

    /// <summary>With <c>Application.ReadWrite.OwnedBy</c> alone an app writes only to what it owns, which is what it created.</summary>
    public static bool MayWrite(this GraphCaller caller, Application app) => caller.HoldsAny(GraphPermissions.ApplicationAll, GraphPermissions.DirectoryWrite) || app.Owners.Contains(caller.Bearer.ObjectId);

    /// <inheritdoc cref="MayWrite(GraphCaller, Application)"/>
    public static bool MayWrite(this GraphCaller caller, ServicePrincipal principal) => caller.HoldsAny(GraphPermissions.ApplicationAll, GraphPermissions.DirectoryWrite) || principal.Owners.Contains(caller.Bearer.ObjectId);
}
