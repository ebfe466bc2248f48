namespace MarketoSetupBot.Contracts;

/// <content>Who may decide, and when nothing may be written.</content>
public static partial class ProblemCodes
{
    /// <summary>403. {roles}: those that could; {eligible}: those of them that the person holds but has not activated.</summary>
    public const string RoleNotActivated = "role-not-activated";
    /// <summary>409. {by} {since}: writes to the tenant are stopped.</summary>
    public const string Halted = "halted";
    /// <summary>403. {by}: whoever stopped the writes does not lift it.</summary>
    public const string LiftByAnother = "lift-by-another";
}
