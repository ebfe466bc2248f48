using System.Globalization;
using Microsoft.AspNetCore.Http.Features;

namespace MarketoSetupBot.Sandbox.Control;

/// <summary>Stands in front of the simulated hosts, lets faults happen and keeps the journal.</summary>
public sealed class Misbehaviour(Faults faults, Journal journal, TimeProvider clock)
{
    public async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        var (request, at) = (context.Request, clock.GetUtcNow());
        // Read now: what comes later may rewrite the path.
        var (host, method, path, query) = (request.Host.Host, request.Method, request.Path.Value ?? "", request.QueryString.Value ?? "");
        var fault = faults.Take(host, method, path);
        try
        {
            await (fault?.Kind switch
            {
                null => next(context),
                FaultKind.Throttled => RefuseAsync(context, fault, 429, "TooManyRequests"),
                FaultKind.Unavailable => RefuseAsync(context, fault, 503, "serviceNotAvailable"),
                FaultKind.GatewayTimeout => RefuseAsync(context, fault, 504, "gatewayTimeout"),
                FaultKind.Delay => DelayAsync(context, fault, next),
                FaultKind.LostResponse => LoseAsync(context, next),
                _ => throw new InvalidOperationException($"There is no fault {fault.Kind}."),
            });
        }
        finally
        {
            journal.Write(new JournalEntry(at, host, method, path, query, fault?.Kind is FaultKind.LostResponse || context.RequestAborted.IsCancellationRequested ? 0 : context.Response.StatusCode));
        }
    }

    private static Task RefuseAsync(HttpContext context, Fault fault, int status, string code)
    {
        context.Response.StatusCode = status;
        if (fault.RetryAfterSeconds is { } seconds) context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return context.Response.WriteAsJsonAsync(new { error = new { code, message = "The sandbox was told to fail here." } }, SandboxJson.Options);
    }

    private async Task DelayAsync(HttpContext context, Fault fault, RequestDelegate next)
    {
        try
        {
            await Task.Delay(TimeSpan.FromSeconds(fault.DelaySeconds), clock, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        await next(context);
    }

    /// <summary>Does what was asked, writes the answer nowhere, and breaks the connection.</summary>
    private static async Task LoseAsync(HttpContext context, RequestDelegate next)
    {
        var original = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));
        await next(context);
        context.Features.Set(original);
        context.Abort();
    }
}
