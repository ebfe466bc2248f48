using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Sandbox.Entra;

/// <summary>What a client may do for a person. The caller holds the tenant's gate.</summary>
public sealed class Consent(Tenant tenant)
{
    public Refusal? Check(User user, Application client, Resource resource, RequestedScope requested, out IReadOnlyList<string> scopes)
    {
        var principal = tenant.FindServicePrincipal(client.AppId);
        IReadOnlyList<string> granted =
        [
            .. tenant.Grants.Values
                .Where(grant => principal is not null && grant.ClientId == principal.Id && grant.ResourceId == resource.Principal.Id
                    && (grant.ConsentType == "AllPrincipals" || grant.PrincipalId == user.Id) && tenant.Replication.HasArrived(grant.Id))
                .SelectMany(grant => grant.Scopes())
                .Where(scope => resource.Principal.Oauth2PermissionScopes.Any(known => known.IsEnabled && known.Value == scope))
                .Distinct(),
        ];
        scopes = granted;

        if (granted.Count > 0 && (requested.IsDefault || requested.Names.All(granted.Contains)))
            return principal is { AppRoleAssignmentRequired: true } && !IsAssigned(user, principal) ? Refusal.NotAssigned(client.DisplayName ?? "") : null;
        return client.RequiredResourceAccess.Any(wanted => wanted.ResourceAppId == resource.Principal.AppId.ToString() && wanted.ResourceAccess.Any(access => access.Type == "Scope"))
            ? Refusal.NoConsent(client.AppId)
            : Refusal.NotRequested(resource.Principal.AppId);
    }

    private bool IsAssigned(User user, ServicePrincipal principal)
    {
        var groups = tenant.GroupsOf(user.Id);
        return tenant.AppRoleAssignments.Values.Any(one => one.ResourceId == principal.Id && (one.PrincipalId == user.Id || groups.Contains(one.PrincipalId)));
    }
}
