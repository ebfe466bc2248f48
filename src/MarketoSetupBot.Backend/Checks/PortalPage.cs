namespace MarketoSetupBot.Backend.Checks;

/// <summary>Pages of the Entra admin centre on which a refused sign-in is put right.</summary>
internal enum PortalPage
{
    SignIns,
    Users,
    User,
    Applications,
    Overview,
    Authentication,
    Credentials,
    Permissions,
    Consent,
    EnterpriseApplication,
    UsersAndGroups,
    Domains,
    TenantProperties,
    ConditionalAccess,
    RiskyUsers,
}
