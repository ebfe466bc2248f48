namespace MarketoSetupBot.Contracts;

/// <content>What Dynamics 365 itself knows of Marketo.</content>
public static partial class CheckIds
{
    public const string DynamicsUrl = "dynamics-url";
    /// <summary>Whether, and as whom, the organisation can be read at all.</summary>
    public const string DynamicsAccess = "dynamics-access";
    public const string DynamicsUser = "dynamics-user";
    public const string DynamicsUserName = "dynamics-user-name";
    public const string DynamicsRole = "dynamics-role";
    public const string DynamicsSolution = "dynamics-solution";
    public const string DynamicsSolutionVersion = "dynamics-solution-version";
    public const string DynamicsSteps = "dynamics-steps";
    public const string DynamicsConfig = "dynamics-config";
    public const string DynamicsConfigUser = "dynamics-config-user";
    public const string DynamicsLanguage = "dynamics-language";
    public const string DynamicsReadRights = "dynamics-read-rights";

    private static IEnumerable<string> InDynamics =>
    [
        DynamicsUrl, DynamicsAccess, DynamicsUser, DynamicsUserName, DynamicsRole, DynamicsSolution, DynamicsSolutionVersion, DynamicsSteps,
        DynamicsConfig, DynamicsConfigUser, DynamicsLanguage, DynamicsReadRights,
    ];
}
