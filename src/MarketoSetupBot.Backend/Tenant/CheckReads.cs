using System.Globalization;
using Microsoft.Graph.Models;

namespace MarketoSetupBot.Backend.Tenant;

/// <summary>What only checks read. Every method throws <see cref="TroubleException"/> for anything but an answer.</summary>
internal sealed class CheckReads(TenantGraph graph, TimeProvider time)
{
    /// <summary>
    /// Conditional Access allows one request a second for all apps of a tenant together, and its 429 says no time to wait. Source: Microsoft Graph
    /// service-specific throttling limits.
    /// </summary>
    private static readonly TimeSpan[] ConditionalAccessPauses = [TimeSpan.FromSeconds(1.2), TimeSpan.FromSeconds(1.8)];

    public async Task<IReadOnlyList<DirectoryObject>> OwnersAsync(string applicationId, CancellationToken cancellationToken) =>
        (await graph.AskAsync(GraphPermissions.Applications, g => g.Applications[applicationId].Owners.GetAsync(cancellationToken: cancellationToken), cancellationToken)).Value ?? [];

    public async Task<IReadOnlyList<FederatedIdentityCredential>> FederatedOfApplicationAsync(string applicationId, CancellationToken cancellationToken) =>
        (await graph.AskAsync(GraphPermissions.Applications,
            g => g.Applications[applicationId].FederatedIdentityCredentials.GetAsync(cancellationToken: cancellationToken), cancellationToken)).Value ?? [];

    public async Task<IReadOnlyList<FederatedIdentityCredential>> FederatedOfPrincipalAsync(string principalId, CancellationToken cancellationToken) =>
        (await graph.AskAsync(GraphPermissions.Applications,
            g => g.ServicePrincipals[principalId].FederatedIdentityCredentials.GetAsync(cancellationToken: cancellationToken), cancellationToken)).Value ?? [];

    /// <returns>Null: the tenant's default policy counts for this application.</returns>
    public async Task<AppManagementPolicy?> AssignedAppManagementPolicyAsync(string applicationId, CancellationToken cancellationToken) =>
        (await graph.AskAsync(GraphPermissions.Policies,
            g => g.Applications[applicationId].AppManagementPolicies.GetAsync(cancellationToken: cancellationToken), cancellationToken)).Value?.FirstOrDefault();

    /// <summary>Who may use the application: ids of users and groups.</summary>
    public async Task<IReadOnlyList<string>> AssignedToAsync(string principalId, CancellationToken cancellationToken)
    {
        List<AppRoleAssignment> assigned = [];
        var page = await graph.AskAsync(GraphPermissions.Applications,
            g => g.ServicePrincipals[principalId].AppRoleAssignedTo.GetAsync(cancellationToken: cancellationToken), cancellationToken);
        while (true)
        {
            assigned.AddRange(page.Value ?? []);
            if (page.OdataNextLink is not { } next) return [.. assigned.Select(a => a.PrincipalId?.ToString("D")).OfType<string>()];
            page = await graph.AskAsync(GraphPermissions.Applications,
                g => g.ServicePrincipals[principalId].AppRoleAssignedTo.WithUrl(next).GetAsync(cancellationToken: cancellationToken), cancellationToken);
        }
    }

    /// <summary>Ids of the groups that the user is in, directly or through others, and template ids of the roles that come with them.</summary>
    public async Task<IReadOnlySet<string>> MembershipsAsync(string userId, CancellationToken cancellationToken)
    {
        HashSet<string> ids = new(StringComparer.OrdinalIgnoreCase);
        var page = await graph.AskAsync(GraphPermissions.Groups,
            g => g.Users[userId].TransitiveMemberOf.GetAsync(r => r.QueryParameters.Top = 999, cancellationToken), cancellationToken);
        while (true)
        {
            ids.UnionWith((page.Value ?? []).Select(o => o is DirectoryRole role ? role.RoleTemplateId : o.Id).OfType<string>());
            if (page.OdataNextLink is not { } next) return ids;
            page = await graph.AskAsync(GraphPermissions.Groups,
                g => g.Users[userId].TransitiveMemberOf.WithUrl(next).GetAsync(cancellationToken: cancellationToken), cancellationToken);
        }
    }

    public async Task<IReadOnlyList<HomeRealmDiscoveryPolicy>> SignInPoliciesOfAsync(string principalId, CancellationToken cancellationToken) =>
        (await graph.AskAsync(GraphPermissions.Policies,
            g => g.ServicePrincipals[principalId].HomeRealmDiscoveryPolicies.GetAsync(cancellationToken: cancellationToken), cancellationToken)).Value ?? [];

    public async Task<IReadOnlyList<HomeRealmDiscoveryPolicy>> SignInPoliciesAsync(CancellationToken cancellationToken) =>
        (await graph.AskAsync(GraphPermissions.Policies,
            g => g.Policies.HomeRealmDiscoveryPolicies.GetAsync(cancellationToken: cancellationToken), cancellationToken)).Value ?? [];

    public async Task<IReadOnlyList<ConditionalAccessPolicy>> ConditionalAccessAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await ConditionalAccessPagesAsync(cancellationToken);
            }
            catch (TroubleException e) when (e.Trouble.Kind is TroubleKind.Throttled && attempt < ConditionalAccessPauses.Length)
            {
                await Task.Delay(ConditionalAccessPauses[attempt], time, cancellationToken);
            }
        }
    }

    /// <summary>Newest first, no more than one page: enough to see what happens now.</summary>
    public async Task<IReadOnlyList<SignIn>> SignInsAsync(string clientId, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var from = since.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return (await graph.AskAsync(GraphPermissions.AuditLogs, g => g.AuditLogs.SignIns.GetAsync(r =>
        {
            r.QueryParameters.Filter = $"appId eq '{clientId}' and createdDateTime ge {from}";
            r.QueryParameters.Top = 50;
        }, cancellationToken), cancellationToken)).Value ?? [];
    }

    /// <summary>Who last switched the service principal off, as far as the audit log remembers.</summary>
    public async Task<DirectoryAudit?> DisabledByAsync(string principalId, CancellationToken cancellationToken)
    {
        var page = await graph.AskAsync(GraphPermissions.AuditLogs, g => g.AuditLogs.DirectoryAudits.GetAsync(r =>
        {
            r.QueryParameters.Filter = $"activityDisplayName eq 'Update service principal' and targetResources/any(t:t/id eq '{principalId}')";
            r.QueryParameters.Top = 20;
        }, cancellationToken), cancellationToken);
        return page.Value?.FirstOrDefault(a => a.TargetResources?.Any(t => t.ModifiedProperties?.Any(
            p => p.DisplayName == "AccountEnabled" && p.NewValue?.Contains("false", StringComparison.OrdinalIgnoreCase) is true) is true) is true);
    }

    private async Task<IReadOnlyList<ConditionalAccessPolicy>> ConditionalAccessPagesAsync(CancellationToken cancellationToken)
    {
        List<ConditionalAccessPolicy> policies = [];
        var page = await graph.AskAsync(GraphPermissions.Policies,
            g => g.Identity.ConditionalAccess.Policies.GetAsync(cancellationToken: cancellationToken), cancellationToken);
        while (true)
        {
            policies.AddRange(page.Value ?? []);
            if (page.OdataNextLink is not { } next) return policies;
            page = await graph.AskAsync(GraphPermissions.Policies,
                g => g.Identity.ConditionalAccess.Policies.WithUrl(next).GetAsync(cancellationToken: cancellationToken), cancellationToken);
        }
    }
}
