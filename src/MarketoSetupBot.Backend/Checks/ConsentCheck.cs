using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>The permission was granted, for the whole tenant or, as Adobe's other way does, for the sync user alone.</summary>
internal sealed class ConsentCheck(Readings readings, Portal portal) : ICheck
{
    public string Id => CheckIds.Consent;

    public IReadOnlyList<string> DependsOn => [CheckIds.ServicePrincipal];

    public async Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken)
    {
        var client = (await readings.ServicePrincipalAsync(connection, cancellationToken))!;
        var page = portal.Consent(client.Id!, client.AppId ?? "");
        if (await readings.DynamicsAsync(cancellationToken) is not { } dynamics) return this.Failed(new Phrase(PhraseCodes.CheckConsentMissing), page);

        var granted = (await readings.GrantsAsync(client.Id!, cancellationToken)).Where(g => g.ResourceId == dynamics.ObjectId && g.AllowsSync()).ToList();
        return granted.Any(g => g.ConsentType == TenantFacts.TenantWide) || await ForSyncUserAsync(granted.Select(g => g.PrincipalId), connection, cancellationToken)
            ? this.Passed(new Phrase(PhraseCodes.CheckConsentPresent), page)
            : this.Failed(new Phrase(PhraseCodes.CheckConsentMissing), page);
    }

    private async Task<bool> ForSyncUserAsync(IEnumerable<string?> principals, Connection connection, CancellationToken cancellationToken)
    {
        var ids = principals.OfType<string>().ToList();
        return ids.Count > 0 && connection.SyncUser is { } name
            && await readings.SyncUserAsync(name, cancellationToken) is { Id: { } userId } && ids.Contains(userId, StringComparer.OrdinalIgnoreCase);
    }
}
