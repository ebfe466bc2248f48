namespace MarketoSetupBot.Contracts;

/// <content>The sync user and what stands between it and a token.</content>
public static partial class CheckIds
{
    public const string SyncUser = "sync-user";
    public const string SyncUserEnabled = "sync-user-enabled";
    public const string SyncUserMember = "sync-user-member";
    public const string SyncUserPassword = "sync-user-password";
    public const string Domain = "domain";
    public const string SignInPolicy = "sign-in-policy";
    public const string OrganisationSignInPolicy = "organisation-sign-in-policy";
    public const string HashSync = "hash-sync";
    public const string ConditionalAccess = "conditional-access";
    public const string SecurityDefaults = "security-defaults";
    public const string SignIns = "sign-ins";

    private static IEnumerable<string> InSignIn =>
        [
            SyncUser, SyncUserEnabled, SyncUserMember, SyncUserPassword, Domain, SignInPolicy, OrganisationSignInPolicy, HashSync, ConditionalAccess,
            SecurityDefaults, SignIns,
        ];
}
