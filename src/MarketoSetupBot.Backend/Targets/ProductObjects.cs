using System.Collections.Frozen;
using MarketoSetupBot.Backend.Tenant;

namespace MarketoSetupBot.Backend.Targets;

/// <summary>Every id in this tenant of the apps that this product runs as. Asked of Entra once per process: an id is for good.</summary>
internal sealed class ProductObjects(ProductApps apps, TargetReads reads)
{
    private FrozenSet<string>? _known;

    public async Task<bool> IncludeAsync(string id, CancellationToken cancellationToken)
        => (_known ??= await ReadAsync(cancellationToken)).Contains(id);

    private async Task<FrozenSet<string>> ReadAsync(CancellationToken cancellationToken)
    {
        var ids = await Task.WhenAll(apps.ClientIds.Select(clientId => IdsAsync(clientId, cancellationToken)));
        return ids.SelectMany(i => i).OfType<string>().ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    private async Task<string?[]> IdsAsync(string clientId, CancellationToken cancellationToken)
    {
        var application = reads.ApplicationByClientIdAsync(clientId, cancellationToken);
        var principal = await reads.ServicePrincipalByClientIdAsync(clientId, cancellationToken);
        return [clientId, (await application)?.Id, principal?.Id];
    }
}
