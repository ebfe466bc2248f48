using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>"Allow public client flows" is off: a public client that sends a secret, as Marketo does, is refused with AADSTS700025.</summary>
internal sealed class ConfidentialClientCheck(Readings readings, Portal portal) : ICheck
{
    public string Id => CheckIds.ConfidentialClient;

    public IReadOnlyList<string> DependsOn => [CheckIds.Application];

    public async Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken)
    {
        var app = (await readings.ApplicationAsync(connection, cancellationToken))!;
        return app.IsPublicClient()
            ? this.Failed(new Phrase(PhraseCodes.CheckPublicClient), portal.Authentication(app.AppId!))
            : this.Passed(new Phrase(PhraseCodes.CheckConfidentialClient), portal.Authentication(app.AppId!));
    }
}
