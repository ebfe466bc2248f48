using System.Diagnostics;

namespace MarketoSetupBot.Backend.Tenant;

/// <summary>
/// One line per call to Entra or Graph, in place of the client factory's own logs: method, path without its query, status,
/// time, and the id under which Microsoft can find it. Never a header, never a body.
/// </summary>
internal sealed partial class GraphCallLog(ILogger<GraphCallLog> logger, TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var path = request.RequestUri?.AbsolutePath ?? "";
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            var id = response.Headers.TryGetValues("request-id", out var values) ? values.FirstOrDefault() : null;
            var milliseconds = (long)time.GetElapsedTime(started).TotalMilliseconds;
            Answered(request.Method.Method, path, (int)response.StatusCode, milliseconds, id);
            return response;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException)
        {
            var milliseconds = (long)time.GetElapsedTime(started).TotalMilliseconds;
            NotAnswered(request.Method.Method, path, milliseconds, e.GetType().Name);
            throw;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Path} answered {Status} in {Milliseconds} ms, request {MicrosoftRequest}")]
    private partial void Answered(string method, string path, int status, long milliseconds, string? microsoftRequest);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Method} {Path} got no answer in {Milliseconds} ms: {Cause}")]
    private partial void NotAnswered(string method, string path, long milliseconds, string cause);
}
