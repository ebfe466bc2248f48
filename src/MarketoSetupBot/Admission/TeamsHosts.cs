namespace MarketoSetupBot.Admission;

/// <summary>Hosts that Teams sends from and expects answers at. Source: the outbound validator of the Microsoft 365 Agents SDK.</summary>
internal static class TeamsHosts
{
    private static readonly string[] Hosts =
    [
        "botframework.com", "smba.trafficmanager.net", "teams.microsoft.com", "teams.microsoft.us", "smba.infra.gcc.teams.microsoft.com",
    ];

    public static bool Allow(string? serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url) && Allow(url);

    public static bool Allow(Uri? url) =>
        url is { IsAbsoluteUri: true }
        && url.Scheme == Uri.UriSchemeHttps
        && Hosts.Any(host => url.Host.Equals(host, StringComparison.OrdinalIgnoreCase) || url.Host.EndsWith("." + host, StringComparison.OrdinalIgnoreCase));
}
