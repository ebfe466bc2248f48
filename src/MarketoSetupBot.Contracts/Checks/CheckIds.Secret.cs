namespace MarketoSetupBot.Contracts;

/// <content>The secret, and everything else that could pass for it.</content>
public static partial class CheckIds
{
    public const string Secret = "secret";
    public const string SecretPolicy = "secret-policy";

    private static IEnumerable<string> InSecret => [Secret, SecretPolicy];
}
