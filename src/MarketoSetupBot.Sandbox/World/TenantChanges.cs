using System.Buffers.Text;

namespace MarketoSetupBot.Sandbox.World;

/// <summary>Changes that the seed, Graph and the control API make in the same way. The caller holds the tenant's gate.</summary>
public static class TenantChanges
{
    public static ServicePrincipal Add(this Tenant tenant, ServicePrincipal principal)
    {
        tenant.ServicePrincipals.Add(principal.Id, principal);
        return principal;
    }

    /// <summary>Deletes an application, softly, and with it its service principal.</summary>
    public static void Remove(this Tenant tenant, Application app)
    {
        tenant.Applications.Remove(app.Id);
        tenant.DeletedApplications[app.Id] = app with { DeletedDateTime = tenant.Clock.GetUtcNow() };
        if (tenant.FindServicePrincipal(app.AppId) is { } principal) tenant.Remove(principal);
    }

    /// <summary>Deletes a service principal and every permission it holds or offers.</summary>
    public static void Remove(this Tenant tenant, ServicePrincipal principal)
    {
        tenant.ServicePrincipals.Remove(principal.Id);
        foreach (var grant in tenant.Grants.Values.Where(one => one.ClientId == principal.Id || one.ResourceId == principal.Id).ToArray())
            tenant.Grants.Remove(grant.Id);
        foreach (var assignment in tenant.AppRoleAssignments.Values.Where(one => one.PrincipalId == principal.Id || one.ResourceId == principal.Id).ToArray())
            tenant.AppRoleAssignments.Remove(assignment.Id);
    }

    /// <summary>Gives a directory role for the whole tenant.</summary>
    public static void Assign(this Tenant tenant, Guid principalId, Guid roleDefinitionId, string scope = "/")
    {
        var id = CompactId(principalId, roleDefinitionId) + (scope == "/" ? "" : Uri.EscapeDataString(scope));
        tenant.RoleAssignments[id] = new RoleAssignment { Id = id, PrincipalId = principalId, RoleDefinitionId = roleDefinitionId, DirectoryScopeId = scope };
    }

    /// <summary>Lets a principal activate a directory role; until then it does not hold it.</summary>
    public static void MakeEligible(this Tenant tenant, Guid principalId, Guid roleDefinitionId)
    {
        var id = CompactId(principalId, roleDefinitionId);
        tenant.RoleEligibilities[id] = new RoleAssignment { Id = id, PrincipalId = principalId, RoleDefinitionId = roleDefinitionId };
    }

    /// <summary>Assigns an application permission of <paramref name="resource"/> to <paramref name="client"/>.</summary>
    /// <exception cref="ArgumentException">The resource has no such role.</exception>
    public static void GrantRole(this Tenant tenant, ServicePrincipal client, ServicePrincipal resource, string role)
    {
        var appRole = resource.AppRoles.FirstOrDefault(one => one.Value == role)
            ?? throw new ArgumentException($"{resource.DisplayName} has no application permission '{role}'.", nameof(role));
        var id = CompactId(client.Id, appRole.Id);
        tenant.AppRoleAssignments[id] = new AppRoleAssignment
        {
            Id = id,
            AppRoleId = appRole.Id,
            CreatedDateTime = tenant.Clock.GetUtcNow(),
            PrincipalId = client.Id,
            PrincipalDisplayName = client.DisplayName,
            ResourceId = resource.Id,
            ResourceDisplayName = resource.DisplayName,
        };
    }

    public static void WithdrawRole(this Tenant tenant, ServicePrincipal client, ServicePrincipal resource, string role)
    {
        foreach (var id in tenant.AppRoleAssignments.Values
            .Where(one => one.PrincipalId == client.Id && one.ResourceId == resource.Id && resource.AppRoles.Any(known => known.Id == one.AppRoleId && known.Value == role))
            .Select(one => one.Id).ToArray())
            tenant.AppRoleAssignments.Remove(id);
    }

    /// <summary>The roles of <paramref name="resource"/> that <paramref name="client"/> holds now.</summary>
    public static IReadOnlyList<string> RolesOf(this Tenant tenant, Guid client, ServicePrincipal resource) =>
    [
        .. tenant.AppRoleAssignments.Values.Where(one => one.PrincipalId == client && one.ResourceId == resource.Id)
            .SelectMany(one => resource.AppRoles.Where(role => role.Id == one.AppRoleId && role.Value is not null).Select(role => role.Value!)),
    ];

    /// <summary>Consents for everybody.</summary>
    public static Grant Consent(this Tenant tenant, ServicePrincipal client, ServicePrincipal resource, string scope)
    {
        var grant = new Grant { Id = CompactId(client.Id, resource.Id), ClientId = client.Id, ResourceId = resource.Id, ConsentType = "AllPrincipals", Scope = scope };
        return tenant.Grants[grant.Id] = grant;
    }

    /// <summary>Graph's ids of grants and assignments are Base64 of the ids they join; so are these.</summary>
    public static string CompactId(params ReadOnlySpan<Guid> parts)
    {
        var bytes = new byte[parts.Length * 16];
        for (var i = 0; i < parts.Length; i++) parts[i].TryWriteBytes(bytes.AsSpan(i * 16));
        return Base64Url.EncodeToString(bytes);
    }
}
