using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>Checks of what only a user with a password meets. An application that signs in for itself needs none of it, so none of it can be broken.</summary>
internal static class PasswordGrantOnly
{
    private static readonly HashSet<string> Ids = new(StringComparer.Ordinal)
    {
        CheckIds.Permission, CheckIds.Consent, CheckIds.Assignment,
        CheckIds.SyncUser, CheckIds.SyncUserEnabled, CheckIds.SyncUserMember, CheckIds.SyncUserPassword,
        CheckIds.Domain, CheckIds.SignInPolicy, CheckIds.OrganisationSignInPolicy, CheckIds.HashSync, CheckIds.SecurityDefaults,
    };

    public static bool IsMoot(string id, Connection connection) => connection.IsServerToServer && Ids.Contains(id);
}
