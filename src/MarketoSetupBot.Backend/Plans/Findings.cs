using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;
using Microsoft.Graph.Models;

namespace MarketoSetupBot.Backend.Plans;

/// <summary>What the preflight found in the tenant.</summary>
internal sealed record Findings
{
    public required Reading<IReadOnlyList<Domain>> Domains { get; init; }

    /// <summary>Whether a directory on premises is synchronised; read only where the sync user's domain is federated.</summary>
    public required Reading<bool?> Directory { get; init; }
    public required Reading<User?> SyncUser { get; init; }
    public required Reading<DynamicsCrm?> Dynamics { get; init; }
    public required Reading<TenantAppManagementPolicy> AppManagement { get; init; }
    public required Reading<bool> SecurityDefaults { get; init; }
    public required Reading<IReadOnlyList<Application>> Namesakes { get; init; }
    public required Reading<Application?> Application { get; init; }
    public required Reading<ServicePrincipal?> ServicePrincipal { get; init; }
    public required Reading<IReadOnlyList<OAuth2PermissionGrant>> Grants { get; init; }

    /// <summary>Apps that could be taken over, or the one that was named.</summary>
    public required Reading<IReadOnlyList<AppCandidateView>> Candidates { get; init; }

    /// <summary>The policy that is attached to our service principal; read only where one matters.</summary>
    public required Reading<HomeRealmDiscoveryPolicy?> AssignedPolicy { get; init; }
    public ConsentBreadth Breadth { get; init; }

    /// <summary>The grant for Dynamics CRM that counts for the sync, whatever scopes it lists.</summary>
    public OAuth2PermissionGrant? Grant => Dynamics.Value is { } dynamics ? Grants.Value?.ForSync(dynamics, Breadth, SyncUser.Value?.Id) : null;

    /// <summary>Permissions that were missing, each once.</summary>
    public IEnumerable<string> MissingPermissions =>
        ((string?[])
        [
            Domains.MissingPermission, Directory.MissingPermission, SyncUser.MissingPermission, Dynamics.MissingPermission, AppManagement.MissingPermission,
            SecurityDefaults.MissingPermission, Namesakes.MissingPermission, Application.MissingPermission,
            ServicePrincipal.MissingPermission, Grants.MissingPermission, AssignedPolicy.MissingPermission,
        ]).OfType<string>().Distinct();
}
