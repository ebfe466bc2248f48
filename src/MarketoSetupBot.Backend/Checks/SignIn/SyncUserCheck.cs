using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>The user that Marketo signs in as exists.</summary>
internal sealed class SyncUserCheck(Readings readings, Portal portal) : ICheck
{
    public string Id => CheckIds.SyncUser;

    public IReadOnlyList<string> DependsOn => [];

    public IReadOnlyList<string> Permissions => [GraphPermissions.Users];

    public async Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken)
    {
        if (connection.SyncUser is not { } name) return this.NotCheckedFor(CheckIds.Application);
        return await readings.SyncUserAsync(name, cancellationToken) is { Id: { } id } user
            ? this.Passed(new Phrase(PhraseCodes.CheckSyncUserHealthy, ("user", connection.SyncUser!)), portal.User(id)).Saw(Sources.User, "onPremisesSyncEnabled", user.OnPremisesSyncEnabled)
                .Telling(new Phrase(PhraseCodes.DetailUser, ("user", user.DisplayName ?? ""), ("id", id)))
            : this.Failed(new Phrase(PhraseCodes.CheckSyncUserMissing, ("user", connection.SyncUser!)), portal.Users).Saw(Sources.User, "id", null).For(WhoCan.ChangeUsers);
    }
}
