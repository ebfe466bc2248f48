namespace MarketoSetupBot.Contracts;

/// <content>The sync user and what stands between it and a token.</content>
public static partial class CheckIds
{
    public const string SyncUser = "sync-user";
    public const string Domain = "domain";
    public const string SecurityDefaults = "security-defaults";

    private static IEnumerable<string> InSignIn => [SyncUser, Domain, SecurityDefaults];
}
