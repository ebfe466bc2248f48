// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Microsoft.Rest;
using Newtonsoft.Json;

namespace Microsoft.Bot.Connector;

/// <summary>The Bot Connector at one service URL.</summary>
public interface IConnectorClient : IDisposable
{
    Uri BaseUri { get; set; }

    /// <summary>Gets a copy of how bodies are written.</summary>
    JsonSerializerSettings SerializationSettings { get; }

    /// <summary>Gets a copy of how answers are read.</summary>
    JsonSerializerSettings DeserializationSettings { get; }

    ServiceClientCredentials Credentials { get; }

    IAttachments Attachments { get; }

    IConversations Conversations { get; }
}
