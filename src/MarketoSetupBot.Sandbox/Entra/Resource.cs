using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Sandbox.Entra;

/// <summary>What a token is for.</summary>
/// <param name="Audience">The <c>aud</c> claim.</param>
/// <param name="Version">1 or 2: the resource decides which shape of token it gets.</param>
public sealed record Resource(ServicePrincipal Principal, string Audience, int Version)
{
    /// <summary>Finds the resource that an identifier (URI or client id) names. The caller holds the tenant's gate.</summary>
    public static Resource? Find(Tenant tenant, string identifier)
    {
        if (Uri.TryCreate(identifier, UriKind.Absolute, out var uri) && tenant.OrganizationHosts.Contains(uri.Host))
            return tenant.FindServicePrincipal(WellKnown.DynamicsAppId) is { } dynamics ? new Resource(dynamics, identifier, 1) : null;

        var principal = tenant.ServicePrincipals.Values.FirstOrDefault(one =>
            one.ServicePrincipalNames.Contains(identifier.TrimEnd('/'), StringComparer.OrdinalIgnoreCase) || Guid.TryParse(identifier, out var appId) && one.AppId == appId);
        if (principal is null) return null;
        return tenant.FindApplication(principal.AppId) is { Api.RequestedAccessTokenVersion: 2 }
            ? new Resource(principal, principal.AppId.ToString(), 2)
            : new Resource(principal, identifier, 1);
    }
}

/// <summary>The <c>scope</c> parameter taken apart.</summary>
/// <param name="Names">Scope names on the resource; <c>.default</c> stands for whatever is granted.</param>
/// <param name="OpenId">The scopes that ask for an id token or a refresh token.</param>
public sealed record RequestedScope(string ResourceId, IReadOnlyList<string> Names, IReadOnlyList<string> OpenId)
{
    private static readonly string[] OpenIdScopes = ["openid", "profile", "email", "offline_access"];

    public bool IsDefault => Names.Contains(".default");

    /// <returns>Null when the scopes name no resource, or more than one.</returns>
    public static RequestedScope? Parse(string scope)
    {
        var all = scope.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var wanted = all.Except(OpenIdScopes).Select(Split).ToArray();
        return wanted.Select(one => one.Resource).Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1
            ? new RequestedScope(wanted[0].Resource, [.. wanted.Select(one => one.Name)], [.. all.Intersect(OpenIdScopes)])
            : null;
    }

    /// <summary>A scope without a resource is Microsoft Graph's.</summary>
    private static (string Resource, string Name) Split(string scope) =>
        scope.LastIndexOf('/') is > 0 and var slash && (scope.Contains("://", StringComparison.Ordinal) || Guid.TryParse(scope[..slash], out _))
            ? (scope[..slash], scope[(slash + 1)..])
            : ("https://graph.microsoft.com", scope);
}
