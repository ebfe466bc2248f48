using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Sandbox.Entra;

/// <summary>Whether the caller of the token endpoint is the application that it says it is.</summary>
public sealed class ClientProof(Tenant tenant)
{
    private readonly ClientAssertions assertions = new(tenant.Clock);

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
            (null, { } assertion) => assertions.Check(app, request["client_assertion_type"], assertion),
        };
    }

    private Refusal? Secret(Application app, string secret) =>
        app.PasswordCredentials.FirstOrDefault(one => tenant.Matches(one.KeyId, secret)) is not { } credential ? Refusal.SecretWrong(app.AppId)
        : credential.EndDateTime <= tenant.Clock.GetUtcNow() ? Refusal.SecretExpired(app.AppId)
        : null;
}
