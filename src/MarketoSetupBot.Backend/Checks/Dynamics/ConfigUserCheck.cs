using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Dataverse;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks.Dynamics;

/// <summary>The user in "Marketo Config" is the one that Marketo signs in as.</summary>
internal sealed class ConfigUserCheck(OrganisationReadings readings, TimeProvider time) : OrganisationCheck(readings, time)
{
    public override string Id => CheckIds.DynamicsConfigUser;

    public override IReadOnlyList<string> DependsOn => [CheckIds.DynamicsConfig, CheckIds.DynamicsUser];

    protected override string Source => "EntityDefinitions";

    protected override async Task<CheckView> LookAsync(Connection connection, OrganisationAccess.Granted access, CancellationToken cancellationToken)
    {
        var table = (await Readings.ConfigTableAsync(connection, cancellationToken))!;
        var config = (await Readings.ConfigAsync(connection, cancellationToken))!;
        var sync = (await Readings.SyncUserAsync(connection, cancellationToken))!;
        var page = access.Host.Record(table.LogicalName, config.Id);
        if (config.User == sync.Id) return this.Passed(new Phrase(PhraseCodes.CheckDynamicsConfigUserSame), page);
        var configured = await Readings.ConfiguredUserAsync(connection, cancellationToken);
        return this.Failed(new Phrase(PhraseCodes.CheckDynamicsConfigUserDiffers, ("configured", configured.UserName), ("user", sync.UserName)), page);
    }
}
