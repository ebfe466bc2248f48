// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Microsoft.Bot.Connector.Rest;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Teams;

/// <summary>What only Teams' connector can be asked.</summary>
public interface ITeamsConnectorClient : IDisposable
{
    ITeamsOperations Teams { get; }
}

/// <summary>The team calls.</summary>
public interface ITeamsOperations
{
    Task<HttpOperationResponse<ConversationList>> FetchChannelListWithHttpMessagesAsync(string teamId, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default);

    Task<HttpOperationResponse<TeamDetails>> FetchTeamDetailsWithHttpMessagesAsync(string teamId, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default);
}

/// <summary>Teams' connector at one service URL.</summary>
public sealed class TeamsConnectorClient : ITeamsConnectorClient
{
    public TeamsConnectorClient(Uri baseUri, ServiceClientCredentials credentials, HttpClient httpClient)
        : this(new ConnectorClient(baseUri, credentials, httpClient))
    {
    }

    /// <summary>Goes through the same sender, with the same retries, as <paramref name="connector"/>.</summary>
    internal TeamsConnectorClient(ConnectorClient connector) => Teams = new TeamsOperations(connector);

    public ITeamsOperations Teams { get; }

    public void Dispose()
    {
        // The HttpClient belongs to whoever handed it in.
    }
}

/// <summary>The team calls over REST.</summary>
public sealed class TeamsOperations : ITeamsOperations
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
