using Microsoft.Graph;
using Microsoft.Kiota.Abstractions.Authentication;

namespace MarketoSetupBot.Backend.Tenant;

/// <summary>What Graph shows to certain people only, read with the token of the person who asks.</summary>
internal sealed class PersonReads(PersonTokens tokens, AskingPerson person, IHttpClientFactory clients)
{
    /// <returns>Null: nobody asks, or whoever asks is no Global Administrator, or Entra gives no token on their behalf.</returns>
    /// <exception cref="TroubleException">Graph did not answer.</exception>
    public async Task<bool?> HashSyncOnAsync(CancellationToken cancellationToken)
    {
        if (!person.IsThere) return null;
        var graph = new TenantGraph(new GraphServiceClient(
            clients.CreateClient(TenantRegistration.GraphClient), new BaseBearerTokenAuthenticationProvider(new Tokens(tokens))));
        try
        {
            var page = await graph.FindAsync(DelegatedPermissions.OnPremisesSynchronization,
                g => g.Directory.OnPremisesSynchronization.GetAsync(cancellationToken: cancellationToken), cancellationToken);
            // 404: this tenant never had a directory on premises.
            return page?.Value?.FirstOrDefault()?.Features?.PasswordSyncEnabled ?? false;
        }
        catch (TroubleException e) when (e.Trouble.Kind is TroubleKind.Forbidden or TroubleKind.Refused)
        {
            return null;
        }
    }

    private sealed class Tokens(PersonTokens tokens) : IAccessTokenProvider
    {
        public AllowedHostsValidator AllowedHostsValidator { get; } = new(["graph.microsoft.com"]);

        public async Task<string> GetAuthorizationTokenAsync(
            Uri uri, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default) =>
            AllowedHostsValidator.IsUrlHostValid(uri)
                ? await tokens.AcquireAsync("https://graph.microsoft.com/" + DelegatedPermissions.OnPremisesSynchronization, cancellationToken) ?? ""
                : "";
    }
}
