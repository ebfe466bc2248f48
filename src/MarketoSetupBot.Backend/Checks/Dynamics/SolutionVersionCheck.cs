using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Dataverse;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks.Dynamics;

/// <summary>The solution's version against the known list. An old or unknown one may well work, so it is never "broken".</summary>
internal sealed class SolutionVersionCheck(OrganisationReadings readings, TimeProvider time) : OrganisationCheck(readings, time)
{
    public override string Id => CheckIds.DynamicsSolutionVersion;

    public override IReadOnlyList<string> DependsOn => [CheckIds.DynamicsSolution];

    protected override string Source => "solutions";

    protected override async Task<CheckView> LookAsync(Connection connection, OrganisationAccess.Granted access, CancellationToken cancellationToken)
    {
        var found = (await Readings.SolutionAsync(connection, cancellationToken))!.Version;
        var version = Version.TryParse(found, out var parsed) ? parsed : null;
        (string Name, string Value) newest = ("newest", SolutionVersions.Newest.ToString());
        return version switch
        {
            _ when version == SolutionVersions.Newest => this.Passed(new Phrase(PhraseCodes.CheckDynamicsVersionNewest, ("version", found)), access.Host.Settings),
            not null when version < SolutionVersions.RoleOnOneUser => this.Warning(new Phrase(PhraseCodes.CheckDynamicsVersionAncient, ("version", found), newest), access.Host.Settings),
            not null when SolutionVersions.Known.Contains(version) => this.Warning(new Phrase(PhraseCodes.CheckDynamicsVersionOlder, ("version", found), newest), access.Host.Settings),
            _ => this.Warning(new Phrase(PhraseCodes.CheckDynamicsVersionUnknown, ("version", found), newest), access.Host.Settings),
        };
    }
}
