namespace MarketoSetupBot.Contracts;

/// <content>A client secret that an administrator makes in the portal.</content>
public static partial class PhraseCodes
{
    /// <summary>{recipient} {expires}: made in the portal and seen; whoever made it has the value.</summary>
    public const string SecretByHand = "secret-by-hand";
    /// <summary>{expires} {latest}: seen, but it would live longer than was approved.</summary>
    public const string SecretByHandTooLong = "secret-by-hand-too-long";
    /// <summary>{recipient}: an undo leaves it, because this product did not make it.</summary>
    public const string UndoLeftSecretByHand = "undo-left-secret-by-hand";
}
