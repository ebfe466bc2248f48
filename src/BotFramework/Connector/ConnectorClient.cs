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
    private static readonly Uri PublicCloud = new("https://api.botframework.com");

    private readonly bool disposeHttpClient;
    private readonly IAttachments attachments;
    private readonly IConversations conversations;

    /// <param name="credentials">What proves the bot's identity.</param>
    /// <param name="handlers">What requests go through, outermost first.</param>
    public ConnectorClient(ServiceClientCredentials credentials, params DelegatingHandler[] handlers)
        : this(PublicCloud, credentials, handlers)
    {
    }

    /// <param name="credentials">What proves the bot's identity.</param>
    /// <param name="rootHandler">The innermost handler.</param>
    /// <param name="handlers">What requests go through before, outermost first.</param>
    public ConnectorClient(ServiceClientCredentials credentials, HttpClientHandler rootHandler, params DelegatingHandler[] handlers)
        : this(PublicCloud, credentials, rootHandler, handlers)
    {
    }

    /// <param name="credentials">What proves the bot's identity.</param>
    /// <param name="httpClient">The client to send through; null for one of its own.</param>
    /// <param name="disposeHttpClient">Whether <see cref="Dispose()"/> disposes the client too.</param>
    public ConnectorClient(ServiceClientCredentials credentials, HttpClient httpClient, bool disposeHttpClient)
        : this(PublicCloud, credentials, httpClient, disposeHttpClient)
    {
    }

    /// <param name="baseUri">The service URL, with or without a trailing slash.</param>
    /// <param name="credentials">What proves the bot's identity.</param>
    /// <param name="httpClientHandler">The innermost handler, where there is no client.</param>
    /// <param name="addJwtTokenRefresher">A refused token is always renewed once.</param>
    /// <param name="customHttpClient">The client to send through, which stays its owner's; null for one of <paramref name="handlers"/>.</param>
    /// <param name="handlers">What requests go through before, outermost first, where there is no client.</param>
    public ConnectorClient(Uri baseUri, MicrosoftAppCredentials credentials, HttpClientHandler httpClientHandler, bool addJwtTokenRefresher = true, HttpClient customHttpClient = null, params DelegatingHandler[] handlers)
        : this(baseUri, (ServiceClientCredentials)credentials, customHttpClient ?? Through(httpClientHandler, handlers), disposeHttpClient: customHttpClient is null)
    {
    }

    /// <param name="baseUri">The service URL, with or without a trailing slash.</param>
    /// <param name="credentials">What proves the bot's identity.</param>
    /// <param name="handlers">What requests go through, outermost first.</param>
    public ConnectorClient(Uri baseUri, ServiceClientCredentials credentials, params DelegatingHandler[] handlers)
        : this(baseUri, credentials, Through(null, handlers), disposeHttpClient: true)
    {
    }

    /// <param name="baseUri">The service URL, with or without a trailing slash.</param>
    /// <param name="credentials">What proves the bot's identity.</param>
    /// <param name="rootHandler">The innermost handler.</param>
    /// <param name="handlers">What requests go through before, outermost first.</param>
    public ConnectorClient(Uri baseUri, ServiceClientCredentials credentials, HttpClientHandler rootHandler, params DelegatingHandler[] handlers)
        : this(baseUri, credentials, Through(rootHandler, handlers), disposeHttpClient: true)
    {
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
        : this(baseUri, credentials, Through(null, handlers), disposeHttpClient: true)
    {
    }

    /// <param name="baseUri">The service URL, with or without a trailing slash.</param>
    /// <param name="credentials">What proves the bot's identity.</param>
    /// <param name="customHttpClient">The client to send through, which stays its owner's; null for one of <paramref name="handlers"/>.</param>
    /// <param name="addJwtTokenRefresher">A refused token is always renewed once.</param>
    /// <param name="handlers">What requests go through, outermost first, where there is no client.</param>
    public ConnectorClient(Uri baseUri, MicrosoftAppCredentials credentials, HttpClient customHttpClient, bool addJwtTokenRefresher = true, params DelegatingHandler[] handlers)
        : this(baseUri, (ServiceClientCredentials)credentials, customHttpClient, addJwtTokenRefresher, handlers)
    {
    }

    /// <param name="baseUri">The service URL, with or without a trailing slash.</param>
    /// <param name="credentials">What proves the bot's identity.</param>
    /// <param name="customHttpClient">The client to send through, which stays its owner's; null for one of <paramref name="handlers"/>.</param>
    /// <param name="addJwtTokenRefresher">A refused token is always renewed once.</param>
    /// <param name="handlers">What requests go through, outermost first, where there is no client.</param>
    public ConnectorClient(Uri baseUri, ServiceClientCredentials credentials, HttpClient customHttpClient, bool addJwtTokenRefresher = true, params DelegatingHandler[] handlers)
        : this(baseUri, credentials, customHttpClient ?? Through(null, handlers), disposeHttpClient: customHttpClient is null)
    {
    }

    /// <param name="baseUri">The service URL, with or without a trailing slash.</param>
    /// <param name="credentials">What proves the bot's identity.</param>
    /// <param name="customHttpClient">The client to send through; null for one of its own.</param>
    /// <param name="disposeHttpClient">Whether <see cref="Dispose()"/> disposes the client too.</param>
    public ConnectorClient(Uri baseUri, ServiceClientCredentials credentials, HttpClient customHttpClient, bool disposeHttpClient)
        : this(baseUri, credentials, customHttpClient ?? Through(null, []), RetryRhythm.Default)
    {
        this.disposeHttpClient = disposeHttpClient;
    }

    internal ConnectorClient(Uri baseUri, ServiceClientCredentials credentials, HttpClient http, RetryRhythm rhythm)
    {
        BaseUri = baseUri ?? throw new ArgumentNullException(nameof(baseUri));
        Credentials = credentials ?? throw new ArgumentNullException(nameof(credentials));
        HttpClient = http ?? throw new ArgumentNullException(nameof(http));
        Sender = new RestSender(http, credentials, rhythm);
        attachments = new Attachments(this);
        conversations = new Conversations(this);
    }

    public Uri BaseUri { get; set; }

    public ServiceClientCredentials Credentials { get; }

    public JsonSerializerSettings SerializationSettings => new(ActivityJson.Settings);

    public JsonSerializerSettings DeserializationSettings => new(ActivityJson.Settings);

    public virtual IAttachments Attachments => attachments;

    public virtual IConversations Conversations => conversations;

    public HttpClient HttpClient { get; }

    internal RestSender Sender { get; }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    internal static HttpClient Through(HttpClientHandler rootHandler, DelegatingHandler[] handlers)
    {
        if (rootHandler is null && handlers is not { Length: > 0 }) return SharedHttp.Instance.CreateClient(string.Empty);
        HttpMessageHandler chain = rootHandler ?? (HttpMessageHandler)new SocketsHttpHandler();
        foreach (var handler in (handlers ?? []).Reverse())
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
