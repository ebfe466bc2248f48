namespace MarketoSetupBot.Contracts;

/// <content>A client secret that an administrator makes in the portal.</content>
public static partial class ProblemCodes
{
    /// <summary>409. {permission}: the backend may not make the secret; the run now waits for an administrator to.</summary>
    public const string SecretByHand = "secret-by-hand";
    /// <summary>409. Made in the portal, so it is removed there: this product never does.</summary>
    public const string SecretMadeByHand = "secret-made-by-hand";
}
