using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Dataverse;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks.Dynamics;

/// <summary>"Marketo Config" names a "Marketo User".</summary>
internal sealed class ConfigCheck(OrganisationReadings readings, TimeProvider time) : OrganisationCheck(readings, time)
{
    public override string Id => CheckIds.DynamicsConfig;

    protected override string Source => "EntityDefinitions";

    protected override async Task<CheckView> LookAsync(Connection connection, OrganisationAccess.Granted access, CancellationToken cancellationToken)
    {
        var solution = Readings.SolutionAsync(connection, cancellationToken);
        // Found by display name, which an organisation may have changed: then nothing is known, which is not the same as broken.
        if (await Readings.ConfigTableAsync(connection, cancellationToken) is not { } table)
            return await solution is null ? this.NotCheckedFor(CheckIds.DynamicsSolution) : this.NotChecked(new Phrase(PhraseCodes.CheckDynamicsConfigUnknown), access.Host.Settings);
        return await Readings.ConfigAsync(connection, cancellationToken) switch
        {
            null => this.Failed(new Phrase(PhraseCodes.CheckDynamicsConfigNoRecord), access.Host.Settings),
            { User: null, Id: var id } => this.Failed(new Phrase(PhraseCodes.CheckDynamicsConfigEmpty), access.Host.Record(table.LogicalName, id)),
            { Id: var id } => this.Passed(
                new Phrase(PhraseCodes.CheckDynamicsConfigSet, ("user", (await Readings.ConfiguredUserAsync(connection, cancellationToken)).UserName)), access.Host.Record(table.LogicalName, id)),
        };
    }
}
