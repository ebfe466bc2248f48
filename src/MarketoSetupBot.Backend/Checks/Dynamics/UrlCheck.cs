using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Dataverse;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks.Dynamics;

/// <summary>An organisation answers under the address, and it belongs to this tenant.</summary>
internal sealed class UrlCheck(OrganisationReadings readings, TimeProvider time) : ICheck
{
    public string Id => CheckIds.DynamicsUrl;

    public IReadOnlyList<string> DependsOn => [];

    public async Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken)
    {
        var page = OrganisationHost.Of(connection) is { } host ? new Uri(host.Origin) : null;
        var result = await readings.AddressAsync(connection, cancellationToken) switch
        {
            { Found: false } => this.Failed(About(PhraseCodes.CheckDynamicsNotFound), page),
            { Tenant: null } => this.Warning(About(PhraseCodes.CheckDynamicsTenantUnknown), page),
            { Tenant: { } tenant } when string.Equals(tenant, connection.TenantId, StringComparison.OrdinalIgnoreCase) => this.Passed(About(PhraseCodes.CheckDynamicsReachable), page),
            { Tenant: { } tenant } => this.Failed(new Phrase(PhraseCodes.CheckDynamicsOtherTenant, ("host", connection.OrganisationHost), ("tenant", tenant)), page),
        };
        return result.WhoCanHelp() with { Evidence = [new EvidenceView(new Phrase(PhraseCodes.EvidenceDynamicsChallenge), "GET /api/data/v9.2/WhoAmI", time.GetUtcNow())] };

        Phrase About(string code) => new(code, ("host", connection.OrganisationHost));
    }
}
