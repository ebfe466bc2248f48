using MarketoSetupBot.Backend.Connections;
using Microsoft.Graph.Models;

namespace MarketoSetupBot.Backend.Tenant;

/// <summary>What plan, steps and checks read. Every method throws <see cref="TroubleException"/> for anything but "there" and "not there".</summary>
internal sealed class TenantReads(TenantGraph graph)
{
    private static readonly string[] ApplicationProperties =
    [
        "id", "appId", "displayName", "uniqueName", "createdDateTime", "signInAudience", "isFallbackPublicClient", "disabledByMicrosoftStatus",
        "requiredResourceAccess", "passwordCredentials", "keyCredentials", "web", "spa", "publicClient", "tags",
    ];

    private static readonly string[] ServicePrincipalProperties =
        ["id", "appId", "accountEnabled", "appRoleAssignmentRequired", "disabledByMicrosoftStatus", "passwordCredentials", "keyCredentials"];

    private static readonly string[] UserProperties =
    [
        "id", "displayName", "userPrincipalName", "accountEnabled", "userType", "onPremisesSyncEnabled", "passwordPolicies", "lastPasswordChangeDateTime",
    ];

    /// <summary>Our application: by the object id of our own 201, else by the key that we chose before the first write. Never by its display name.</summary>
    public async Task<Application?> ApplicationAsync(Connection connection, CancellationToken cancellationToken)
    {
        if (connection.ApplicationObjectId is { } id)
        {
            var recorded = await graph.FindAsync(GraphPermissions.Applications,
                g => g.Applications[id].GetAsync(r => r.QueryParameters.Select = ApplicationProperties, cancellationToken), cancellationToken);
            if (recorded is not null) return recorded;
        }

        return await ApplicationByKeyAsync(connection.ApplicationKey, cancellationToken);
    }

    public async Task<Application?> ApplicationByKeyAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            return await graph.FindAsync(GraphPermissions.Applications,
                g => g.ApplicationsWithUniqueName(key).GetAsync(r => r.QueryParameters.Select = ApplicationProperties, cancellationToken), cancellationToken);
        }
        catch (TroubleException e) when (e.Trouble.Kind is TroubleKind.Refused)
        {
            // Reading by the alternate key is documented for writes only; a filter says the same.
            var found = await ApplicationsAsync($"uniqueName eq '{key}'", cancellationToken);
            return found.Count > 0 ? found[0] : null;
        }
    }

    /// <summary>Applications of that display name, whoever made them: only ever mentioned, never touched.</summary>
    public Task<IReadOnlyList<Application>> NamesakesAsync(string displayName, CancellationToken cancellationToken) =>
        ApplicationsAsync($"displayName eq '{Quoted(displayName)}'", cancellationToken);

    public Task<ServicePrincipal?> ServicePrincipalAsync(string appId, CancellationToken cancellationToken) =>
        graph.FindAsync(GraphPermissions.Applications,
            g => g.ServicePrincipalsWithAppId(appId).GetAsync(r => r.QueryParameters.Select = ServicePrincipalProperties, cancellationToken), cancellationToken);

    /// <returns>Null when the tenant has no Dynamics 365, or one that does not offer the permission.</returns>
    public async Task<DynamicsCrm?> DynamicsAsync(CancellationToken cancellationToken)
    {
        var resource = await graph.FindAsync(GraphPermissions.Applications,
            g => g.ServicePrincipalsWithAppId(DynamicsCrm.AppId)
                .GetAsync(r => r.QueryParameters.Select = ["id", "appId", "oauth2PermissionScopes"], cancellationToken), cancellationToken);
        var scope = resource?.Oauth2PermissionScopes?.FirstOrDefault(s => s.Value == DynamicsCrm.Scope);
        return resource?.Id is { } objectId && scope?.Id is { } scopeId ? new DynamicsCrm(objectId, scopeId) : null;
    }

    /// <summary>All delegated permissions granted to that service principal, tenant-wide ones and single users' alike.</summary>
    public async Task<IReadOnlyList<OAuth2PermissionGrant>> GrantsAsync(string servicePrincipalId, CancellationToken cancellationToken)
    {
        var page = await graph.AskAsync(GraphPermissions.GrantReads,
            g => g.Oauth2PermissionGrants.GetAsync(r => r.QueryParameters.Filter = $"clientId eq '{servicePrincipalId}'", cancellationToken), cancellationToken);
        return page.Value ?? [];
    }

    public async Task<IReadOnlyList<Domain>> DomainsAsync(CancellationToken cancellationToken)
    {
        var page = await graph.AskAsync(GraphPermissions.Domains,
            g => g.Domains.GetAsync(r => r.QueryParameters.Select = ["id", "authenticationType", "isVerified", "isInitial", "passwordValidityPeriodInDays"], cancellationToken), cancellationToken);
        return page.Value ?? [];
    }

    /// <param name="user">Object id or user principal name.</param>
    public Task<User?> UserAsync(string user, CancellationToken cancellationToken) =>
        graph.FindAsync(GraphPermissions.Users,
            g => g.Users[user].GetAsync(r => r.QueryParameters.Select = UserProperties, cancellationToken), cancellationToken);

    public Task<TenantAppManagementPolicy> AppManagementPolicyAsync(CancellationToken cancellationToken) =>
        graph.AskAsync(GraphPermissions.Policies, g => g.Policies.DefaultAppManagementPolicy.GetAsync(cancellationToken: cancellationToken), cancellationToken);

    public async Task<bool> SecurityDefaultsOnAsync(CancellationToken cancellationToken)
    {
        var policy = await graph.AskAsync(GraphPermissions.Policies,
            g => g.Policies.IdentitySecurityDefaultsEnforcementPolicy.GetAsync(r => r.QueryParameters.Select = ["isEnabled"], cancellationToken), cancellationToken);
        return policy.IsEnabled is true;
    }

    private async Task<IReadOnlyList<Application>> ApplicationsAsync(string filter, CancellationToken cancellationToken)
    {
        var page = await graph.AskAsync(GraphPermissions.Applications, g => g.Applications.GetAsync(r =>
        {
            r.QueryParameters.Filter = filter;
            r.QueryParameters.Select = ["id", "appId", "displayName"];
        }, cancellationToken), cancellationToken);
        return page.Value ?? [];
    }

    /// <summary>True: a directory on premises is synchronised. False: it was. Null: never.</summary>
    public async Task<bool?> DirectorySynchronisedAsync(CancellationToken cancellationToken) =>
        (await graph.AskAsync(GraphPermissions.Organization,
            g => g.Organization.GetAsync(r => r.QueryParameters.Select = ["id", "onPremisesSyncEnabled"], cancellationToken), cancellationToken))
        .Value?.FirstOrDefault()?.OnPremisesSyncEnabled;

    /// <summary>An apostrophe inside an OData string is doubled.</summary>
    private static string Quoted(string value) => value.Replace("'", "''", StringComparison.Ordinal);
}
