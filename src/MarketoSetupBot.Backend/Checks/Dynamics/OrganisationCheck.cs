using System.Globalization;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Dataverse;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks.Dynamics;

/// <summary>
/// A check that reads the organisation once <see cref="AccessCheck"/> opened it. What the reader has no privilege for is "not checked", never broken.
/// </summary>
internal abstract class OrganisationCheck(OrganisationReadings readings, TimeProvider time) : ICheck
{
    public abstract string Id { get; }

    public virtual IReadOnlyList<string> DependsOn => [CheckIds.DynamicsAccess];

    /// <summary>The set of the Web API that the finding rests on.</summary>
    protected abstract string Source { get; }

    protected OrganisationReadings Readings { get; } = readings;

    public async Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken)
    {
        var access = await Readings.GrantedAsync(connection, cancellationToken);
        try
        {
            var result = await LookAsync(connection, access, cancellationToken);
            return result.WhoCanHelp() with { Evidence = [Read(access)] };
        }
        catch (DataverseRefusedException)
        {
            return this.NotChecked(new Phrase(PhraseCodes.NotCheckedDynamicsPrivilege)).WhoCanHelp() with { Evidence = [Read(access)] };
        }
    }

    protected abstract Task<CheckView> LookAsync(Connection connection, OrganisationAccess.Granted access, CancellationToken cancellationToken);

    protected static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private EvidenceView Read(OrganisationAccess.Granted access) => new(
        new Phrase(access.AsApplication ? PhraseCodes.EvidenceDynamicsAsApplication : PhraseCodes.EvidenceDynamicsAsPerson),
        $"GET /api/data/v9.2/{Source}", time.GetUtcNow());
}
