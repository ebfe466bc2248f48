using Microsoft.Identity.Client;

namespace Microsoft.Bot.Connector.Authentication.Outbound;

/// <summary>Lets MSAL go the way to the network that everything else goes.</summary>
internal sealed class MsalHttp(Func<HttpClient> client) : IMsalHttpClientFactory
{
    public HttpClient GetHttpClient() => client();
}
