// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Microsoft.Bot.Connector.Rest;
using Microsoft.Bot.Schema;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector;

/// <summary>The attachment calls over REST.</summary>
public class Attachments : IAttachments
{
    public Attachments(ConnectorClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        Client = client;
    }

    public ConnectorClient Client { get; }

    public Task<HttpOperationResponse<AttachmentInfo>> GetAttachmentInfoWithHttpMessagesAsync(string attachmentId, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default) =>
        Client.Sender.SendAsync<AttachmentInfo>(Client.BaseUri, new(HttpMethod.Get, "v3/attachments/" + Segment.Of(attachmentId)) { Headers = customHeaders }, cancellationToken);

    /// <exception cref="NotSupportedException">Always: Teams does not keep files for bots, and nothing here downloads what others sent.</exception>
    public Task<HttpOperationResponse<Stream>> GetAttachmentWithHttpMessagesAsync(string attachmentId, string viewId, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Files of a channel are not downloaded here.");
}
