using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks.Dynamics;

/// <summary>Where and by whom an environment of Dynamics 365 is looked after.</summary>
internal static class PowerPlatform
{
    public static Uri Environments { get; } = new("https://admin.powerplatform.microsoft.com/manage/environments");

    /// <summary>The roles of Entra that make one System Administrator of an environment.</summary>
    private static readonly string[] Administrators = [EntraRoles.DynamicsAdministrator, EntraRoles.PowerPlatformAdministrator];

    public static CheckView WhoCanHelp(this CheckView result) => result.State is CheckState.Passed ? result : result with { Roles = Administrators };
}
