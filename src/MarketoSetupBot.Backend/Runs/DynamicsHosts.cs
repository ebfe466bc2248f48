using System.Net;
using System.Text.RegularExpressions;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Runs;

/// <summary>What the address of an organisation can be. Regions: Microsoft's list of Dynamics 365 data centre regions.</summary>
internal static partial class DynamicsHosts
{
    private static readonly HashSet<string> Regions = new(StringComparer.OrdinalIgnoreCase)
    {
        "crm.dynamics.com", "crm2.dynamics.com", "crm3.dynamics.com", "crm4.dynamics.com", "crm5.dynamics.com", "crm6.dynamics.com", "crm7.dynamics.com",
        "crm8.dynamics.com", "crm9.dynamics.com", "crm11.dynamics.com", "crm12.dynamics.com", "crm14.dynamics.com", "crm15.dynamics.com", "crm16.dynamics.com",
        "crm17.dynamics.com", "crm.microsoftdynamics.de", "crm.microsoftdynamics.us", "crm.dynamics.cn",
    };

    private static readonly string[] Clouds = [".dynamics.com", ".dynamics.cn", ".microsoftdynamics.de", ".microsoftdynamics.us"];

    /// <summary>What people copy out of Dynamics instead of the address: the service endpoint and the start page.</summary>
    private static readonly string[] KnownPaths = ["/", "/main.aspx", "/xrmservices/2011/organization.svc", "/xrmservices/2011/organizationdata.svc"];

    public static Organisation Read(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || !url.IsWellFormedOriginalString())
            return Organisation.Wrong(PhraseCodes.UrlInvalid);
        if (url.Scheme != Uri.UriSchemeHttps)
            return Organisation.Wrong(url.Scheme == Uri.UriSchemeHttp ? PhraseCodes.UrlNotHttps : PhraseCodes.UrlInvalid);
        if (url.UserInfo.Length > 0 || !url.IsDefaultPort)
            return Organisation.Wrong(PhraseCodes.UrlInvalid);
        var host = url.IdnHost.ToLowerInvariant();
        if (!IsPublicName(url, host))
            return Refuse(host);
        if (!Clouds.Any(c => host.EndsWith(c, StringComparison.Ordinal)))
            return new Organisation(Origin(host), RunKind.MarketoActsOnly, []);
        return ReadOnline(url, host);
    }

    private static Organisation ReadOnline(Uri url, string host)
    {
        if (!KnownPaths.Contains(url.AbsolutePath, StringComparer.OrdinalIgnoreCase))
            return Organisation.Wrong(PhraseCodes.UrlInvalid);
        var labels = host.Split('.');
        // The Web API host names the same organisation.
        if (labels.Length == 5 && labels[1] == "api")
            labels = [labels[0], .. labels[2..]];
        if (labels.Length != 4 || !OrganisationName().IsMatch(labels[0]))
            return Refuse(host);
        var region = string.Join('.', labels[1..]);
        Phrase[] warnings = Regions.Contains(region) ? [] : [new Phrase(PhraseCodes.RegionUnknown, ("host", host))];
        return new Organisation(Origin(string.Join('.', labels)), RunKind.Setup, warnings);
    }

    /// <summary>Not this machine, not an address, not a bare name.</summary>
    private static bool IsPublicName(Uri url, string host)
        => url.HostNameType is UriHostNameType.Dns
            && !IPAddress.TryParse(host, out _)
            && host.Contains('.', StringComparison.Ordinal)
            && !host.EndsWith('.')
            && !host.EndsWith(".localhost", StringComparison.Ordinal)
            && host.Length <= 253;

    private static Organisation Refuse(string host) => new(null, RunKind.Setup, []) { Error = new Phrase(PhraseCodes.UrlHostRefused, ("host", host)) };

    private static string Origin(string host) => "https://" + host;

    [GeneratedRegex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$")]
    private static partial Regex OrganisationName();
}

/// <param name="Url">Scheme and host; null when <see cref="Error"/> says why not.</param>
/// <param name="Kind">Online, or the acts in Marketo alone.</param>
internal sealed record Organisation(string? Url, RunKind Kind, IReadOnlyList<Phrase> Warnings)
{
    public Phrase? Error { get; init; }

    public static Organisation Wrong(string code) => new(null, RunKind.Setup, []) { Error = new Phrase(code) };
}
