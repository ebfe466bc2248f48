namespace Benchmarks.Cloud;

/// <summary>Sends every host over loopback to the fake cloud; the same for every measured server.</summary>
internal sealed class ToFakeCloud(Uri cloud) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri = new Uri(cloud, request.RequestUri!.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}
