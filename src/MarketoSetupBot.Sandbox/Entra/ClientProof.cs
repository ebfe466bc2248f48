using System.Security.Cryptography.X509Certificates;
using MarketoSetupBot.Sandbox.World;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MarketoSetupBot.Sandbox.Entra;

/// <summary>Whether the caller of the token endpoint is the application that it says it is.</summary>
public sealed class ClientProof(Tenant tenant)
{
    private readonly JsonWebTokenHandler handler = new();

    /// <summary>The caller holds the tenant's gate.</summary>
    public Refusal? Identify(TokenRequest request, out Application app)
    {
        app = null!;
        if (request.ClientId is null) return Refusal.MissingParameter("client_id");
        if (!Guid.TryParse(request.ClientId, out var appId) || tenant.FindApplication(appId) is not { } found || !tenant.Replication.HasArrived(found.Id)) return Refusal.UnknownApp(request.ClientId);
        app = found;
        if (request.IsShared && found.SignInAudience == "AzureADMyOrg") return Refusal.SingleTenant(appId);
        return found.DisabledByMicrosoftStatus is "DisabledDueToViolationOfServicesAgreement" || found.IsDisabled is true || tenant.FindServicePrincipal(appId) is { AccountEnabled: false }
            ? Refusal.AppDisabled(appId)
            : null;
    }

    /// <param name="mayBePublic">A password grant by an app that is declared public comes without proof.</param>
    public Refusal? Prove(TokenRequest request, Application app, bool mayBePublic)
    {
        var isPublic = mayBePublic && app.IsFallbackPublicClient is true;
        return (request.ClientSecret, request["client_assertion"]) switch
        {
            (null, null) => isPublic ? null : Refusal.SecretMissing,
            _ when isPublic => Refusal.SecretFromPublicClient,
            ({ } secret, _) => Secret(app, secret),
            (null, { } assertion) => Certificate(app, assertion),
        };
    }

    private Refusal? Secret(Application app, string secret) =>
        app.PasswordCredentials.FirstOrDefault(one => tenant.Matches(one.KeyId, secret)) is not { } credential ? Refusal.SecretWrong(app.AppId)
        : credential.EndDateTime <= tenant.Clock.GetUtcNow() ? Refusal.SecretExpired(app.AppId)
        : null;

    private Refusal? Certificate(Application app, string assertion)
    {
        var now = tenant.Clock.GetUtcNow();
        foreach (var credential in app.KeyCredentials.Where(one => one.Key is not null && (one.EndDateTime is null || one.EndDateTime > now)))
        {
            using var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(credential.Key!));
            var result = handler.ValidateTokenAsync(assertion, new TokenValidationParameters
            {
                IssuerSigningKey = new X509SecurityKey(certificate),
                TryAllIssuerSigningKeys = true,
                ValidIssuer = app.AppId.ToString(),
                AudienceValidator = (audiences, _, _) => audiences.Any(one => one.StartsWith($"https://{SandboxHosts.Login}/", StringComparison.Ordinal)),
                LifetimeValidator = (_, until, _, _) => until > now.UtcDateTime,
            }).GetAwaiter().GetResult();
            if (result.IsValid) return null;
        }

        return Refusal.AssertionWrong;
    }
}
