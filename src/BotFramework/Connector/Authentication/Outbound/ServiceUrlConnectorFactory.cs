using Microsoft.Bot.Connector.Rest;

namespace Microsoft.Bot.Connector.Authentication.Outbound;

/// <summary>Makes connectors at service URLs of the Bot Framework, and at no others.</summary>
internal sealed class ServiceUrlConnectorFactory(string appId, ServiceClientCredentialsFactory credentials, IHttpClientFactory http, RetryRhythm rhythm) : ConnectorFactory
{
    private const long LargestAnswer = 4 * 1024 * 1024;

    /// <exception cref="ArgumentException">The service URL is none of the Bot Framework's.</exception>
    public override async Task<IConnectorClient> CreateAsync(string serviceUrl, string? audience, CancellationToken cancellationToken)
    {
        if (!ServiceUrls.TryRead(serviceUrl, out var address))
            throw new ArgumentException("The service URL is none of the Bot Framework's.", nameof(serviceUrl));

        var proof = await credentials.CreateCredentialsAsync(
            appId,
            string.IsNullOrEmpty(audience) ? AuthenticationConstants.ToChannelFromBotOAuthScope : audience,
            loginEndpoint: string.Empty,
            validateAuthority: true,
            cancellationToken).ConfigureAwait(false);

        // The factory pools the handlers behind its clients; a client is a few fields.
        var client = http.CreateClient();
        client.MaxResponseContentBufferSize = LargestAnswer;
        return new ConnectorClient(address, proof, client, rhythm);
    }
}
