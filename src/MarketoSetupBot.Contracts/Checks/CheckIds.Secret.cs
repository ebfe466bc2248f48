namespace MarketoSetupBot.Contracts;

/// <content>The secret, and everything else that could pass for it.</content>
public static partial class CheckIds
{
    public const string Secret = "secret";
    public const string SecretExpiry = "secret-expiry";
    public const string SecretPolicy = "secret-policy";
    public const string AppCredentials = "app-credentials";
    public const string PrincipalCredentials = "principal-credentials";
    public const string OrphanedSecrets = "orphaned-secrets";

    private static IEnumerable<string> InSecret => [Secret, SecretExpiry, SecretPolicy, AppCredentials, PrincipalCredentials, OrphanedSecrets];
}
