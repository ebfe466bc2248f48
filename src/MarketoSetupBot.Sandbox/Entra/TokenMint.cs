using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using MarketoSetupBot.Sandbox.World;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MarketoSetupBot.Sandbox.Entra;

/// <summary>Makes the tokens of the tenant. Decides nothing: whoever calls has checked that the token is deserved.</summary>
public sealed class TokenMint(SigningKeys keys, Tenant tenant)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(65);

    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>A token for an application itself. It carries the roles assigned at this moment, perhaps none.</summary>
    public string ForApp(ServicePrincipal client, Resource resource)
    {
        var claims = Common(client, resource);
        claims["oid"] = client.Id.ToString();
        claims["sub"] = client.Id.ToString();
        claims["idtyp"] = "app";
        if (tenant.RolesOf(client.Id, resource.Principal) is { Count: > 0 } roles) claims["roles"] = roles;
        return Sign(claims, resource.Audience, resource.Version);
    }

    /// <summary>A token that lets <paramref name="client"/> act for a person.</summary>
    public string ForPerson(User user, ServicePrincipal client, Resource resource, IEnumerable<string> scopes)
    {
        var claims = Common(client, resource);
        claims["oid"] = user.Id.ToString();
        claims["sub"] = Pairwise(user.Id, resource.Principal.AppId);
        claims["name"] = user.DisplayName;
        claims[resource.Version == 2 ? "preferred_username" : "upn"] = user.UserPrincipalName;
        claims["scp"] = string.Join(' ', scopes);
        return Sign(claims, resource.Audience, resource.Version);
    }

    /// <summary>What a client reads about the person who signed in.</summary>
    public string IdToken(User user, ServicePrincipal client) => Sign(
        new()
        {
            ["tid"] = tenant.Id.ToString(),
            ["oid"] = user.Id.ToString(),
            ["sub"] = Pairwise(user.Id, client.AppId),
            ["name"] = user.DisplayName,
            ["preferred_username"] = user.UserPrincipalName,
            ["ver"] = "2.0",
        }, client.AppId.ToString(), 2);

    /// <summary>How MSAL learns the account's home: <c>uid</c> and <c>utid</c>, encoded.</summary>
    public string ClientInfo(User user) =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new { uid = user.Id.ToString(), utid = tenant.Id.ToString() }));

    private Dictionary<string, object> Common(ServicePrincipal client, Resource resource)
    {
        var claims = new Dictionary<string, object>
        {
            ["tid"] = tenant.Id.ToString(),
            ["ver"] = resource.Version == 2 ? "2.0" : "1.0",
            ["uti"] = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)),
        };
        claims[resource.Version == 2 ? "azp" : "appid"] = client.AppId.ToString();
        claims[resource.Version == 2 ? "azpacr" : "appidacr"] = "1";
        return claims;
    }

    private string Sign(Dictionary<string, object> claims, string audience, int version)
    {
        var now = tenant.Clock.GetUtcNow().UtcDateTime;
        return handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer(version),
            Audience = audience,
            Claims = claims,
            IssuedAt = now,
            NotBefore = now.AddMinutes(-5),
            Expires = now + Lifetime,
            SigningCredentials = keys.Entra.Credentials,
        });
    }

    private static string Issuer(int version) =>
        version == 2 ? $"https://{SandboxHosts.Login}/{Contoso.TenantId}/v2.0" : $"https://sts.windows.net/{Contoso.TenantId}/";

    private static string Pairwise(Guid user, Guid app) =>
        Base64Url.EncodeToString(SHA256.HashData([.. user.ToByteArray(), .. app.ToByteArray()]));
}
