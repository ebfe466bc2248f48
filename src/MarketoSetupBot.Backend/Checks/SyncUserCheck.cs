using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>The user that Marketo signs in as exists, is enabled, and is a member of the tenant.</summary>
internal sealed class SyncUserCheck(Readings readings, Portal portal) : ICheck
{
    public string Id => CheckIds.SyncUser;

    public IReadOnlyList<string> DependsOn => [];

    public async Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken)
    {
        if (connection.SyncUser is not { } name) return this.NotCheckedFor(CheckIds.Application);
        var user = await readings.SyncUserAsync(name, cancellationToken);
        var page = user?.Id is { } id ? portal.User(id) : portal.Users;
        return user switch
        {
            null => this.Failed(Named(PhraseCodes.CheckSyncUserMissing), page),
            { AccountEnabled: not true } => this.Failed(Named(PhraseCodes.CheckSyncUserDisabled), page),
            _ when user.IsGuest() => this.Failed(Named(PhraseCodes.CheckSyncUserGuest), page),
            _ => this.Passed(Named(PhraseCodes.CheckSyncUserHealthy), page),
        };

        Phrase Named(string code) => new(code, ("user", name));
    }
}
