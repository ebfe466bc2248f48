using System.Net;

namespace Microsoft.Bot.Connector.Rest;

/// <summary>
/// When a request is repeated, and after how long. Creating an activity has no idempotency key: after a 5xx the message may
/// exist, so a POST is repeated at most once then. 412 and 429 say that nothing happened.
/// </summary>
internal sealed class RetryRhythm(TimeProvider time, Func<double> jitter)
{
    /// <summary>Requests in all, the first included.</summary>
    public const int Attempts = 4;

    private const int AttemptsOfPostAfterServerError = 2;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(8);

    /// <summary>A service that wants a longer pause than this is told of by an exception; the turn has somebody waiting.</summary>
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromSeconds(20);

    public static RetryRhythm Default { get; } = new(TimeProvider.System, Random.Shared.NextDouble);

    /// <summary>Gets how long one attempt may take.</summary>
    public static TimeSpan AttemptTimeout { get; } = TimeSpan.FromSeconds(30);

    public TimeProvider Time => time;

    /// <summary>The pause before the next attempt, or null where there is to be none.</summary>
    /// <param name="method">The method of the request.</param>
    /// <param name="attempt">How many attempts were made, from 1.</param>
    /// <param name="response">What the last one answered.</param>
    public TimeSpan? PauseAfter(HttpMethod method, int attempt, HttpResponseMessage response)
    {
        var attempts = response.StatusCode switch
        {
            HttpStatusCode.PreconditionFailed or HttpStatusCode.TooManyRequests => Attempts,
            HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout =>
                method == HttpMethod.Post ? AttemptsOfPostAfterServerError : Attempts,
            _ => 1,
        };
        if (attempt >= attempts)
            return null;

        var wanted = RetryAfter(response);
        return wanted > LongestRetryAfter ? null : wanted + Backoff(1) ?? Backoff(attempt);
    }

    /// <summary>The pause after an attempt that got no answer at all.</summary>
    public TimeSpan? PauseAfter(HttpMethod method, int attempt, HttpRequestException failure)
    {
        // A POST that never reached the service did nothing.
        var repeatable = method != HttpMethod.Post || failure.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError;
        return repeatable && attempt < Attempts ? Backoff(attempt) : null;
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - time.GetUtcNow() is var until && until > TimeSpan.Zero ? until : TimeSpan.Zero,
        _ => null,
    };

    // Between half and all of an exponentially growing pause, so that clients refused together do not come back together.
    private TimeSpan Backoff(int attempt)
    {
        var pause = Math.Min(FirstPause.TotalMilliseconds * Math.Pow(2, attempt - 1), LongestPause.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(pause * (0.5 + (0.5 * jitter())));
    }
}
