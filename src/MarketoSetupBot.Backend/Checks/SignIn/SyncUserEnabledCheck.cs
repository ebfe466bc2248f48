using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>The sync user is enabled (AADSTS50057 otherwise).</summary>
internal sealed class SyncUserEnabledCheck(Readings readings, Portal portal) : ICheck
{
    public string Id => CheckIds.SyncUserEnabled;

    public IReadOnlyList<string> DependsOn => [CheckIds.SyncUser];

    public IReadOnlyList<string> Permissions => [GraphPermissions.Users];

    public async Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken)
    {
        var user = (await readings.SyncUserAsync(connection.SyncUser!, cancellationToken))!;
        var page = portal.User(user.Id!);
        return (user.AccountEnabled is true ? this.Passed(new Phrase(PhraseCodes.CheckSyncUserEnabled, ("user", connection.SyncUser!)), page) : this.Failed(new Phrase(PhraseCodes.CheckSyncUserDisabled, ("user", connection.SyncUser!)), page))
            .Saw(Sources.User, "accountEnabled", user.AccountEnabled).For(WhoCan.ChangeUsers);
    }
}
