namespace Microsoft.Bot.Connector.Authentication.Outbound;

/// <summary>The way to the network of a bot that was given no <see cref="IHttpClientFactory"/>: one pooled handler.</summary>
internal sealed class SharedHttp : IHttpClientFactory
{
    private static readonly SocketsHttpHandler Handler = new() { PooledConnectionLifetime = TimeSpan.FromMinutes(5) };

    private SharedHttp()
    {
    }

    public static SharedHttp Instance { get; } = new();

    public HttpClient CreateClient(string name) => new(Handler, disposeHandler: false);
}
