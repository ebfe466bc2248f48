using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Dataverse;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks.Dynamics;

/// <summary>The sync user is a user of the organisation, enabled, in a mode that may read and write.</summary>
internal sealed class UserCheck(OrganisationReadings readings, TimeProvider time) : OrganisationCheck(readings, time)
{
    public override string Id => CheckIds.DynamicsUser;

    protected override string Source => "systemusers";

    protected override async Task<CheckView> LookAsync(Connection connection, OrganisationAccess.Granted access, CancellationToken cancellationToken)
    {
        var name = connection.SyncUser ?? "";
        return await Readings.SyncUserAsync(connection, cancellationToken) switch
        {
            null when connection.IsServerToServer => this.Failed(new Phrase(PhraseCodes.CheckApplicationUserMissing, ("client", connection.ClientId ?? "")), PowerPlatform.Environments),
            { IsDisabled: true } when connection.IsServerToServer => this.Failed(Named(PhraseCodes.CheckApplicationUserDisabled), PowerPlatform.Environments),
            null => this.Failed(Named(PhraseCodes.CheckDynamicsUserMissing), PowerPlatform.Environments),
            { IsDisabled: true } row => this.Failed(Named(PhraseCodes.CheckDynamicsUserDisabled), access.Host.Record("systemuser", row.Id)),
            { MaySync: false } row => this.Failed(Named(PhraseCodes.CheckDynamicsUserAccessMode), access.Host.Record("systemuser", row.Id)),
            { Id: var id } => this.Passed(Named(PhraseCodes.CheckDynamicsUserHealthy), access.Host.Record("systemuser", id)),
        };

        Phrase Named(string code) => new(code, ("user", name));
    }
}
