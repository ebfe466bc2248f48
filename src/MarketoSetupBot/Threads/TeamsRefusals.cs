using System.Net;
using System.Net.Http.Headers;
using Microsoft.Bot.Schema;

namespace MarketoSetupBot.Threads;

/// <summary>What Teams means when it says no. Source: Teams' table of status codes for bots.</summary>
internal static class TeamsRefusals
{
    /// <summary>An answer of Teams or its silence, as opposed to a bug of ours.</summary>
    public static bool Knows(Exception e) => e is ErrorResponseException or HttpRequestException or TimeoutException or IOException or TaskCanceledException { InnerException: TimeoutException };

    /// <summary>Worth another attempt later: throttled, or Teams has a bad moment.</summary>
    public static bool Passes(Exception e) =>
        e is not ErrorResponseException refusal ? Knows(e)
        : Status(refusal) is HttpStatusCode.PreconditionFailed or HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway
            or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout or HttpStatusCode.InternalServerError;

    /// <summary>The message or the conversation is gone, or the bot is not in it any more.</summary>
    public static bool IsGone(Exception e) =>
        e is ErrorResponseException refusal && Status(refusal) is HttpStatusCode.NotFound or HttpStatusCode.Forbidden;

    /// <summary>How long Teams wants to be left alone, if it says.</summary>
    public static TimeSpan? RetryAfter(Exception e, DateTimeOffset now)
    {
        if (e is not ErrorResponseException { Response.Headers: { } headers }) return null;
        foreach (var (name, values) in headers)
        {
            if (!name.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)) continue;
            if (!RetryConditionHeaderValue.TryParse(values.FirstOrDefault(), out var wait)) continue;
            return wait.Delta ?? wait.Date - now;
        }

        return null;
    }

    private static HttpStatusCode? Status(ErrorResponseException refusal) => refusal.Response?.StatusCode;
}
