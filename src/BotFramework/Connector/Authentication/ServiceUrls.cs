using System.Diagnostics.CodeAnalysis;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Which hosts get the bot's token. Without this list a forged service URL would collect it.</summary>
internal static class ServiceUrls
{
    // Public cloud and GCC; the hosts Microsoft's own outbound validator lists.
    private static readonly string[] Hosts =
    [
        "botframework.com",
        "smba.trafficmanager.net",
        "teams.microsoft.com",
        "teams.microsoft.us",
    ];

    public static bool IsTrusted([NotNullWhen(true)] Uri? address) =>
        address is { IsAbsoluteUri: true, UserInfo.Length: 0, IsDefaultPort: true }
        && address.Scheme == Uri.UriSchemeHttps
        && Hosts.Any(host => IsHostOrBelow(address.IdnHost, host));

    /// <summary>Reads a service URL, whose path may be a prefix but which has neither query nor fragment.</summary>
    public static bool TryRead(string? serviceUrl, [NotNullWhen(true)] out Uri? address) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out address) && IsTrusted(address) && address is { Query.Length: 0, Fragment.Length: 0 };

    private static bool IsHostOrBelow(string host, string parent) =>
        host.EndsWith(parent, StringComparison.OrdinalIgnoreCase)
        && (host.Length == parent.Length || host[host.Length - parent.Length - 1] == '.');
}
