// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Microsoft.Bot.Connector.Rest;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Rest;
using Newtonsoft.Json;

namespace Microsoft.Bot.Connector.Teams;

/// <summary>What only Teams' connector can be asked.</summary>
public interface ITeamsConnectorClient : IDisposable
{
    Uri BaseUri { get; set; }

    JsonSerializerSettings SerializationSettings { get; }

    JsonSerializerSettings DeserializationSettings { get; }

    ServiceClientCredentials Credentials { get; }

    ITeamsOperations Teams { get; }
}

/// <summary>The team calls.</summary>
public interface ITeamsOperations
{
    Task<HttpOperationResponse<ConversationList>> FetchChannelListWithHttpMessagesAsync(string teamId, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default);

    Task<HttpOperationResponse<TeamDetails>> FetchTeamDetailsWithHttpMessagesAsync(string teamId, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default);
}

/// <summary>Teams' connector at one service URL.</summary>
public class TeamsConnectorClient : ITeamsConnectorClient
{
    private readonly ConnectorClient connector;
    private readonly ITeamsOperations teams;

    public TeamsConnectorClient(ServiceClientCredentials credentials, params DelegatingHandler[] handlers)
        : this(new ConnectorClient(credentials, handlers))
    {
    }

    public TeamsConnectorClient(ServiceClientCredentials credentials, HttpClientHandler rootHandler, params DelegatingHandler[] handlers)
        : this(new ConnectorClient(credentials, rootHandler, handlers))
    {
    }

    public TeamsConnectorClient(Uri baseUri, ServiceClientCredentials credentials, params DelegatingHandler[] handlers)
        : this(new ConnectorClient(baseUri, credentials, handlers))
    {
    }

    public TeamsConnectorClient(Uri baseUri, ServiceClientCredentials credentials, HttpClientHandler rootHandler, params DelegatingHandler[] handlers)
        : this(new ConnectorClient(baseUri, credentials, rootHandler, handlers))
    {
    }

    /// <param name="customHttpClient">The client to send through, which stays its owner's; null for one of <paramref name="handlers"/>.</param>
    public TeamsConnectorClient(Uri baseUri, ServiceClientCredentials credentials, HttpClient customHttpClient, params DelegatingHandler[] handlers)
        : this(new ConnectorClient(baseUri, credentials, customHttpClient, true, handlers))
    {
    }

    public TeamsConnectorClient(Uri baseUri, ServiceClientCredentials credentials, HttpClient customHttpClient, bool disposeHttpClient)
        : this(new ConnectorClient(baseUri, credentials, customHttpClient, disposeHttpClient))
    {
    }

    /// <summary>Goes through the same sender, with the same retries, as <paramref name="connector"/>.</summary>
    internal TeamsConnectorClient(ConnectorClient connector)
    {
        this.connector = connector;
        teams = new TeamsOperations(connector);
    }

    public Uri BaseUri
    {
        get => connector.BaseUri;
        set => connector.BaseUri = value;
    }

    public JsonSerializerSettings SerializationSettings => connector.SerializationSettings;

    public JsonSerializerSettings DeserializationSettings => connector.DeserializationSettings;

    public ServiceClientCredentials Credentials => connector.Credentials;

    public HttpClient HttpClient => connector.HttpClient;

    public virtual ITeamsOperations Teams => teams;

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing) connector.Dispose();
    }
}

/// <summary>The team calls over REST.</summary>
public class TeamsOperations : ITeamsOperations
{
    private readonly ConnectorClient connector;

    internal TeamsOperations(ConnectorClient connector) => this.connector = connector;

    public Task<HttpOperationResponse<ConversationList>> FetchChannelListWithHttpMessagesAsync(string teamId, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default) =>
        connector.Sender.SendAsync<ConversationList>(connector.BaseUri, new(HttpMethod.Get, $"v3/teams/{Segment.Of(teamId)}/conversations") { Headers = customHeaders }, cancellationToken);

    public Task<HttpOperationResponse<TeamDetails>> FetchTeamDetailsWithHttpMessagesAsync(string teamId, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default) =>
        connector.Sender.SendAsync<TeamDetails>(connector.BaseUri, new(HttpMethod.Get, $"v3/teams/{Segment.Of(teamId)}") { Headers = customHeaders }, cancellationToken);
}

/// <summary>The team calls, without the HTTP around them.</summary>
public static class TeamsOperationsExtensions
{
    public static async Task<ConversationList> FetchChannelListAsync(this ITeamsOperations operations, string teamId, CancellationToken cancellationToken = default)
    {
        using var response = await operations.FetchChannelListWithHttpMessagesAsync(teamId, null, cancellationToken).ConfigureAwait(false);
        return response.Body;
    }

    public static async Task<TeamDetails> FetchTeamDetailsAsync(this ITeamsOperations operations, string teamId, CancellationToken cancellationToken = default)
    {
        using var response = await operations.FetchTeamDetailsWithHttpMessagesAsync(teamId, null, cancellationToken).ConfigureAwait(false);
        return response.Body;
    }
}
