using System.Globalization;
using System.Net;
using MarketoSetupBot.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MarketoSetupBot.Events;

internal static class EventsEndpoint
{
    /// <summary>Run events from the backend. Answered 200 only when everything that shows the run shows it anew.</summary>
    public static void MapEvents(this IEndpointRouteBuilder routes)
    {
        var events = routes.MapGroup("").RequireAuthorization(EventsAccess.Policy).AddEndpointFilter(Listeners.OnlyInternal);
        events.MapPost(Routes.BotEvents, async (RunEvent what, RunNews news, HttpResponse response, CancellationToken cancellationToken) =>
            Answer(await news.TellAsync(what.Run, cancellationToken), response));
        events.MapPost(ValidationRoutes.BotEvents, async (ValidationEvent what, ValidationNews news, HttpResponse response, CancellationToken cancellationToken) =>
            Answer(await news.TellAsync(what, cancellationToken), response));
    }

    private static Results<Ok, StatusCodeHttpResult> Answer(TimeSpan? again, HttpResponse response)
    {
        if (again is not { } pause) return TypedResults.Ok();
        response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(pause.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return TypedResults.StatusCode((int)HttpStatusCode.ServiceUnavailable);
    }
}
