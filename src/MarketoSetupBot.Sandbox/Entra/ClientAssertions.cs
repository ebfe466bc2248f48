using System.Security.Cryptography.X509Certificates;
using MarketoSetupBot.Sandbox.World;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MarketoSetupBot.Sandbox.Entra;

/// <summary>
/// Tokens with which an application proves itself: signed by a certificate that it registered, or by an issuer that it trusts.
/// <see href="https://learn.microsoft.com/entra/identity-platform/certificate-credentials"/>
/// </summary>
internal sealed class ClientAssertions(TimeProvider clock)
{
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /// <summary>What MSAL and the SDKs of other languages sign with; no symmetric algorithm proves possession of a certificate.</summary>
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256];

    private readonly JsonWebTokenHandler handler = new();

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public Refusal? Check(Application app, string? type, string assertion)
    {
        if (type is not AssertionType) return Refusal.AssertionTypeWrong;
        if (!handler.CanReadToken(assertion)) return Refusal.AssertionWrong;
        var token = handler.ReadJsonWebToken(assertion);
        return token.Issuer == app.AppId.ToString() ? Certificate(app, token) : Federated(app, token);
    }

    private Refusal? Certificate(Application app, JsonWebToken token)
    {
        var now = clock.GetUtcNow();
        if (token.Subject != app.AppId.ToString() || token.Id is not { Length: > 0 }) return Refusal.AssertionWrong;
        foreach (var credential in app.KeyCredentials.Where(one => one.Key is not null && (one.EndDateTime is null || one.EndDateTime > now)))
        {
            using var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(credential.Key!));
            if (IsSigned(token, [new X509SecurityKey(certificate)], IsTokenEndpoint)) return null;
        }

        return Refusal.AssertionWrong;
    }

    private Refusal? Federated(Application app, JsonWebToken token) =>
        app.FederatedIdentityCredentials.Any(one =>
            one.Issuer == token.Issuer && one.Subject == token.Subject && IsSigned(token, one.Keys, audience => audience == one.Audience))
            ? null
            : Refusal.NotFederated;

    private static bool IsTokenEndpoint(string audience) => audience.StartsWith($"https://{SandboxHosts.Login}/", StringComparison.Ordinal);

    private bool IsSigned(JsonWebToken token, IEnumerable<SecurityKey> keys, Func<string, bool> isAudience) => handler.ValidateTokenAsync(token, new TokenValidationParameters
    {
        IssuerSigningKeys = keys,
        TryAllIssuerSigningKeys = true,
        ValidAlgorithms = Algorithms,
        ValidIssuer = token.Issuer,
        AudienceValidator = (audiences, _, _) => audiences.Any(isAudience),
        LifetimeValidator = (from, until, _, _) => until > Now && (from is null || from <= Now.AddMinutes(5)),
    }).GetAwaiter().GetResult().IsValid;
}
