using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace MarketoSetupBot.Sandbox.BotService;

/// <summary>
/// The segment of a connector address that stands for a Teams client's own service URL. It is the URL itself, encoded: bots keep service
/// URLs for months, so it must mean the same after a restart of the sandbox, which remembers nothing.
/// </summary>
internal static class ConnectorKey
{
    public static Uri ServiceUrl(Uri client) => new($"https://{SandboxHosts.Connector}/{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(client.AbsoluteUri.TrimEnd('/')))}/");

    /// <summary>Only clients on this machine have a key: the sandbox carries the bot's messages nowhere else.</summary>
    public static bool TryRead(string key, [NotNullWhen(true)] out Uri? client)
    {
        client = null;
        return Base64Url.IsValid(key) && IsClient(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(key)), out client);
    }

    public static bool IsClient(string? text, [NotNullWhen(true)] out Uri? client) =>
        Uri.TryCreate(text, UriKind.Absolute, out client) && client.IsLoopback && client.Scheme == Uri.UriSchemeHttp;
}
