using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>"Allow public client flows" is off: a public client that sends a secret, as Marketo does, is refused with AADSTS700025.</summary>
internal sealed class ConfidentialClientCheck(Readings readings, Portal portal) : ICheck
{
    public string Id => CheckIds.ConfidentialClient;

    public IReadOnlyList<string> DependsOn => [CheckIds.Application];

    public IReadOnlyList<string> Permissions => [GraphPermissions.Applications];

    public async Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken)
    {
        var app = (await readings.ApplicationAsync(connection, cancellationToken))!;
        var page = portal.Authentication(app.AppId!);
        return (app.IsPublicClient()
                ? this.Failed(new Phrase(PhraseCodes.CheckPublicClient), page).RepairedBy(Repairs.PublicClient)
                : this.Passed(new Phrase(PhraseCodes.CheckConfidentialClient), page))
            .Saw(Sources.Application, "isFallbackPublicClient", app.IsFallbackPublicClient).For(WhoCan.ChangeApplications);
    }
}
