namespace MarketoSetupBot.Sandbox.Entra;

/// <summary>Why Entra issues no token.</summary>
/// <param name="Code">The AADSTS number. <see href="https://learn.microsoft.com/entra/identity-platform/reference-error-codes"/></param>
/// <param name="Error">The OAuth error, which is what programs should branch on.</param>
/// <param name="Claims">A claims challenge that a person could satisfy interactively.</param>
public sealed record Refusal(int Status, string Error, int Code, string Text, string? Suberror = null, string? Claims = null)
{
    /// <summary>The policies that caused it, for the sign-in log.</summary>
    public IReadOnlyList<World.AppliedPolicy> Policies { get; init; } = [];

    public static Refusal MissingParameter(string name) => new(400, "invalid_request", 900144, $"The request body must contain the following parameter: '{name}'.");
    public static Refusal UnknownTenant(string name) => new(400, "invalid_request", 90002, $"Tenant '{name}' not found. Check the tenant id and the cloud.");
    public static Refusal NotOnCommon(string tenant) => new(400, "invalid_request", 9001023, $"The grant type is not supported over the /{tenant} endpoint. Use a tenant-specific endpoint.");
    public static Refusal SingleTenant(Guid appId) => new(400, "invalid_request", 50194, $"Application '{appId}' is not configured as a multi-tenant application. Use a tenant-specific endpoint.");
    public static Refusal UnsupportedGrant(string grant) => new(400, "unsupported_grant_type", 70003, $"The app requested an unsupported grant type '{grant}'.");
    public static Refusal UnknownApp(string appId) => new(400, "unauthorized_client", 700016, $"Application with identifier '{appId}' was not found in the directory 'Contoso'.");
    public static Refusal AppDisabled(Guid appId) => new(400, "unauthorized_client", 7000112, $"Application '{appId}' is disabled.");
    public static Refusal NoServicePrincipal(Guid appId) => new(401, "invalid_client", 7000229, $"The client application '{appId}' is missing service principal in the tenant.");
    public static Refusal SecretMissing { get; } = new(401, "invalid_client", 7000218, "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.");
    public static Refusal SecretWrong(Guid appId) => new(401, "invalid_client", 7000215, $"Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '{appId}'.");
    public static Refusal SecretExpired(Guid appId) => new(401, "invalid_client", 7000222, $"The provided client secret keys for app '{appId}' are expired.");
    public static Refusal SecretFromPublicClient { get; } = new(401, "invalid_client", 700025, "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.");
    public static Refusal AssertionWrong { get; } = new(401, "invalid_client", 700027, "The certificate with identifier used to sign the client assertion is not registered on application, or the assertion is not valid.");
    public static Refusal NotFederated { get; } = new(401, "invalid_client", 700213, "No matching federated identity record found for presented assertion issuer, subject and audience.");
    public static Refusal AssertionTypeWrong { get; } = new(400, "invalid_request", 7000216, "'client_assertion_type' must be 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'.");
    public static Refusal BadScope(string scope) => new(400, "invalid_scope", 70011, $"The provided value for the input parameter 'scope' is not valid. The scope {scope} is not valid.");
    public static Refusal DefaultScopeOnly(string scope) => new(400, "invalid_scope", 1002012, $"The provided value for scope {scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier.");
    public static Refusal UnknownResource(string name) => new(400, "invalid_resource", 500011, $"The resource principal named {name} was not found in the tenant named Contoso.");
    public static Refusal ResourceDisabled(string name) => new(400, "invalid_resource", 50001, $"The resource named {name} is disabled in the tenant named Contoso.");
    public static Refusal UnknownUser(string name) => new(400, "invalid_grant", 50034, $"The user account {name} does not exist in the Contoso directory.");
    public static Refusal ForeignUser { get; } = new(400, "invalid_grant", 50020, "User account from another identity provider does not exist in tenant 'Contoso' and cannot sign in this way.");
    public static Refusal Locked { get; } = new(400, "invalid_grant", 50053, "The account is locked, you've tried to sign in too many times with an incorrect user ID or password.");
    public static Refusal UserDisabled { get; } = new(400, "invalid_grant", 50057, "The user account is disabled.");
    public static Refusal NoPassword { get; } = new(400, "invalid_grant", 50056, "Invalid or null password: password does not exist in the directory for this user.");
    public static Refusal WrongPassword { get; } = new(400, "invalid_grant", 50126, "Error validating credentials due to invalid username or password.");
    public static Refusal PasswordExpired { get; } = new(400, "invalid_grant", 50055, "The password is expired.", "user_password_expired");
    public static Refusal MfaRequired { get; } = new(400, "invalid_grant", 50076, "Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication.", "basic_action", """{"access_token":{"capolids":{"essential":true}}}""");
    public static Refusal MfaEnrolment { get; } = new(400, "invalid_grant", 50079, "Due to a configuration change made by your administrator, you must enroll in multi-factor authentication.", "basic_action");
    public static Refusal SecurityDefaults { get; } = new(400, "invalid_grant", 530035, "Access has been blocked by security defaults.", "message_only");
    public static Refusal Blocked { get; } = new(400, "invalid_grant", 53003, "Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.", "message_only");
    public static Refusal DeviceNotCompliant { get; } = new(400, "invalid_grant", 53000, "Device is not in required device state: compliant.", "message_only");
    public static Refusal DeviceNotJoined { get; } = new(400, "invalid_grant", 53001, "Device is not in required device state: domain_joined.", "message_only");
    public static Refusal NotAssigned(string app) => new(400, "invalid_grant", 50105, $"The signed in user is not assigned to a role for the application '{app}'.");
    public static Refusal NotRequested(Guid resource) => new(400, "invalid_resource", 650057, $"Invalid resource. The client has requested access to a resource which is not listed in the requested permissions in the client's application registration. Resource: {resource}.");
    public static Refusal NoConsent(Guid appId) => new(400, "invalid_grant", 65001, $"The user or administrator has not consented to use the application with ID '{appId}'.", "consent_required");
    public static Refusal BadUserAssertion { get; } = new(400, "invalid_grant", 500131, "Assertion failed validation: its audience does not match the client app presenting it, or its signature is not valid.");
}
