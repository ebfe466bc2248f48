using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace Journeys.ScaleOut;

/// <summary>
/// A dumb balancer: every request goes to the next replica, whoever sent it and whatever it is about. A replica that does not listen is passed over;
/// one that dies with a request in its hands costs that request, as with any balancer.
/// </summary>
internal sealed class RoundRobin : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = TimeSpan.FromMinutes(2) };
    private int next;

    private RoundRobin(WebApplication app) => this.app = app;

    public Uri Url => new(app.Urls.Single());

    public static async Task<RoundRobin> StartAsync(params IReadOnlyList<Uri> replicas)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var balancer = new RoundRobin(app);
        app.Run(context => balancer.PassOnAsync(context, replicas));
        await app.StartAsync();
        return balancer;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        client.Dispose();
    }

    private async Task PassOnAsync(HttpContext context, IReadOnlyList<Uri> replicas)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        for (var tried = 0; tried < replicas.Count; tried++)
        {
            var replica = replicas[(int)((uint)Interlocked.Increment(ref next) % replicas.Count)];
            try
            {
                using var request = Copy(context.Request, replica, body.ToArray());
                using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
                context.Response.StatusCode = (int)answer.StatusCode;
                foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key is not "Transfer-Encoding"))
                    context.Response.Headers[name] = values.ToArray();
                await answer.Content.CopyToAsync(context.Response.Body);
                return;
            }
            catch (HttpRequestException e) when (e.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused })
            {
                // Not there: it cannot have done anything, so the next one may.
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                break;
            }
        }

        if (!context.Response.HasStarted) context.Response.StatusCode = StatusCodes.Status502BadGateway;
    }

    private static HttpRequestMessage Copy(HttpRequest from, Uri replica, byte[] body)
    {
        var request = new HttpRequestMessage(new HttpMethod(from.Method), new Uri(replica, from.GetEncodedPathAndQuery()));
        if (body.Length > 0) request.Content = new ByteArrayContent(body);
        foreach (var (name, values) in from.Headers.Where(h => h.Key is not ("Host" or "Content-Length" or "Transfer-Encoding" or "Connection")))
            if (!request.Headers.TryAddWithoutValidation(name, [.. values]))
                request.Content?.Headers.TryAddWithoutValidation(name, [.. values]);
        return request;
    }
}
