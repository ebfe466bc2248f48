using MarketoSetupBot.Backend.Tenant;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>Addresses that open the right page of the Entra admin centre, in this tenant even for people who are signed in to several.</summary>
internal sealed class Portal(BackendIdentity identity)
{
    public Uri Applications => Page("Microsoft_AAD_RegisteredApps/ApplicationsListBlade");

    public Uri Domains => Page("Microsoft_AAD_IAM/DomainsList.ReactView");

    public Uri Users => Page("Microsoft_AAD_UsersAndTenants/UserManagementMenuBlade/~/AllUsers");

    /// <summary>Where "Manage security defaults" is found.</summary>
    public Uri TenantProperties => Page("Microsoft_AAD_IAM/TenantProperties.ReactView");

    public Uri Overview(string clientId) => Registration("Overview", clientId);

    public Uri Authentication(string clientId) => Registration("Authentication", clientId);

    public Uri Credentials(string clientId) => Registration("Credentials", clientId);

    public Uri Permissions(string clientId) => Registration("CallAnAPI", clientId);

    public Uri EnterpriseApplication(string objectId, string clientId) =>
        Page($"Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Properties/objectId/{objectId}/appId/{clientId}");

    public Uri Consent(string objectId, string clientId) =>
        Page($"Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/objectId/{objectId}/appId/{clientId}");

    public Uri User(string objectId) => Page($"Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/overview/userId/{objectId}");

    private Uri Registration(string blade, string clientId) =>
        Page($"Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/{blade}/appId/{clientId}/isMSAApp~/false");

    private Uri Page(string view) => new($"https://entra.microsoft.com/{identity.TenantId}/#view/{view}");
}
