using System.Net;
using MarketoSetupBot.Settings;
using Microsoft.AspNetCore.Connections.Features;

namespace MarketoSetupBot.Events;

/// <summary>
/// Two addresses: one that Teams reaches and one that only the backend does. A request is told by the connection that brought
/// it; a host header or a port in a URL is the caller's word.
/// </summary>
internal static class Listeners
{
    private static readonly object Internal = new();

    public static void UseListeners(this WebApplicationBuilder builder, BotSettings settings)
    {
        var endpoints = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Endpoints:Events:Url"] = settings.EventsListener,
            ["Endpoints:Public:Url"] = settings.PublicListener,
        }).Build();
        builder.WebHost.UseKestrelHttpsConfiguration();
        // An empty list: otherwise Kestrel warns at every start that its own endpoints win over this one. (An empty text would mean "not set".)
        builder.Configuration[WebHostDefaults.ServerUrlsKey] = ";";
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Configure(endpoints).Endpoint("Events", endpoint =>
            endpoint.ListenOptions.Use(next => connection =>
            {
                connection.Items[Internal] = Internal;
                return next(connection);
            })));
    }

    /// <summary>404 for whoever comes through the public address.</summary>
    public static async ValueTask<object?> OnlyInternal(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        IsInternal(context.HttpContext) ? await next(context) : TypedResults.StatusCode((int)HttpStatusCode.NotFound);

    /// <summary>404 for whoever comes through the internal address.</summary>
    public static async ValueTask<object?> OnlyPublic(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        IsInternal(context.HttpContext) ? TypedResults.StatusCode((int)HttpStatusCode.NotFound) : await next(context);

    private static bool IsInternal(HttpContext context) =>
        context.Features.Get<IConnectionItemsFeature>()?.Items.ContainsKey(Internal) == true;
}
