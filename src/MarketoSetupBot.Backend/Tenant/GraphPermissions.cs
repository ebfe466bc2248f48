namespace MarketoSetupBot.Backend.Tenant;

/// <summary>Application permissions of Microsoft Graph that the backend uses: the least that each call is documented to need.</summary>
internal static class GraphPermissions
{
    public const string Applications = "Application.ReadWrite.OwnedBy";
    public const string Grants = "DelegatedPermissionGrant.ReadWrite.All";
    /// <summary>Reading is enough to see what an administrator granted by hand.</summary>
    public const string GrantReads = "DelegatedPermissionGrant.Read.All";
    public const string ApplicationConfiguration = "Policy.ReadWrite.ApplicationConfiguration";
    public const string Domains = "Domain.Read.All";
    public const string Users = "User.Read.All";
    public const string Groups = "GroupMember.Read.All";
    public const string Roles = "RoleManagement.Read.Directory";
    public const string Eligibility = "RoleEligibilitySchedule.Read.Directory";
    public const string Policies = "Policy.Read.All";
    public const string AuditLogs = "AuditLog.Read.All";
    public const string Organization = "Organization.Read.All";
}
