namespace MarketoSetupBot.Sandbox.Graph;

/// <summary>What <c>graph.microsoft.com</c> answers.</summary>
public static class GraphEndpoints
{
    public static void AddGraph(this IServiceCollection services)
    {
        services.AddSingleton<GraphDoor>();
        services.AddSingleton<BatchEndpoint>();
    }

    /// <summary>Before routing: the door rewrites alternate keys, and a request without a token learns nothing about paths.</summary>
    public static void UseGraphDoor(this IApplicationBuilder app) => app.UseWhen(
        context => context.Request.Host.Host.Equals(SandboxHosts.Graph, StringComparison.OrdinalIgnoreCase),
        graph => graph.Use((context, next) => context.RequestServices.GetRequiredService<GraphDoor>().PassAsync(context, next)));

    public static void MapGraph(this IEndpointRouteBuilder routes)
    {
        var graph = routes.MapGroup("/v1.0").RequireHost(SandboxHosts.Graph);
        graph.MapApplications();
        graph.MapServicePrincipals();
        graph.MapGrants();
        graph.MapUsers();
        graph.MapDirectory();
        graph.MapPolicies();
        graph.MapHomeRealmDiscovery();
        graph.MapDeletedItems();
        graph.MapPost("/$batch", (HttpContext context, BatchEndpoint batch) => batch.AnswerAsync(context));
        graph.Map("/{**rest}", (HttpContext context) => new GraphProblem(400, "BadRequest", $"Resource not found for the segment '{context.Request.Path}'."));
    }
}
