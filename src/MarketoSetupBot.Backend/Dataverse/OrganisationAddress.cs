using System.Net;
using System.Text.RegularExpressions;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Tenant;

namespace MarketoSetupBot.Backend.Dataverse;

/// <summary>What answers under an organisation's address.</summary>
/// <param name="Found">An organisation.</param>
/// <param name="Tenant">The tenant it belongs to; null when it does not say.</param>
internal sealed record Address(bool Found, string? Tenant);

/// <summary>
/// Asks an organisation where it is at home: to a call without a token it names the authority that issues one.
/// Source: Authenticate to Dataverse with the Web API, "authorization_uri" of the 401.
/// </summary>
internal sealed partial class OrganisationAddress(WebApi api)
{
    private static readonly Address Nobody = new(false, null);

    /// <exception cref="TroubleException">No answer.</exception>
    public async Task<Address> LookAsync(Connection connection, CancellationToken cancellationToken)
    {
        if (OrganisationHost.Of(connection) is not { } host) return Nobody;
        try
        {
            var (status, challenge) = await api.KnockAsync(host, cancellationToken);
            var tenant = Authority().Match(challenge).Groups["tenant"].Value;
            return status is HttpStatusCode.NotFound ? Nobody : new Address(true, tenant.Length > 0 ? tenant : null);
        }
        catch (TroubleException e) when (e.Trouble.Kind is TroubleKind.Absent)
        {
            return Nobody;
        }
    }

    [GeneratedRegex("authorization_uri=\"?https://[^/\"]+/(?<tenant>[0-9a-fA-F-]{36})/", RegexOptions.ExplicitCapture)]
    private static partial Regex Authority();
}
