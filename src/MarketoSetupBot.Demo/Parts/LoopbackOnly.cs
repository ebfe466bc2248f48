using MarketoSetupBot.Sandbox;

namespace MarketoSetupBot.Demo.Parts;

/// <summary>
/// What only the demo may do, handed to the services through their ordinary extension points: every HTTP client goes to the
/// sandbox instead of Microsoft, and nobody but this machine is served.
/// </summary>
internal static class LoopbackOnly
{
    public const string SandboxUrl = "Demo:SandboxUrl";

    private static readonly string[] s_forwardedHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto"];

    public static void GuardAndReroute(WebApplicationBuilder builder)
    {
        var sandbox = new Uri(builder.Configuration[SandboxUrl] ?? throw new DemoException("This is a part of the demo; start the demo without arguments."));
        builder.Services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => new SandboxReroute(sandbox)));
        Guard(builder);
    }

    /// <summary>A demo behind a reverse proxy would be a demo for the world: forwarded requests and remote addresses are refused.</summary>
    public static void Guard(WebApplicationBuilder builder) => builder.Services.AddSingleton<IStartupFilter, LoopbackFilter>();

    private sealed class LoopbackFilter : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                if (context.Connection.RemoteIpAddress is { } remote && System.Net.IPAddress.IsLoopback(remote)
                    && !s_forwardedHeaders.Any(context.Request.Headers.ContainsKey))
                    return following(context);

                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            });
            next(app);
        };
    }
}
