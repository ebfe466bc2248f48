using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>A secret that this product handed out is there, known by its key id.</summary>
internal sealed class SecretCheck(Readings readings, Portal portal) : ICheck
{
    public string Id => CheckIds.Secret;

    public IReadOnlyList<string> DependsOn => [CheckIds.Application];

    public IReadOnlyList<string> Permissions => [GraphPermissions.Applications];

    public async Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken)
    {
        var app = (await readings.ApplicationAsync(connection, cancellationToken))!;
        var ours = app.HandedOut(connection);
        var page = portal.Credentials(app.AppId!);
        return (ours.Count > 0
                ? this.Passed(new Phrase(PhraseCodes.CheckSecretKnown), page)
                : this.Failed(new Phrase(PhraseCodes.CheckSecretMissing), page))
            .Saw(Sources.Application, "passwordCredentials", app.PasswordCredentials?.Count ?? 0).Telling(ours.Select(CredentialDetails.Of)).For(WhoCan.ChangeApplications);
    }
}
