using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Sandbox.Entra;

/// <summary>What <c>login.microsoftonline.com</c> answers.</summary>
public static class EntraEndpoints
{
    public static void AddEntra(this IServiceCollection services)
    {
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<TokenMint>();
        services.AddSingleton<TokenCheck>();
        services.AddSingleton<TokenFlows>();
        services.AddSingleton<ClientProof>();
        services.AddSingleton<PasswordSignIn>();
        services.AddSingleton<AccessRules>();
        services.AddSingleton<Consent>();
        services.AddSingleton<SignInLog>();
    }

    public static void MapEntra(this IEndpointRouteBuilder routes)
    {
        var login = routes.MapGroup("").RequireHost(SandboxHosts.Login);
        login.MapGet("/{tenant}/v2.0/.well-known/openid-configuration", Metadata);
        login.MapGet("/{tenant}/discovery/v2.0/keys", Keys);
        login.MapGet("/common/discovery/instance", Instances);
        login.MapPost("/{tenant}/oauth2/v2.0/token", TokenEndpoint.AnswerAsync);
    }

    private static IResult Metadata(string tenant, Tenant contoso)
    {
        var shared = tenant is "common" or "organizations" or "consumers";
        lock (contoso.Gate)
        {
            if (!shared && !contoso.Domains.ContainsKey(tenant) && !tenant.Equals(contoso.Id.ToString(), StringComparison.OrdinalIgnoreCase))
                return Results.Json(new { error = "invalid_tenant", error_description = $"AADSTS90002: Tenant '{tenant}' not found.", error_codes = (int[])[90002] }, statusCode: 400);
        }

        var (path, issuer) = shared ? (tenant, "{tenantid}") : (contoso.Id.ToString(), contoso.Id.ToString());
        var root = $"https://{SandboxHosts.Login}/{path}";
        return Results.Text($$"""
            {
              "token_endpoint": "{{root}}/oauth2/v2.0/token",
              "token_endpoint_auth_methods_supported": ["client_secret_post", "private_key_jwt", "client_secret_basic"],
              "jwks_uri": "{{root}}/discovery/v2.0/keys",
              "response_modes_supported": ["query", "fragment", "form_post"],
              "subject_types_supported": ["pairwise"],
              "id_token_signing_alg_values_supported": ["RS256"],
              "response_types_supported": ["code", "id_token", "code id_token", "id_token token"],
              "scopes_supported": ["openid", "profile", "email", "offline_access"],
              "issuer": "https://{{SandboxHosts.Login}}/{{issuer}}/v2.0",
              "authorization_endpoint": "{{root}}/oauth2/v2.0/authorize",
              "tenant_region_scope": "EU",
              "cloud_instance_name": "microsoftonline.com",
              "cloud_graph_host_name": "graph.windows.net",
              "msgraph_host": "{{SandboxHosts.Graph}}"
            }
            """, "application/json");
    }

    private static IResult Keys(SigningKeys keys) => Results.Json(new
    {
        keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = keys.Entra.KeyId, x5t = keys.Entra.KeyId, n = keys.Entra.Modulus, e = keys.Entra.Exponent } },
    });

    /// <summary>MSAL asks which names the cloud has before it trusts an authority.</summary>
    private static IResult Instances() => Results.Json(new Dictionary<string, object>
    {
        ["tenant_discovery_endpoint"] = $"https://{SandboxHosts.Login}/common/v2.0/.well-known/openid-configuration",
        ["api-version"] = "1.1",
        ["metadata"] = new[]
        {
            new { preferred_network = SandboxHosts.Login, preferred_cache = "login.windows.net", aliases = new[] { SandboxHosts.Login, "login.windows.net", "login.microsoft.com", "sts.windows.net" } },
        },
    });
}
