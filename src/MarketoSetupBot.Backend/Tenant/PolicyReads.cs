using Microsoft.Graph.Models;

namespace MarketoSetupBot.Backend.Tenant;

/// <summary>Home realm discovery policies: which one our service principal has, and where ours is.</summary>
internal sealed class PolicyReads(TenantGraph graph)
{
    /// <returns>Null when the service principal has none, or is not there.</returns>
    /// <exception cref="TroubleException" />
    public async Task<HomeRealmDiscoveryPolicy?> AssignedAsync(string servicePrincipalId, CancellationToken cancellationToken)
    {
        var page = await graph.FindAsync(GraphPermissions.Policies,
            g => g.ServicePrincipals[servicePrincipalId].HomeRealmDiscoveryPolicies.GetAsync(cancellationToken: cancellationToken), cancellationToken);
        return page?.Value is [var one, ..] ? one : null;
    }

    /// <summary>Ours, by the id of our own 201, else by the key that we wrote into it; never by its display name.</summary>
    /// <exception cref="TroubleException" />
    public async Task<HomeRealmDiscoveryPolicy?> OursAsync(string? recorded, string key, CancellationToken cancellationToken)
    {
        var found = recorded is null ? null : await graph.FindAsync(GraphPermissions.Policies,
            g => g.Policies.HomeRealmDiscoveryPolicies[recorded].GetAsync(cancellationToken: cancellationToken), cancellationToken);
        if (found is not null) return found;
        var all = await graph.AskAsync(GraphPermissions.Policies, g => g.Policies.HomeRealmDiscoveryPolicies.GetAsync(cancellationToken: cancellationToken), cancellationToken);
        return (all.Value ?? []).FirstOrDefault(p => p.Description == key);
    }
}
