using MarketoSetupBot.Sandbox.World;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MarketoSetupBot.Sandbox.Entra;

/// <summary>How the sandbox's resources check the tokens they are shown.</summary>
public sealed class TokenCheck(SigningKeys keys, TimeProvider clock)
{
    private static readonly string[] Issuers = [$"https://{SandboxHosts.Login}/{Contoso.TenantId}/v2.0", $"https://sts.windows.net/{Contoso.TenantId}/"];

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };

    /// <summary>Reads the bearer token of a request.</summary>
    /// <returns>Null when there is none, or it is not a valid token of the tenant for that audience.</returns>
    public Task<Bearer?> ReadAsync(HttpRequest request, Func<string, bool> audience)
    {
        const string scheme = "Bearer ";
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? ReadAsync(header[scheme.Length..].Trim(), audience) : Task.FromResult<Bearer?>(null);
    }

    /// <inheritdoc cref="ReadAsync(HttpRequest, Func{string, bool})"/>
    public async Task<Bearer?> ReadAsync(string token, Func<string, bool> audience)
    {
        var result = await handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKey = keys.Entra.Key,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ValidIssuers = Issuers,
            AudienceValidator = (audiences, _, _) => audiences.Any(audience),
            LifetimeValidator = (from, until, _, _) => from <= clock.GetUtcNow().UtcDateTime.AddMinutes(5) && until > clock.GetUtcNow().UtcDateTime,
        });
        return result.IsValid ? new Bearer((JsonWebToken)result.SecurityToken) : null;
    }
}

/// <summary>A validated token of the tenant.</summary>
public sealed class Bearer(JsonWebToken token)
{
    /// <summary>The application that called.</summary>
    public Guid ClientAppId { get; } = Guid.Parse(Claim(token, "azp") ?? Claim(token, "appid") ?? throw new InvalidOperationException("Every token of the tenant names its client."));

    /// <summary>The person, or the service principal when there is none.</summary>
    public Guid ObjectId { get; } = Guid.Parse(token.GetClaim("oid").Value);

    public bool IsApp { get; } = Claim(token, "idtyp") == "app";
    public IReadOnlySet<string> Roles { get; } = token.Claims.Where(claim => claim.Type == "roles").Select(claim => claim.Value).ToHashSet();
    public IReadOnlySet<string> Scopes { get; } = (Claim(token, "scp") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet();

    private static string? Claim(JsonWebToken token, string type) => token.TryGetClaim(type, out var claim) ? claim.Value : null;
}
