// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Microsoft.Bot.Connector.Rest;
using Microsoft.Bot.Schema;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector;

/// <summary>The conversation calls over REST. Every id is one escaped path segment.</summary>
public class Conversations : IConversations
{
    public Conversations(ConnectorClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        Client = client;
    }

    public ConnectorClient Client { get; }

    public Task<HttpOperationResponse<ConversationResourceResponse>> CreateConversationWithHttpMessagesAsync(ConversationParameters parameters, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return SendAsync<ConversationResourceResponse>(new(HttpMethod.Post, "v3/conversations") { Body = parameters, Headers = customHeaders }, cancellationToken);
    }

    public Task<HttpOperationResponse<ResourceResponse>> SendToConversationWithHttpMessagesAsync(string conversationId, Activity activity, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return SendAsync<ResourceResponse>(In(conversationId, HttpMethod.Post, "/activities", activity, customHeaders), cancellationToken);
    }

    public Task<HttpOperationResponse<ResourceResponse>> ReplyToActivityWithHttpMessagesAsync(string conversationId, string activityId, Activity activity, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return SendAsync<ResourceResponse>(In(conversationId, HttpMethod.Post, "/activities/" + Segment.Of(activityId), activity, customHeaders), cancellationToken);
    }

    public Task<HttpOperationResponse<ResourceResponse>> UpdateActivityWithHttpMessagesAsync(string conversationId, string activityId, Activity activity, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return SendAsync<ResourceResponse>(In(conversationId, HttpMethod.Put, "/activities/" + Segment.Of(activityId), activity, customHeaders), cancellationToken);
    }

    public async Task<HttpOperationResponse> DeleteActivityWithHttpMessagesAsync(string conversationId, string activityId, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default) =>
        await SendAsync<ResourceResponse>(In(conversationId, HttpMethod.Delete, "/activities/" + Segment.Of(activityId), null, customHeaders), cancellationToken).ConfigureAwait(false);

    public Task<HttpOperationResponse<IList<ChannelAccount>>> GetConversationMembersWithHttpMessagesAsync(string conversationId, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default) =>
        SendAsync<IList<ChannelAccount>>(In(conversationId, HttpMethod.Get, "/members", null, customHeaders), cancellationToken);

    public Task<HttpOperationResponse<ChannelAccount>> GetConversationMemberWithHttpMessagesAsync(string userId, string conversationId, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default) =>
        SendAsync<ChannelAccount>(In(conversationId, HttpMethod.Get, "/members/" + Segment.Of(userId), null, customHeaders), cancellationToken);

    public Task<HttpOperationResponse<PagedMembersResult>> GetConversationPagedMembersWithHttpMessagesAsync(string conversationId, int? pageSize = default, string continuationToken = default, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default)
    {
        var query = Segment.Query(("pageSize", pageSize?.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("continuationToken", continuationToken));
        return SendAsync<PagedMembersResult>(In(conversationId, HttpMethod.Get, "/pagedmembers" + query, null, customHeaders), cancellationToken);
    }

    public Task<HttpOperationResponse<ConversationsResult>> GetConversationsWithHttpMessagesAsync(string continuationToken = default, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default) =>
        SendAsync<ConversationsResult>(new(HttpMethod.Get, "v3/conversations" + Segment.Query(("continuationToken", continuationToken))) { Headers = customHeaders }, cancellationToken);

    public Task<HttpOperationResponse<ResourceResponse>> SendConversationHistoryWithHttpMessagesAsync(string conversationId, Transcript transcript, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        return SendAsync<ResourceResponse>(In(conversationId, HttpMethod.Post, "/activities/history", transcript, customHeaders), cancellationToken);
    }

    public async Task<HttpOperationResponse> DeleteConversationMemberWithHttpMessagesAsync(string conversationId, string memberId, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default) =>
        await SendAsync<ResourceResponse>(In(conversationId, HttpMethod.Delete, "/members/" + Segment.Of(memberId), null, customHeaders), cancellationToken).ConfigureAwait(false);

    public Task<HttpOperationResponse<IList<ChannelAccount>>> GetActivityMembersWithHttpMessagesAsync(string conversationId, string activityId, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default) =>
        SendAsync<IList<ChannelAccount>>(In(conversationId, HttpMethod.Get, "/activities/" + Segment.Of(activityId) + "/members", null, customHeaders), cancellationToken);

    public Task<HttpOperationResponse<ResourceResponse>> UploadAttachmentWithHttpMessagesAsync(string conversationId, AttachmentData attachmentUpload, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(attachmentUpload);
        return SendAsync<ResourceResponse>(In(conversationId, HttpMethod.Post, "/attachments", attachmentUpload, customHeaders), cancellationToken);
    }

    private static RestCall In(string conversationId, HttpMethod method, string rest, object body, Dictionary<string, List<string>> headers) =>
        new(method, "v3/conversations/" + Segment.Of(conversationId) + rest) { Body = body, Headers = headers, ConversationId = conversationId };

    private Task<HttpOperationResponse<T>> SendAsync<T>(RestCall call, CancellationToken cancellationToken) =>
        Client.Sender.SendAsync<T>(Client.BaseUri, call, cancellationToken);
}
