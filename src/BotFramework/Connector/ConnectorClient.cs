// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Connector.Authentication.Outbound;
using Microsoft.Bot.Connector.Rest;
using Microsoft.Bot.Schema;
using Microsoft.Rest;
using Newtonsoft.Json;

namespace Microsoft.Bot.Connector;

/// <summary>The Bot Connector at one service URL, over an <see cref="HttpClient"/> that somebody else owns.</summary>
public class ConnectorClient : IConnectorClient
{
    private readonly bool disposeHttpClient;

    /// <param name="baseUri">The service URL, with or without a trailing slash.</param>
    /// <param name="credentials">What proves the bot's identity.</param>
    /// <param name="customHttpClient">The client to send through.</param>
    /// <param name="disposeHttpClient">Whether <see cref="Dispose()"/> disposes the client too.</param>
    public ConnectorClient(Uri baseUri, ServiceClientCredentials credentials, HttpClient customHttpClient, bool disposeHttpClient = false)
        : this(baseUri, credentials, customHttpClient, RetryRhythm.Default)
    {
        this.disposeHttpClient = disposeHttpClient;
    }

    /// <param name="baseUri">The service URL, with or without a trailing slash.</param>
    /// <param name="microsoftAppId">Null to send without a token.</param>
    /// <param name="microsoftAppPassword">The app's secret.</param>
    /// <param name="handlers">What requests go through, outermost first.</param>
    public ConnectorClient(Uri baseUri, string microsoftAppId = null, string microsoftAppPassword = null, params DelegatingHandler[] handlers)
        : this(baseUri, new MicrosoftAppCredentials(microsoftAppId, microsoftAppPassword), true, handlers)
    {
    }

    /// <param name="baseUri">The service URL, with or without a trailing slash.</param>
    /// <param name="credentials">What proves the bot's identity.</param>
    /// <param name="addJwtTokenRefresher">A refused token is always renewed once.</param>
    /// <param name="handlers">What requests go through, outermost first.</param>
    public ConnectorClient(Uri baseUri, MicrosoftAppCredentials credentials, bool addJwtTokenRefresher = true, params DelegatingHandler[] handlers)
        : this(baseUri, credentials, Through(handlers), disposeHttpClient: true)
    {
    }

    internal ConnectorClient(Uri baseUri, ServiceClientCredentials credentials, HttpClient http, RetryRhythm rhythm)
    {
        BaseUri = baseUri ?? throw new ArgumentNullException(nameof(baseUri));
        Credentials = credentials ?? throw new ArgumentNullException(nameof(credentials));
        HttpClient = http ?? throw new ArgumentNullException(nameof(http));
        Sender = new RestSender(http, credentials, rhythm);
        Attachments = new Attachments(this);
        Conversations = new Conversations(this);
    }

    public Uri BaseUri { get; set; }

    public ServiceClientCredentials Credentials { get; }

    public JsonSerializerSettings SerializationSettings => new(ActivityJson.Settings);

    public JsonSerializerSettings DeserializationSettings => new(ActivityJson.Settings);

    public IAttachments Attachments { get; }

    public IConversations Conversations { get; }

    public HttpClient HttpClient { get; }

    internal RestSender Sender { get; }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    private static HttpClient Through(DelegatingHandler[] handlers)
    {
        if (handlers is not { Length: > 0 }) return SharedHttp.Instance.CreateClient(string.Empty);
        HttpMessageHandler chain = new SocketsHttpHandler();
        foreach (var handler in handlers.Reverse())
        {
            handler.InnerHandler = chain;
            chain = handler;
        }

        return new HttpClient(chain);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && disposeHttpClient)
            HttpClient.Dispose();
    }
}
