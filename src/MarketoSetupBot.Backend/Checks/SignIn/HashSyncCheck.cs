using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>For a federated domain, password hashes are synchronised: as a Global Administrator's own token reads it, else as a person attested it, else unknown.</summary>
internal sealed class HashSyncCheck(Readings readings, Portal portal) : ICheck
{
    public string Id => CheckIds.HashSync;

    public IReadOnlyList<string> DependsOn => [CheckIds.Domain];

    public IReadOnlyList<string> Permissions => [GraphPermissions.Organization, GraphPermissions.Domains];

    public async Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken)
    {
        var domain = (await readings.DomainsAsync(cancellationToken)).Named(TenantFacts.DomainOf(connection.SyncUser!));
        if (domain?.IsFederated() is not true)
            return this.Passed(new Phrase(PhraseCodes.CheckHashSyncNotNeeded), portal.Domains).Saw(Sources.Domains, "authenticationType", domain?.AuthenticationType);

        var directory = readings.DirectorySynchronisedAsync(cancellationToken);
        var read = await readings.HashSyncOnAsync(cancellationToken);
        var synchronised = await directory;
        return (read, synchronised) switch
        {
            (_, not true) => Broken(new Phrase(PhraseCodes.CheckHashSyncNoDirectory)).Saw(Sources.Organization, "onPremisesSyncEnabled", synchronised),
            (true, _) => this.Passed(new Phrase(PhraseCodes.CheckHashSyncOn), portal.DirectorySync).Saw(Sources.HashSync, "features.passwordSyncEnabled", true),
            (false, _) => Broken(new Phrase(PhraseCodes.CheckHashSyncOff)).Saw(Sources.HashSync, "features.passwordSyncEnabled", false),
            _ => Attested(connection),
        };
    }

    /// <summary>A policy that lets Entra check hashes which no longer follow the real passwords is a risk: it is flagged for removal.</summary>
    private CheckView Broken(Phrase finding) => this.Failed(finding, portal.DirectorySync).RepairedBy(Repairs.SignInPolicy).For(WhoCan.ChangeHybridIdentity);

    private CheckView Attested(Connection connection)
    {
        if (connection.HashSync is not { } attested)
            return this.NotChecked(new Phrase(PhraseCodes.NotCheckedHashSync), portal.DirectorySync).For(WhoCan.ChangeHybridIdentity);
        (string, string)[] values = [("by", attested.ByName), ("at", CheckViews.Instant(attested.At))];
        return attested.On
            ? this.Passed(new Phrase(PhraseCodes.CheckHashSyncAttested, values), portal.DirectorySync)
            : Broken(new Phrase(PhraseCodes.CheckHashSyncAttestedOff, values));
    }
}
