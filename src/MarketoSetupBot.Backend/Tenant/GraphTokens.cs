using Microsoft.Kiota.Abstractions.Authentication;

namespace MarketoSetupBot.Backend.Tenant;

/// <summary>Gives the Graph client its token, and to Graph's host only.</summary>
internal sealed class GraphTokens(AppTokens tokens) : IAccessTokenProvider
{
    public AllowedHostsValidator AllowedHostsValidator { get; } = new(["graph.microsoft.com"]);

    public async Task<string> GetAuthorizationTokenAsync(
        Uri uri, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default) =>
        AllowedHostsValidator.IsUrlHostValid(uri)
            ? await tokens.AcquireAsync("https://graph.microsoft.com", cancellationToken)
            : "";
}
