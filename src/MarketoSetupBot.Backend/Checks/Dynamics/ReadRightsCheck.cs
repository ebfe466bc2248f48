using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Dataverse;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks.Dynamics;

/// <summary>The sync user may read "Marketo Config" and the tables that are synced: Marketo sees only what its user sees. Custom tables are the organisation's to look at.</summary>
internal sealed class ReadRightsCheck(OrganisationReadings readings, OrganisationReads reads, TimeProvider time) : OrganisationCheck(readings, time)
{
    private const string Read = "prvRead";

    private static readonly string[] Synced = ["Lead", "Contact", "Account", "Opportunity"];

    public override string Id => CheckIds.DynamicsReadRights;

    public override IReadOnlyList<string> DependsOn => [CheckIds.DynamicsUser];

    protected override string Source => "systemusers({id})/RetrieveUserPrivileges()";

    protected override async Task<CheckView> LookAsync(Connection connection, OrganisationAccess.Granted access, CancellationToken cancellationToken)
    {
        var user = (await Readings.SyncUserAsync(connection, cancellationToken))!;
        var config = (await Readings.ConfigTableAsync(connection, cancellationToken))?.LogicalName;
        string[] wanted = config is null ? Synced : [.. Synced, config];
        var missing = (await reads.MissingPrivilegesAsync(access, user.Id, [.. wanted.Select(t => Read + t)], cancellationToken)).Select(name => name[Read.Length..]).ToList();
        var page = access.Host.Record("systemuser", user.Id);
        return missing.Count == 0
            ? this.Passed(new Phrase(PhraseCodes.CheckDynamicsReadRightsPresent, ("count", Number(wanted.Length))), page)
            : this.Failed(new Phrase(PhraseCodes.CheckDynamicsReadRightsMissing,
                ("tables", string.Join(", ", missing.Select(t => t == config ? OrganisationReads.Config : t)))), page);
    }
}
