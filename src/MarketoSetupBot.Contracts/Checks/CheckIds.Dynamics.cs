namespace MarketoSetupBot.Contracts;

/// <content>What Dynamics 365 itself knows of Marketo.</content>
public static partial class CheckIds
{
    private static IEnumerable<string> InDynamics => [];
}
