using System.Globalization;
using System.Net;
using MarketoSetupBot.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MarketoSetupBot.Events;

internal static class EventsEndpoint
{
    /// <summary>Run events from the backend. Answered 200 only when everything that shows the run shows it anew.</summary>
    public static void MapEvents(this IEndpointRouteBuilder routes) =>
        routes.MapPost(Routes.BotEvents, async Task<Results<Ok, StatusCodeHttpResult>> (RunEvent what, RunNews news, HttpResponse response, CancellationToken cancellationToken) =>
            {
                if (await news.TellAsync(what.Run, cancellationToken) is not { } again) return TypedResults.Ok();
                response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(again.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                return TypedResults.StatusCode((int)HttpStatusCode.ServiceUnavailable);
            })
            .RequireAuthorization(EventsAccess.Policy)
            .AddEndpointFilter(Listeners.OnlyInternal);
}
