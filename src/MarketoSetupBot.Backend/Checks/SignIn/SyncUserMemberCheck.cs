using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>The sync user is a member: a guest's password is another tenant's business, and the password grant does not ask there.</summary>
internal sealed class SyncUserMemberCheck(Readings readings, Portal portal) : ICheck
{
    public string Id => CheckIds.SyncUserMember;

    public IReadOnlyList<string> DependsOn => [CheckIds.SyncUser];

    public IReadOnlyList<string> Permissions => [GraphPermissions.Users];

    public async Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken)
    {
        var user = (await readings.SyncUserAsync(connection.SyncUser!, cancellationToken))!;
        var page = portal.User(user.Id!);
        return (user.IsGuest() ? this.Failed(new Phrase(PhraseCodes.CheckSyncUserGuest, ("user", connection.SyncUser!)), page) : this.Passed(new Phrase(PhraseCodes.CheckSyncUserMember, ("user", connection.SyncUser!)), page))
            .Saw(Sources.User, "userType", user.UserType).For(WhoCan.ChangeUsers);
    }
}
