using Microsoft.Identity.Client;

namespace MarketoSetupBot.Backend;

/// <summary>MSAL's HTTP through <see cref="IHttpClientFactory"/>, so that whoever configures clients configures MSAL's too.</summary>
internal sealed class FactoryHttpForMsal(IHttpClientFactory factory) : IMsalHttpClientFactory
{
    public const string ClientName = "entra";

    public HttpClient GetHttpClient() => factory.CreateClient(ClientName);
}
