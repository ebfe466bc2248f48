using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>No credential at all on the service principal: this product never puts one there, the portal does not show them, and attackers know that.</summary>
internal sealed class PrincipalCredentialsCheck(Readings readings, Portal portal) : ICheck
{
    public string Id => CheckIds.PrincipalCredentials;

    public IReadOnlyList<string> DependsOn => [CheckIds.ServicePrincipal];

    public IReadOnlyList<string> Permissions => [GraphPermissions.Applications];

    public async Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken)
    {
        var principal = (await readings.ServicePrincipalAsync(connection, cancellationToken))!;
        var federated = await readings.FederatedOfPrincipalAsync(principal.Id!, cancellationToken);
        var (passwords, keys) = (principal.PasswordCredentials ?? [], principal.KeyCredentials ?? []);
        List<Phrase> found = [.. passwords.Select(CredentialDetails.Of), .. keys.Select(CredentialDetails.Of), .. federated.Select(CredentialDetails.Of)];
        var page = portal.EnterpriseApplication(principal.Id!, principal.AppId ?? "");
        return (found.Count > 0
                ? this.Warning(new Phrase(PhraseCodes.CheckPrincipalCredentialsFound, ("count", CheckViews.Number(found.Count))), page)
                : this.Passed(new Phrase(PhraseCodes.CheckPrincipalCredentialsNone), page))
            .Saw(Sources.ServicePrincipal, "passwordCredentials", passwords.Count).Saw(Sources.ServicePrincipal, "keyCredentials", keys.Count)
            .Saw(Sources.ServicePrincipalFederated, "count", federated.Count).Telling(found).For(WhoCan.ChangeApplications);
    }
}
