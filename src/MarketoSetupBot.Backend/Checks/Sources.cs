namespace MarketoSetupBot.Backend.Checks;

/// <summary>Where evidence comes from, so that an administrator can read the same thing.</summary>
internal static class Sources
{
    public const string Application = "GET /v1.0/applications/{id}";
    public const string Owners = "GET /v1.0/applications/{id}/owners";
    public const string ApplicationFederated = "GET /v1.0/applications/{id}/federatedIdentityCredentials";
    public const string AssignedAppManagement = "GET /v1.0/applications/{id}/appManagementPolicies";
    public const string AppManagement = "GET /v1.0/policies/defaultAppManagementPolicy";
    public const string ServicePrincipal = "GET /v1.0/servicePrincipals(appId='{clientId}')";
    public const string ServicePrincipalFederated = "GET /v1.0/servicePrincipals/{id}/federatedIdentityCredentials";
    public const string AssignedTo = "GET /v1.0/servicePrincipals/{id}/appRoleAssignedTo";
    public const string Grants = "GET /v1.0/oauth2PermissionGrants?$filter=clientId eq '{id}'";
    public const string User = "GET /v1.0/users/{id}";
    public const string Domains = "GET /v1.0/domains";
    public const string SignInPolicy = "GET /v1.0/servicePrincipals/{id}/homeRealmDiscoveryPolicies";
    public const string SignInPolicies = "GET /v1.0/policies/homeRealmDiscoveryPolicies";
    public const string Organization = "GET /v1.0/organization";
    public const string HashSync = "GET /v1.0/directory/onPremisesSynchronization";
    public const string ConditionalAccess = "GET /v1.0/identity/conditionalAccess/policies";
    public const string SecurityDefaults = "GET /v1.0/policies/identitySecurityDefaultsEnforcementPolicy";
    public const string SignIns = "GET /v1.0/auditLogs/signIns?$filter=appId eq '{clientId}'";
}
