using System.Text.Json.Serialization;

namespace MarketoSetupBot.Sandbox.Graph;

/// <summary>An answer of Graph that says no. Clients branch on status and code. <see href="https://learn.microsoft.com/graph/errors"/></summary>
public sealed record GraphProblem(int Status, string Code, string Message) : IResult
{
    public static GraphProblem Denied { get; } = new(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
    public static GraphProblem InvalidToken { get; } = new(401, "InvalidAuthenticationToken", "Access token is missing, malformed, expired or meant for another audience.");
    public static GraphProblem NotFound(object id) => new(404, "Request_ResourceNotFound", $"Resource '{id}' does not exist or one of its queried reference-property objects are not present.");
    public static GraphProblem Bad(string message) => new(400, "Request_BadRequest", message);
    public static GraphProblem Unsupported(string message) => new(400, "Request_UnsupportedQuery", message);
    public static GraphProblem Duplicate(string message) => new(409, "Request_MultipleObjectsWithSameKeyValue", message);
    public static GraphProblem Throttled { get; } = new(429, "TooManyRequests", "Too many requests; come back later.");
    public static GraphProblem Unavailable { get; } = new(503, "serviceNotAvailable", "The service is temporarily unavailable.");

    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        httpContext.Response.StatusCode = Status;
        if (Status == 401) httpContext.Response.Headers.WWWAuthenticate = "Bearer realm=\"\", authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\"";
        var stamp = GraphStamp.Of(httpContext);
        var inner = new Inner(stamp.Date, stamp.RequestId, stamp.ClientRequestId);
        return httpContext.Response.WriteAsJsonAsync(new { error = new { code = Code, message = Message, innerError = inner } }, SandboxJson.Options, httpContext.RequestAborted);
    }

    private sealed record Inner(string Date, [property: JsonPropertyName("request-id")] Guid RequestId, [property: JsonPropertyName("client-request-id")] Guid ClientRequestId);
}
