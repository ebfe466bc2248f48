using MarketoSetupBot.Sandbox.Entra;

namespace MarketoSetupBot.Sandbox.BotService;

/// <summary>Where bots learn the keys of the Bot Connector. The endorsements say for which channels a key may speak.</summary>
internal static class BotMetadata
{
    public const string Issuer = "https://api.botframework.com";

    private static readonly string[] Endorsements = ["msteams"];

    public static void MapBotMetadata(this IEndpointRouteBuilder routes)
    {
        var login = routes.MapGroup("/v1/.well-known").RequireHost(SandboxHosts.BotLogin);
        login.MapGet("/openidconfiguration", () => Results.Text($$"""
            {
              "issuer": "{{Issuer}}",
              "authorization_endpoint": "https://invalid.botframework.com",
              "jwks_uri": "https://{{SandboxHosts.BotLogin}}/v1/.well-known/keys",
              "id_token_signing_alg_values_supported": ["RS256"],
              "token_endpoint_auth_methods_supported": ["private_key_jwt"]
            }
            """, "application/json"));
        login.MapGet("/keys", (SigningKeys keys) => Results.Json(new
        {
            keys = new[]
            {
                new { kty = "RSA", use = "sig", alg = "RS256", kid = keys.BotFramework.KeyId, x5t = keys.BotFramework.KeyId, n = keys.BotFramework.Modulus, e = keys.BotFramework.Exponent, endorsements = Endorsements },
            },
        }));
    }
}
