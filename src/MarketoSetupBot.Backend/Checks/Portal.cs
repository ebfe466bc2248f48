using MarketoSetupBot.Backend.Tenant;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>Addresses that open the right page of the Entra admin centre, in this tenant even for people who are signed in to several.</summary>
/// <remarks>
/// Microsoft promises none of them. Each was found in use by others, most in Microsoft's own documentation, in November 2026. Where a page was found
/// nowhere, the address is that of the menu in which it stands, and the steps beside the link name the entry.
/// </remarks>
internal sealed class Portal(BackendIdentity identity)
{
    public Uri Applications => Page("Microsoft_AAD_RegisteredApps/ApplicationsListBlade");

    public Uri Domains => Page("Microsoft_AAD_IAM/DomainsList.ReactView");

    public Uri Users => Page("Microsoft_AAD_UsersAndTenants/UserManagementMenuBlade/~/AllUsers");

    /// <summary>Where "Manage security defaults" is found.</summary>
    public Uri TenantProperties => Page("Microsoft_AAD_IAM/TenantProperties.ReactView");

    public Uri ConditionalAccess => Page("Microsoft_AAD_ConditionalAccess/ConditionalAccessBlade/~/Policies");

    public Uri SignIns => Page("Microsoft_AAD_IAM/SignInEventsV3Blade");

    public Uri RiskyUsers => Page("Microsoft_AAD_IAM/IdentityProtectionMenuBlade/~/RiskyUsers");

    public Uri DirectorySync => Page("Microsoft_AAD_Connect_Provisioning/AADConnectMenuBlade/~/ConnectSync");

    /// <summary>The menu that has the entry "Application policies": an address of that page itself was found nowhere.</summary>
    public Uri EnterpriseApplications => Page("Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview");

    public Uri Overview(string clientId) => Registration("Overview", clientId);

    public Uri Authentication(string clientId) => Registration("Authentication", clientId);

    public Uri Credentials(string clientId) => Registration("Credentials", clientId);

    public Uri Permissions(string clientId) => Registration("CallAnAPI", clientId);

    public Uri EnterpriseApplication(string objectId, string clientId) =>
        Page($"Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Properties/objectId/{objectId}/appId/{clientId}");

    public Uri Consent(string objectId, string clientId) =>
        Page($"Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/objectId/{objectId}/appId/{clientId}");

    public Uri UsersAndGroups(string objectId, string clientId) =>
        Page($"Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Users/objectId/{objectId}/appId/{clientId}");

    public Uri Owners(string clientId) => Registration("Owners", clientId);

    public Uri User(string objectId) => Page($"Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/overview/userId/{objectId}");

    /// <summary>Where a kind of trouble is put right.</summary>
    /// <param name="principalId">Null where unknown: then the nearest page that needs none.</param>
    /// <param name="userId">Likewise.</param>
    public Uri Of(PortalPage page, string clientId, string? principalId, string? userId) => page switch
    {
        PortalPage.Users => Users,
        PortalPage.User => userId is null ? Users : User(userId),
        PortalPage.Applications => Applications,
        PortalPage.Overview => Overview(clientId),
        PortalPage.Authentication => Authentication(clientId),
        PortalPage.Credentials => Credentials(clientId),
        PortalPage.Permissions => Permissions(clientId),
        PortalPage.Consent => principalId is null ? Permissions(clientId) : Consent(principalId, clientId),
        PortalPage.EnterpriseApplication => principalId is null ? Applications : EnterpriseApplication(principalId, clientId),
        PortalPage.UsersAndGroups => principalId is null ? Applications : UsersAndGroups(principalId, clientId),
        PortalPage.Domains => Domains,
        PortalPage.TenantProperties => TenantProperties,
        PortalPage.ConditionalAccess => ConditionalAccess,
        PortalPage.RiskyUsers => RiskyUsers,
        _ => SignIns,
    };

    private Uri Registration(string blade, string clientId) =>
        Page($"Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/{blade}/appId/{clientId}/isMSAApp~/false");

    private Uri Page(string view) => new($"https://entra.microsoft.com/{identity.TenantId}/#view/{view}");
}
