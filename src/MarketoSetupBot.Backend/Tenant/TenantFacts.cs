using MarketoSetupBot.Backend.Settings;
using Microsoft.Graph.Models;

namespace MarketoSetupBot.Backend.Tenant;

/// <summary>What the objects read from Graph mean for the sync.</summary>
internal static class TenantFacts
{
    public const string SingleTenant = "AzureADMyOrg", TenantWide = "AllPrincipals", OneUser = "Principal";

    public static string DomainOf(string userPrincipalName) => userPrincipalName[(userPrincipalName.LastIndexOf('@') + 1)..].ToLowerInvariant();

    /// <returns>Null when the tenant has no such domain, or has not verified it.</returns>
    public static Domain? Named(this IEnumerable<Domain> domains, string name) =>
        domains.FirstOrDefault(d => string.Equals(d.Id, name, StringComparison.OrdinalIgnoreCase) && d.IsVerified is not false);

    public static bool IsFederated(this Domain domain) => string.Equals(domain.AuthenticationType, "Federated", StringComparison.OrdinalIgnoreCase);

    public static bool IsGuest(this User user) => string.Equals(user.UserType, "Guest", StringComparison.OrdinalIgnoreCase);

    public static bool IsSingleTenant(this Application app) => app.SignInAudience == SingleTenant;

    public static bool IsPublicClient(this Application app) => app.IsFallbackPublicClient is true;

    /// <summary>Declared as a delegated scope; the same id as an application role would not do.</summary>
    public static bool Declares(this Application app, DynamicsCrm dynamics) =>
        app.RequiredResourceAccess?.Any(r => IsDynamics(r) && r.ResourceAccess?.Any(a => a.Id == dynamics.ScopeId && a.Type == "Scope") is true) is true;

    public static bool IsDynamics(RequiredResourceAccess resource) =>
        string.Equals(resource.ResourceAppId, DynamicsCrm.AppId, StringComparison.OrdinalIgnoreCase);

    public static OAuth2PermissionGrant? TenantWideFor(this IEnumerable<OAuth2PermissionGrant> grants, DynamicsCrm dynamics) =>
        grants.FirstOrDefault(g => g.ResourceId == dynamics.ObjectId && g.ConsentType == TenantWide);

    public static OAuth2PermissionGrant? OfUser(this IEnumerable<OAuth2PermissionGrant> grants, DynamicsCrm dynamics, string? userId) =>
        userId is null ? null : grants.FirstOrDefault(g => g.ResourceId == dynamics.ObjectId && g.ConsentType == OneUser
            && string.Equals(g.PrincipalId, userId, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// The grant that lets the sync user be signed in, or the one to extend so that it does. One for the whole tenant that allows it is taken
    /// as it is, however narrow the organisation wants ours to be: somebody decided that.
    /// </summary>
    /// <param name="userId">Object id of the sync user.</param>
    public static OAuth2PermissionGrant? ForSync(this IReadOnlyList<OAuth2PermissionGrant> grants, DynamicsCrm dynamics, ConsentBreadth breadth, string? userId)
    {
        var tenantWide = grants.TenantWideFor(dynamics);
        return breadth is ConsentBreadth.TenantWide || tenantWide?.AllowsSync() is true ? tenantWide : grants.OfUser(dynamics, userId);
    }

    public static IReadOnlyList<string> Scopes(this OAuth2PermissionGrant grant) =>
        (grant.Scope ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static bool AllowsSync(this OAuth2PermissionGrant grant) => grant.Scopes().Contains(DynamicsCrm.Scope, StringComparer.Ordinal);
}
