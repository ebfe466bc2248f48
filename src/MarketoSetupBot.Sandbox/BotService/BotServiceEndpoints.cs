using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Sandbox.BotService;

/// <summary>Azure Bot Service and the Teams connector, between a Teams client on this machine and the bot.</summary>
public static class BotServiceEndpoints
{
    public static void AddBotService(this IServiceCollection services)
    {
        services.AddSingleton<BotSettings>();
        services.AddSingleton<Relay>();
        services.AddSingleton<Connector>();
        services.AddSingleton<PersonTokens>();
        services.AddSingleton<SignIns>();
        services.AddSingleton<IPartOfWorld>(provider => provider.GetRequiredService<SignIns>());
    }

    public static void MapBotService(this IEndpointRouteBuilder routes)
    {
        routes.MapBotMetadata();
        routes.MapTokenService();
        routes.MapSignInPage();
        routes.MapPost("/relay/messages", (HttpContext context, Relay relay) => relay.PassOnAsync(context)).RequireHost(SandboxHosts.Loopback);
        // Clients knock first and wait for any answer.
        routes.MapMethods("/relay/messages", ["GET", "HEAD"], () => Results.Ok()).RequireHost(SandboxHosts.Loopback);
        routes.Map("/{**rest}", (HttpContext context, Connector connector) => connector.ForwardAsync(context)).RequireHost(SandboxHosts.Connector);
    }
}
