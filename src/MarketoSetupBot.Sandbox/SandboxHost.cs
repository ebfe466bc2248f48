using MarketoSetupBot.Sandbox.BotService;
using MarketoSetupBot.Sandbox.Control;
using MarketoSetupBot.Sandbox.Dataverse;
using MarketoSetupBot.Sandbox.Entra;
using MarketoSetupBot.Sandbox.Front;
using MarketoSetupBot.Sandbox.Graph;
using MarketoSetupBot.Sandbox.Marketo;
using MarketoSetupBot.Sandbox.PowerPlatform;
using MarketoSetupBot.Sandbox.Proxy;
using MarketoSetupBot.Sandbox.World;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MarketoSetupBot.Sandbox;

/// <summary>The sandbox as a host: what Program runs, and what the demo and the tests build with additions of their own.</summary>
public static class SandboxHost
{
    /// <param name="args">Command line, as configuration.</param>
    /// <param name="configure">Additions through the ordinary extension points, after the product's own registrations.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.ConfigureHttpJsonOptions(json => SandboxJson.Configure(json.SerializerOptions));
        builder.Services.ConfigureHttpClientDefaults(clients => clients.ConfigurePrimaryHttpMessageHandler(DirectHandler));
        builder.Services.AddContoso();
        builder.Services.AddEntra();
        builder.Services.AddGraph();
        builder.Services.AddBotService();
        builder.Services.AddControl();
        builder.Services.AddDataverse();
        builder.Services.AddMarketo();
        builder.Services.AddPowerPlatform();
        builder.AddProxyDoor();
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UseLoopbackOnly();
        app.UseMisbehaviour();
        app.UseGraphDoor();
        app.UseRouting();
        app.MapGet("/health", () => "healthy").RequireHost(SandboxHosts.Loopback);
        app.MapEntra();
        app.MapGraph();
        app.MapBotService();
        app.MapControl();
        app.MapDataverse();
        app.MapOrganizationControl();
        app.MapMarketo();
        app.MapPowerPlatform();
        return app;
    }

    /// <summary>The sandbox calls this machine only: no proxy that the environment names, and no redirect, may carry it elsewhere.</summary>
    private static SocketsHttpHandler DirectHandler() => new() { UseProxy = false, AllowAutoRedirect = false, UseCookies = false };
}
