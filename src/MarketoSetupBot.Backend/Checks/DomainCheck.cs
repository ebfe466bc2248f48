using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>Entra itself checks passwords of the sync user's domain, as the password grant needs.</summary>
internal sealed class DomainCheck(Readings readings, Portal portal) : ICheck
{
    public string Id => CheckIds.Domain;

    public IReadOnlyList<string> DependsOn => [];

    public async Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken)
    {
        if (connection.SyncUser is not { } user) return this.NotCheckedFor(CheckIds.Application);
        var name = TenantFacts.DomainOf(user);
        return (await readings.DomainsAsync(cancellationToken)).Named(name) switch
        {
            null => this.Failed(Named(PhraseCodes.CheckDomainUnknown), portal.Domains),
            var domain when domain.IsFederated() => this.Failed(Named(PhraseCodes.CheckDomainFederated), portal.Domains),
            _ => this.Passed(Named(PhraseCodes.CheckDomainManaged), portal.Domains),
        };

        Phrase Named(string code) => new(code, ("domain", name));
    }
}
