using System.Text.Json;

namespace MarketoSetupBot.Backend.Dataverse;

/// <summary>The application user of an app in an organisation.</summary>
/// <param name="Email">What Marketo takes for the user name.</param>
internal sealed record ApplicationUser(string Email, bool IsDisabled, bool HasSyncRole);

/// <summary>Source: domain reference 4.3, "user row (S2S)".</summary>
internal sealed class ApplicationUserReads(WebApi api, OrganisationReads organisation)
{
    /// <returns>Null: the app has no user there.</returns>
    /// <exception cref="Tenant.TroubleException" />
    /// <exception cref="DataverseRefusedException" />
    public async Task<ApplicationUser?> FindAsync(OrganisationAccess.Granted access, Guid clientId, CancellationToken cancellationToken)
    {
        var filter = Uri.EscapeDataString($"applicationid eq {clientId:D}");
        var rows = await api.RowsAsync(
            access.Host, access.Token, $"systemusers?$select=systemuserid,internalemailaddress,isdisabled,applicationid&$filter={filter}", cancellationToken);
        if (rows.Count == 0) return null;
        var row = rows[0];
        var roles = await organisation.RolesAsync(access, row.GetProperty("systemuserid").GetGuid(), cancellationToken);
        return new ApplicationUser(
            row.TryGetProperty("internalemailaddress", out var email) && email.ValueKind is JsonValueKind.String ? email.GetString()! : "",
            row.TryGetProperty("isdisabled", out var disabled) && disabled.ValueKind is JsonValueKind.True,
            roles.Contains(OrganisationReads.SyncRole, StringComparer.Ordinal));
    }
}
