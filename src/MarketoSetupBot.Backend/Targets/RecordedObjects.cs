using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Database;
using Microsoft.EntityFrameworkCore;

namespace MarketoSetupBot.Backend.Targets;

/// <summary>
/// What this product made, or took over with approval: by the connections whose seal is right, and where the answer to our own creation was lost, by the
/// key of such a connection on the object itself.
/// </summary>
internal sealed class RecordedObjects(Ledger ledger, ConnectionSeal seal, TargetReads reads)
{
    /// <param name="adopting">Object id of the app that is being taken over by this very write; null for every other.</param>
    public async Task<bool> IncludeAsync(WriteTarget target, string? adopting, CancellationToken cancellationToken)
    {
        var trusted = await TrustedAsync(cancellationToken);
        return target switch
        {
            WriteTarget.ApplicationByKey { Key: var key } => trusted.Exists(c => c.ApplicationKey == key),
            WriteTarget.ApplicationByClientId { ClientId: var id } => trusted.Exists(c => Same(c.ClientId, id)),
            WriteTarget.ApplicationById { ObjectId: var id } => Same(adopting, id) || trusted.Exists(c => Same(c.ApplicationObjectId, id))
                || Bears(trusted, (await reads.ApplicationAsync(id, cancellationToken))?.UniqueName),
            WriteTarget.ServicePrincipal { ObjectId: var id } => trusted.Exists(c => Same(c.ServicePrincipalObjectId, id)) || await IsOfOursAsync(trusted, id, cancellationToken),
            WriteTarget.Policy { Id: var id } => trusted.Exists(c => Same(c.PolicyId, id)) || Bears(trusted, (await reads.PolicyAsync(id, cancellationToken))?.Description),
            _ => false,
        };
    }

    private async Task<bool> IsOfOursAsync(List<Connection> trusted, string principal, CancellationToken cancellationToken)
    {
        if ((await reads.ServicePrincipalAsync(principal, cancellationToken))?.AppId is not { } clientId) return false;
        return trusted.Exists(c => Same(c.ClientId, clientId)) || Bears(trusted, (await reads.ApplicationByClientIdAsync(clientId, cancellationToken))?.UniqueName);
    }

    private async Task<List<Connection>> TrustedAsync(CancellationToken cancellationToken)
    {
        await using var db = ledger.Open();
        return [.. (await db.Connections.AsNoTracking().IgnoreAutoIncludes().ToListAsync(cancellationToken)).Where(seal.IsRight)];
    }

    private static bool Bears(List<Connection> trusted, string? key) => key is not null && trusted.Exists(c => c.ApplicationKey == key);

    private static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
