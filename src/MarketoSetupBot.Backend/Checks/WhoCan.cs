using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>Who can do what a remedy says. Source: Microsoft Entra built-in roles.</summary>
internal static class WhoCan
{
    public static readonly string[] ChangeApplications =
        [EntraRoles.CloudApplicationAdministrator, EntraRoles.ApplicationAdministrator, EntraRoles.GlobalAdministrator];

    /// <summary>A disabled object may be somebody's containment, so fewer are asked.</summary>
    public static readonly string[] EnableApplications = [EntraRoles.ApplicationAdministrator, EntraRoles.GlobalAdministrator];

    public static readonly string[] Consent =
        [EntraRoles.CloudApplicationAdministrator, EntraRoles.ApplicationAdministrator, EntraRoles.PrivilegedRoleAdministrator, EntraRoles.GlobalAdministrator];

    public static readonly string[] ChangeUsers = [EntraRoles.UserAdministrator, EntraRoles.GlobalAdministrator];

    public static readonly string[] ChangeSignInPolicies = [EntraRoles.ApplicationAdministrator, EntraRoles.GlobalAdministrator];

    public static readonly string[] ChangeHybridIdentity = [EntraRoles.HybridIdentityAdministrator, EntraRoles.GlobalAdministrator];

    public static readonly string[] ChangeConditionalAccess =
        [EntraRoles.ConditionalAccessAdministrator, EntraRoles.SecurityAdministrator, EntraRoles.GlobalAdministrator];

    public static readonly string[] ChangeTenant = [EntraRoles.GlobalAdministrator];

    public static readonly string[] ReadSignIns = [EntraRoles.SecurityReader, EntraRoles.GlobalReader, EntraRoles.GlobalAdministrator];
}
