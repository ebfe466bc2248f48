using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Database.Migrations;

namespace MarketoSetupBot.Backend.Connections;

/// <summary>Says that the object ids of a connection were recorded by this product.</summary>
public sealed class ConnectionSeal(AuditKey key) : RowSeal<Connection>(key, "MarketoSetupBot connections", M0007ConnectionSeals.Name)
{
    protected override IEnumerable<string?> Values(Connection row) =>
    [
        row.Id.ToString("D"), row.TenantId, row.OrganisationHost, row.ApplicationKey, row.ApplicationObjectId, row.ClientId,
        row.ServicePrincipalObjectId, row.GrantId, row.ApplicationAdopted ? "adopted" : "made", row.PolicyId, row.ReplacedPolicyId,
    ];
}
