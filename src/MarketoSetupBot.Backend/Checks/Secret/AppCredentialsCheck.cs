using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>No client secret, certificate or federated credential on the application that this product did not issue. They are listed, never removed: somebody may use them.</summary>
internal sealed class AppCredentialsCheck(Readings readings, Portal portal) : ICheck
{
    public string Id => CheckIds.AppCredentials;

    public IReadOnlyList<string> DependsOn => [CheckIds.Application];

    public IReadOnlyList<string> Permissions => [GraphPermissions.Applications];

    public async Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken)
    {
        var app = (await readings.ApplicationAsync(connection, cancellationToken))!;
        var federated = await readings.FederatedOfApplicationAsync(app.Id!, cancellationToken);
        var keys = app.KeyCredentials ?? [];
        List<Phrase> foreign = [.. app.Foreign(connection).Select(CredentialDetails.Of), .. keys.Select(CredentialDetails.Of), .. federated.Select(CredentialDetails.Of)];
        var page = portal.Credentials(app.AppId!);
        return (foreign.Count > 0
                ? this.Warning(new Phrase(PhraseCodes.CheckSecretsUnaccounted, ("count", CheckViews.Number(foreign.Count))), page)
                : this.Passed(new Phrase(PhraseCodes.CheckAppCredentialsNone), page))
            .Saw(Sources.Application, "passwordCredentials", app.PasswordCredentials?.Count ?? 0).Saw(Sources.Application, "keyCredentials", keys.Count)
            .Saw(Sources.ApplicationFederated, "count", federated.Count).Telling(foreign).For(WhoCan.ChangeApplications);
    }
}
