using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;
using Microsoft.Graph.Models;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>The permission was granted, for the whole tenant or, as Adobe's other way does, for the sync user alone; and nothing more was.</summary>
internal sealed class ConsentCheck(Readings readings, Portal portal) : ICheck
{
    public string Id => CheckIds.Consent;

    public IReadOnlyList<string> DependsOn => [CheckIds.ServicePrincipal];

    public IReadOnlyList<string> Permissions => [GraphPermissions.GrantReads, GraphPermissions.Applications];

    public async Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken)
    {
        var principal = (await readings.ServicePrincipalAsync(connection, cancellationToken))!;
        var page = portal.Consent(principal.Id!, principal.AppId ?? "");
        var grants = readings.GrantsAsync(principal.Id!, cancellationToken);
        var dynamics = await readings.DynamicsAsync(cancellationToken);
        var forDynamics = (await grants).Where(g => g.ResourceId == dynamics?.ObjectId).ToList();
        var userId = await SyncUserIdAsync(forDynamics, connection, cancellationToken);
        var excess = (await grants).Sum(g => g.Scopes().Count(scope => g.ResourceId != dynamics?.ObjectId || scope != DynamicsCrm.Scope));
        return Judge(forDynamics.Where(g => g.AllowsSync()).ToList(), userId, excess, page)
            .Saw(Sources.Grants, "scope", string.Join(", ", (await grants).Select(g => $"{g.ConsentType}: {g.Scope?.Trim()}"))).For(WhoCan.Consent);
    }

    private CheckView Judge(List<OAuth2PermissionGrant> allowing, string? userId, int excess, Uri page)
    {
        var everybody = allowing.Any(g => g.ConsentType == TenantFacts.TenantWide);
        if (!everybody && !allowing.Any(g => userId is not null && string.Equals(g.PrincipalId, userId, StringComparison.OrdinalIgnoreCase)))
            return this.Failed(new Phrase(PhraseCodes.CheckConsentMissing), page).RepairedBy(Repairs.Consent);
        return excess > 0
            ? this.Warning(new Phrase(PhraseCodes.CheckConsentExcess, ("count", CheckViews.Number(excess))), page)
            : this.Passed(new Phrase(everybody ? PhraseCodes.CheckConsentPresent : PhraseCodes.CheckConsentSyncUser), page);
    }

    /// <summary>Asked for only where a grant for one user is all there is.</summary>
    private async Task<string?> SyncUserIdAsync(List<OAuth2PermissionGrant> grants, Connection connection, CancellationToken cancellationToken) =>
        connection.SyncUser is { } name && grants.Any(g => g.PrincipalId is not null) && !grants.Any(g => g.ConsentType == TenantFacts.TenantWide && g.AllowsSync())
            ? (await readings.SyncUserAsync(name, cancellationToken))?.Id
            : null;
}
