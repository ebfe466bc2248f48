using MarketoSetupBot.Events;
using Microsoft.Bot.Builder.Integration.AspNet.Core;

namespace MarketoSetupBot;

internal static class Endpoints
{
    /// <summary>Where the Bot Framework delivers activities. Who calls is the adapter's to check.</summary>
    public static void MapMessages(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/messages", async (HttpContext http, IBotFrameworkHttpAdapter adapter, SetupBot bot, CancellationToken cancellationToken) =>
            {
                try
                {
                    await adapter.ProcessAsync(http.Request, http.Response, bot, cancellationToken);
                    await http.Response.CompleteAsync();
                }
                finally
                {
                    await bot.AnsweredAsync();
                }
            })
            .AddEndpointFilter(Listeners.OnlyPublic);

    /// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: and can reach its database.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        routes.MapHealthChecks("/health/ready");
    }
}
