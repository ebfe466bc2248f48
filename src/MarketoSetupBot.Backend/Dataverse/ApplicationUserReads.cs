namespace MarketoSetupBot.Backend.Dataverse;

/// <summary>The application user of an app in an organisation.</summary>
/// <param name="Email">What Marketo takes for the user name.</param>
internal sealed record ApplicationUser(string Email, bool IsDisabled, bool HasSyncRole);

/// <summary>Source: domain reference 4.3, "user row (S2S)".</summary>
internal sealed class ApplicationUserReads(OrganisationReads organisation)
{
    /// <returns>Null: the app has no user there.</returns>
    /// <exception cref="Tenant.TroubleException" />
    /// <exception cref="DataverseRefusedException" />
    public async Task<ApplicationUser?> FindAsync(OrganisationAccess.Granted access, Guid clientId, CancellationToken cancellationToken)
    {
        if (await organisation.ApplicationUserAsync(access, clientId, cancellationToken) is not { } row) return null;
        var roles = await organisation.RolesAsync(access, row.Id, cancellationToken);
        return new ApplicationUser(row.Email, row.IsDisabled, roles.Contains(OrganisationReads.SyncRole, StringComparer.Ordinal));
    }
}
