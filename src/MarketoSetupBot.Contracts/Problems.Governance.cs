namespace MarketoSetupBot.Contracts;

/// <content>Who may decide.</content>
public static partial class ProblemCodes
{
    /// <summary>403. {roles}: those that could; {eligible}: those of them that the person holds but has not activated.</summary>
    public const string RoleNotActivated = "role-not-activated";
}
