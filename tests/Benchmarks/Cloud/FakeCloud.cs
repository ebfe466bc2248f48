using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Benchmarks.Cloud;

/// <summary>What a bot meets of Microsoft: signing keys, a token endpoint, and a connector that accepts everything.</summary>
internal sealed class FakeCloud : IAsyncDisposable
{
    public const string AppId = "c0a8e6d4-5b1f-4f0e-8a37-9d2b64f7e021";
    public const string Tenant = "7d1c9a52-4b0e-4f57-9a63-2c8e5b1f0a11";
    public const string ServiceUrl = "https://smba.trafficmanager.net/bench/";
    private const string KeyId = "bench-key";
    private readonly RSA rsa = RSA.Create(2048);
    private readonly WebApplication app;

    private FakeCloud()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapGet("/v1/.well-known/openidconfiguration", () => Results.Json(new
        {
            issuer = "https://api.botframework.com",
            jwks_uri = "https://login.botframework.com/v1/.well-known/keys",
            id_token_signing_alg_values_supported = new[] { "RS256" },
        }));
        app.MapGet("/v1/.well-known/keys", () => Results.Json(new { keys = new[] { Key() } }));
        app.MapPost("/{tenant}/oauth2/v2.0/token", () => Results.Json(new { token_type = "Bearer", expires_in = 3600, ext_expires_in = 3600, access_token = "bench" }));
        app.MapPost("/bench/v3/conversations/{**rest}", async (HttpContext context) =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            context.Response.StatusCode = StatusCodes.Status201Created;
            context.Response.ContentType = "application/json";
            await context.Response.Body.WriteAsync("{\"id\":\"1\"}"u8.ToArray());
        });
    }

    public Uri Address => new(app.Urls.Single());

    public static async Task<FakeCloud> StartAsync()
    {
        var cloud = new FakeCloud();
        await cloud.app.StartAsync();
        return cloud;
    }

    /// <summary>A token as the Bot Framework signs it for the bot.</summary>
    public string Token() => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = "https://api.botframework.com",
        Audience = AppId,
        NotBefore = DateTime.UtcNow.AddMinutes(-1),
        Expires = DateTime.UtcNow.AddHours(1),
        Claims = new Dictionary<string, object> { ["serviceurl"] = ServiceUrl },
        SigningCredentials = new SigningCredentials(new RsaSecurityKey(rsa) { KeyId = KeyId }, SecurityAlgorithms.RsaSha256),
    });

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        rsa.Dispose();
    }

    private object Key()
    {
        var parameters = rsa.ExportParameters(includePrivateParameters: false);
        return new
        {
            kty = "RSA",
            use = "sig",
            kid = KeyId,
            n = Base64UrlEncoder.Encode(parameters.Modulus),
            e = Base64UrlEncoder.Encode(parameters.Exponent),
            endorsements = new[] { "msteams" },
        };
    }
}
