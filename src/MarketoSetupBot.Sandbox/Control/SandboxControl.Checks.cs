using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Sandbox.Control;

/// <content>The levers for what a validation looks at. Apps are named by client id.</content>
public sealed partial class SandboxControl
{
    public Task ChangeAppAsync(Guid appId, AppBody change) => SendAsync(HttpMethod.Patch, $"apps/{appId}", change);

    public Task DeleteAppAsync(Guid appId) => SendAsync(HttpMethod.Delete, $"apps/{appId}", null);

    public Task DeleteServicePrincipalAsync(Guid appId) => SendAsync(HttpMethod.Delete, $"apps/{appId}/service-principal", null);

    public Task AddCredentialAsync(Guid appId, CredentialBody credential) => SendAsync(HttpMethod.Post, $"apps/{appId}/credentials", credential);

    public Task SetOwnersAsync(Guid appId, params Guid[] owners) => SendAsync(HttpMethod.Put, $"apps/{appId}/owners", new OwnersBody(owners));

    public Task AssignAsync(Guid appId, Guid userOrGroup) => SendAsync(HttpMethod.Post, $"apps/{appId}/assignments", new AssignmentBody(userOrGroup));

    public Task SetGrantAsync(Guid appId, string? scope, Person? forUser = null) => SendAsync(HttpMethod.Put, $"apps/{appId}/grant", new GrantBody(scope, forUser?.ObjectId));

    public Task SetSignInPolicyAsync(Guid appId, SignInPolicyBody policy) => SendAsync(HttpMethod.Put, $"apps/{appId}/sign-in-policy", policy);

    public Task SetSecretRulesAsync(SecretRulesBody rules) => SendAsync(HttpMethod.Put, "secret-rules", rules);

    /// <summary>A policy for this app alone, in place of the tenant's default.</summary>
    public Task SetSecretRulesAsync(Guid appId, SecretRulesBody rules) => SendAsync(HttpMethod.Put, $"apps/{appId}/secret-rules", rules);

    /// <summary>Disables the service principal, and the audit log says who did.</summary>
    public Task DisableAppAsync(Guid appId, Person by) => SendAsync(HttpMethod.Put, $"apps/{appId}/disabled-by", new DisabledByBody(by.ObjectId.ToString()));

    public Task AddConditionalAccessAsync(ConditionalAccessPolicy policy) => SendAsync(HttpMethod.Post, "conditional-access/policies", policy);

    /// <summary>Whether the tenant has Entra ID P1.</summary>
    public Task SetPremiumAsync(bool on) => SendAsync(HttpMethod.Put, "premium", new SwitchBody(on));

    public Task AddSignInAsync(SignIn row) => SendAsync(HttpMethod.Post, "sign-ins", row);

    /// <param name="days">Null: as Graph shows a domain where nobody set it.</param>
    public Task SetPasswordValidityAsync(string domain, int? days) => SendAsync(HttpMethod.Put, $"domains/{domain}/password-validity", new PasswordValidityBody(days));

    public Task DeleteDomainAsync(string domain) => SendAsync(HttpMethod.Delete, $"domains/{domain}", null);

    public Task DeleteUserAsync(Person user) => SendAsync(HttpMethod.Delete, $"users/{user.ObjectId}", null);

    public Task SetPasswordAsync(Person user, DateTimeOffset changedAt, bool neverExpires) => SendAsync(HttpMethod.Put, $"users/{user.ObjectId}/password", new PasswordBody(changedAt, neverExpires));
}
