using Microsoft.Graph.Models;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>Conditional Access for workload identities. Source: Microsoft Entra, "Conditional Access for workload identities"; the only grant control is block.</summary>
internal static class WorkloadPolicies
{
    private const string Every = "ServicePrincipalsInMyTenant";

    /// <param name="principalId">Object id of the app's service principal.</param>
    public static bool Meets(ConditionalAccessPolicy policy, string? principalId) =>
        PolicyThreat.IsOn(policy)
        && policy.Conditions?.ClientApplications is { } clients
        && (Holds(clients.IncludeServicePrincipals, Every) || Holds(clients.IncludeServicePrincipals, principalId))
        && !Holds(clients.ExcludeServicePrincipals, principalId)
        && policy.GrantControls?.BuiltInControls?.Contains(ConditionalAccessGrantControl.Block) is true;

    private static bool Holds(List<string>? ids, string? id) => id is not null && ids?.Contains(id, StringComparer.OrdinalIgnoreCase) is true;
}
