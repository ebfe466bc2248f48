using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>The sync user's domain belongs to the tenant. Whether Entra or a federation server checks its passwords decides what else must be true.</summary>
internal sealed class DomainCheck(Readings readings, Portal portal) : ICheck
{
    public string Id => CheckIds.Domain;

    public IReadOnlyList<string> DependsOn => [];

    public IReadOnlyList<string> Permissions => [GraphPermissions.Domains];

    public async Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken)
    {
        if (connection.SyncUser is not { } user) return this.NotCheckedFor(CheckIds.Application);
        var name = TenantFacts.DomainOf(user);
        var domain = (await readings.DomainsAsync(cancellationToken)).Named(name);
        var view = domain switch
        {
            null => this.Failed(Named(PhraseCodes.CheckDomainUnknown), portal.Domains),
            _ when domain.IsFederated() => this.Passed(Named(PhraseCodes.CheckDomainFederated), portal.Domains),
            _ => this.Passed(Named(PhraseCodes.CheckDomainManaged), portal.Domains),
        };
        return view.Saw(Sources.Domains, "authenticationType", domain?.AuthenticationType).For(WhoCan.ChangeHybridIdentity);

        Phrase Named(string code) => new(code, ("domain", name));
    }
}
