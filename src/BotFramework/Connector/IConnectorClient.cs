// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Microsoft.Rest;

namespace Microsoft.Bot.Connector;

/// <summary>The Bot Connector at one service URL.</summary>
public interface IConnectorClient : IDisposable
{
    Uri BaseUri { get; set; }

    ServiceClientCredentials Credentials { get; }

    IConversations Conversations { get; }
}
