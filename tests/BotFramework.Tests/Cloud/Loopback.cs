namespace BotFramework.Tests.Cloud;

/// <summary>Sends every request to one loopback port, with the host it was meant for in the Host header.</summary>
internal sealed class Loopback(Uri door) : IHttpClientFactory
{
    public HttpClient CreateClient(string name) => new(new Reroute(door));

    private sealed class Reroute(Uri door) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var meant = request.RequestUri!;
            request.Headers.Host = meant.Host;
            request.RequestUri = new Uri(door, meant.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
