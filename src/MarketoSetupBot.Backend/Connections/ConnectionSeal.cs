using System.Security.Cryptography;
using System.Text.Json;
using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Database;
using Microsoft.EntityFrameworkCore;

namespace MarketoSetupBot.Backend.Connections;

/// <summary>
/// Says that the object ids of a connection were recorded by this product: an HMAC under a key that is not in the database. A row that somebody else
/// wrote or changed has no right seal, and is never given one.
/// </summary>
public sealed class ConnectionSeal(AuditKey key)
{
    private readonly byte[] _key = key.Derive("MarketoSetupBot connections");

    public bool IsRight(Connection connection) => AuditKey.Same(connection.Seal, Of(connection));

    /// <summary>Call right before changes are saved.</summary>
    public void Put(BackendContext db)
    {
        foreach (var entry in db.ChangeTracker.Entries<Connection>())
        {
            if (entry.State is EntityState.Added || (entry.State is EntityState.Modified && IsRight((Connection)entry.OriginalValues.ToObject())))
                entry.Entity.Seal = Of(entry.Entity);
        }
    }

    /// <summary>For rows from before there were seals.</summary>
    internal void Begin(Connection connection) => connection.Seal = Of(connection);

    private string Of(Connection connection)
    {
        string?[] sealedValues =
        [
            connection.Id.ToString("D"), connection.TenantId, connection.OrganisationHost, connection.ApplicationKey, connection.ApplicationObjectId, connection.ClientId,
            connection.ServicePrincipalObjectId, connection.GrantId, connection.ApplicationAdopted ? "adopted" : "made", connection.PolicyId, connection.ReplacedPolicyId,
        ];
        return Convert.ToHexStringLower(HMACSHA256.HashData(_key, JsonSerializer.SerializeToUtf8Bytes(sealedValues)));
    }
}
