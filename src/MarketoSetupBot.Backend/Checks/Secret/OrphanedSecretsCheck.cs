using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>No secret is left over that this product issued and nobody received.</summary>
internal sealed class OrphanedSecretsCheck(Readings readings, Portal portal, TimeProvider time) : ICheck
{
    public string Id => CheckIds.OrphanedSecrets;

    public IReadOnlyList<string> DependsOn => [CheckIds.Application];

    public IReadOnlyList<string> Permissions => [GraphPermissions.Applications];

    public async Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken)
    {
        var app = (await readings.ApplicationAsync(connection, cancellationToken))!;
        var orphaned = app.Orphaned(connection, time.GetUtcNow());
        var page = portal.Credentials(app.AppId!);
        return (orphaned.Count > 0
                ? this.Warning(new Phrase(PhraseCodes.CheckSecretsOrphaned, ("count", CheckViews.Number(orphaned.Count))), page).RepairedBy(Repairs.OrphanedSecrets)
                : this.Passed(new Phrase(PhraseCodes.CheckSecretsOrphanedNone), page))
            .Saw(Sources.Application, "passwordCredentials", app.PasswordCredentials?.Count ?? 0).Telling(orphaned.Select(CredentialDetails.Of)).For(WhoCan.ChangeApplications);
    }
}
