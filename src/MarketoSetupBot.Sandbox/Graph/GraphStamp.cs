using System.Globalization;

namespace MarketoSetupBot.Sandbox.Graph;

/// <summary>The ids by which Microsoft's support finds a request; in every answer's headers and in the body of every error.</summary>
public sealed record GraphStamp(Guid RequestId, Guid ClientRequestId, string Date)
{
    public static GraphStamp Of(HttpContext context) => context.Features.Get<GraphStamp>() ?? throw new InvalidOperationException("The request did not come through the door of Graph.");

    internal static GraphStamp Put(HttpContext context, TimeProvider clock)
    {
        var stamp = new GraphStamp(
            Guid.NewGuid(),
            Guid.TryParse(context.Request.Headers["client-request-id"], out var theirs) ? theirs : Guid.NewGuid(),
            clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
        context.Features.Set(stamp);
        context.Response.Headers["request-id"] = stamp.RequestId.ToString();
        context.Response.Headers["client-request-id"] = stamp.ClientRequestId.ToString();
        context.Response.Headers["x-ms-ags-diagnostic"] = """{"ServerInfo":{"DataCenter":"Sandbox","Slice":"E","Ring":"1","ScaleUnit":"000","RoleInstance":"LOOPBACK"}}""";
        context.Response.Headers["OData-Version"] = "4.0";
        return stamp;
    }
}
