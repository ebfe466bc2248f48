using MarketoSetupBot.Backend.Tenant;
using Microsoft.Graph.Models;

namespace MarketoSetupBot.Backend.Plans;

/// <summary>Reads about apps that are not ours. Nothing of theirs is ever written here.</summary>
internal sealed class CandidateReads(TenantGraph graph)
{
    private static readonly string[] Properties =
    [
        "id", "appId", "displayName", "createdDateTime", "signInAudience", "isFallbackPublicClient", "disabledByMicrosoftStatus",
        "requiredResourceAccess", "passwordCredentials", "keyCredentials", "web", "spa", "publicClient", "tags",
    ];

    /// <returns>Null when this tenant has no such application object: unknown, or another tenant's.</returns>
    public Task<Application?> ByClientIdAsync(string clientId, CancellationToken cancellationToken) =>
        graph.FindAsync(GraphPermissions.Applications,
            g => g.ApplicationsWithAppId(clientId).GetAsync(r => r.QueryParameters.Select = Properties, cancellationToken), cancellationToken);

    /// <summary>Client ids of the tenant's service principals that may act in Dynamics for somebody; a few are enough.</summary>
    public async Task<IReadOnlyList<string>> HoldersAsync(DynamicsCrm dynamics, CancellationToken cancellationToken)
    {
        var page = await graph.AskAsync(GraphPermissions.GrantReads,
            g => g.Oauth2PermissionGrants.GetAsync(r => r.QueryParameters.Filter = $"resourceId eq '{dynamics.ObjectId}'", cancellationToken), cancellationToken);
        var clients = (page.Value ?? []).Where(g => g.AllowsSync()).Select(g => g.ClientId).OfType<string>().Distinct().Take(5);
        var principals = await Task.WhenAll(clients.Select(id => graph.FindAsync(GraphPermissions.Applications,
            g => g.ServicePrincipals[id].GetAsync(r => r.QueryParameters.Select = ["id", "appId"], cancellationToken), cancellationToken)));
        return [.. principals.Select(p => p?.AppId).OfType<string>()];
    }

    /// <summary>Names of people and apps that own it.</summary>
    public async Task<IReadOnlyList<string>> OwnersAsync(string applicationId, CancellationToken cancellationToken)
    {
        var page = await graph.FindAsync(GraphPermissions.Applications,
            g => g.Applications[applicationId].Owners.GetAsync(cancellationToken: cancellationToken), cancellationToken);
        return [.. (page?.Value ?? []).Select(o => o switch
        {
            User user => user.DisplayName ?? user.UserPrincipalName ?? user.Id ?? "",
            ServicePrincipal app => app.DisplayName ?? app.Id ?? "",
            _ => o.Id ?? "",
        })];
    }

    public Task<ServicePrincipal?> CredentialsOfPrincipalAsync(string clientId, CancellationToken cancellationToken) =>
        graph.FindAsync(GraphPermissions.Applications,
            g => g.ServicePrincipalsWithAppId(clientId).GetAsync(r => r.QueryParameters.Select = ["id", "passwordCredentials", "keyCredentials"], cancellationToken), cancellationToken);

    public async Task<IReadOnlyList<FederatedIdentityCredential>> FederatedAsync(string applicationId, CancellationToken cancellationToken)
    {
        var page = await graph.FindAsync(GraphPermissions.Applications,
            g => g.Applications[applicationId].FederatedIdentityCredentials.GetAsync(cancellationToken: cancellationToken), cancellationToken);
        return page?.Value ?? [];
    }
}
