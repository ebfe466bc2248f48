// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>Activities as HTTP requests, answers as HTTP responses.</summary>
internal static class HttpActivities
{
    /// <summary>Teams sends at most about 100 kB; 256 kB leaves room for what it may add.</summary>
    public const int MaxBodyBytes = 256 * 1024;

    /// <returns>The activity, or the status that refuses it.</returns>
    public static async Task<(Activity Activity, HttpStatusCode Refusal)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBodyBytes) return (null, HttpStatusCode.RequestEntityTooLarge);
        try
        {
            var activity = await ActivityJson.ReadAsync<Activity>(request.Body, MaxBodyBytes, cancellationToken).ConfigureAwait(false);
            return string.IsNullOrEmpty(activity?.Type) ? (null, HttpStatusCode.BadRequest) : (activity, default);
        }
        catch (InvalidDataException)
        {
            return (null, HttpStatusCode.RequestEntityTooLarge);
        }
        catch (BadHttpRequestException exception)
        {
            return (null, (HttpStatusCode)exception.StatusCode);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or OverflowException or InvalidCastException or ArgumentException)
        {
            // Newtonsoft lets some conversions of wrong values through as they are.
            return (null, HttpStatusCode.BadRequest);
        }
    }

    /// <summary>200 without a body, unless the turn was an invoke or its replies were expected in the response.</summary>
    public static async Task WriteAsync(HttpResponse response, InvokeResponse answer, CancellationToken cancellationToken)
    {
        response.StatusCode = answer?.Status ?? (int)HttpStatusCode.OK;
        if (answer?.Body is null) return;
        using var json = ActivityJson.Write(answer.Body);
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = json.Written.Length;

        // An answer may hold what is meant for one person, once.
        response.Headers?.CacheControl = "no-store";
        await response.Body.WriteAsync(json.Written, cancellationToken).ConfigureAwait(false);
    }
}
