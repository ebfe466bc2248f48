using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Dataverse;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks.Dynamics;

/// <summary>Marketo's solution is installed.</summary>
internal sealed class SolutionCheck(OrganisationReadings readings, TimeProvider time) : OrganisationCheck(readings, time)
{
    public override string Id => CheckIds.DynamicsSolution;

    protected override string Source => "solutions";

    protected override async Task<CheckView> LookAsync(Connection connection, OrganisationAccess.Granted access, CancellationToken cancellationToken) =>
        await Readings.SolutionAsync(connection, cancellationToken) is { } found
            ? this.Passed(new Phrase(PhraseCodes.CheckDynamicsSolutionPresent, ("solution", found.FriendlyName), ("version", found.Version)), access.Host.Settings)
            : this.Failed(new Phrase(PhraseCodes.CheckDynamicsSolutionMissing), access.Host.Settings);
}
