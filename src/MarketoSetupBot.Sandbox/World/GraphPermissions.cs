namespace MarketoSetupBot.Sandbox.World;

/// <summary>The permissions of Microsoft Graph that the sandbox knows.</summary>
public static class GraphPermissions
{
    public const string ApplicationReadAll = "Application.Read.All", ApplicationOwned = "Application.ReadWrite.OwnedBy", ApplicationAll = "Application.ReadWrite.All",
        GrantReadAll = "DelegatedPermissionGrant.Read.All", GrantAll = "DelegatedPermissionGrant.ReadWrite.All",
        PolicyRead = "Policy.Read.All", PolicyApplicationConfiguration = "Policy.ReadWrite.ApplicationConfiguration", PolicyConditionalAccess = "Policy.Read.ConditionalAccess",
        DomainRead = "Domain.Read.All", OrganizationRead = "Organization.Read.All", UserRead = "User.Read.All", GroupMemberRead = "GroupMember.Read.All", GroupRead = "Group.Read.All",
        RoleRead = "RoleManagement.Read.Directory", RoleReadAll = "RoleManagement.Read.All", EligibilityRead = "RoleEligibilitySchedule.Read.Directory", AuditLogRead = "AuditLog.Read.All", DirectoryRead = "Directory.Read.All", DirectoryWrite = "Directory.ReadWrite.All",
        OnPremisesRead = "OnPremDirectorySynchronization.Read.All";

    public static readonly IReadOnlyList<string> Application =
    [
        ApplicationReadAll, ApplicationOwned, ApplicationAll, GrantReadAll, GrantAll, PolicyRead, PolicyApplicationConfiguration, PolicyConditionalAccess,
        DomainRead, OrganizationRead, UserRead, GroupMemberRead, GroupRead, RoleRead, RoleReadAll, EligibilityRead, AuditLogRead, DirectoryRead, DirectoryWrite,
        "AppRoleAssignment.ReadWrite.All", "UserAuthenticationMethod.Read.All",
    ];

    public static readonly IReadOnlyList<string> Delegated = ["User.Read", "User.Read.All", "Directory.Read.All", "Policy.Read.All", OnPremisesRead];
}
