using System.Net;

namespace MarketoSetupBot.Sandbox.Front;

/// <summary>
/// Answers this machine only. The sandbox gives tokens to whoever asks, so a request from outside, one that a proxy passed on, and one that a
/// foreign web page made this machine's browser send are all refused.
/// </summary>
public static class LoopbackOnly
{
    private static readonly string[] Forwarding = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host"];

    public static void UseLoopbackOnly(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (IsOurs(context)) return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsync("The sandbox answers requests of this machine only.");
    });

    private static bool IsOurs(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
        && !Forwarding.Any(context.Request.Headers.ContainsKey)
        && context.Request.Headers["Sec-Fetch-Site"] != "cross-site"
        && (context.Request.Headers.Origin is not [{ } origin] || Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.IsLoopback);
}
