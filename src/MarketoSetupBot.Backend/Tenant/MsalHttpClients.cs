using Microsoft.Identity.Client;

namespace MarketoSetupBot.Backend.Tenant;

/// <summary>MSAL's requests go through the same client factory as everything else the backend sends.</summary>
internal sealed class MsalHttpClients(IHttpClientFactory clients) : IMsalHttpClientFactory
{
    public const string Name = "entra-tokens";

    public HttpClient GetHttpClient() => clients.CreateClient(Name);
}
