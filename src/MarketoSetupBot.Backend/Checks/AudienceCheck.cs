using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>Accounts of this organisation only.</summary>
internal sealed class AudienceCheck(Readings readings, Portal portal) : ICheck
{
    public string Id => CheckIds.Audience;

    public IReadOnlyList<string> DependsOn => [CheckIds.Application];

    public async Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken)
    {
        var app = (await readings.ApplicationAsync(connection, cancellationToken))!;
        return app.IsSingleTenant()
            ? this.Passed(new Phrase(PhraseCodes.CheckSingleTenant), portal.Authentication(app.AppId!))
            : this.Failed(new Phrase(PhraseCodes.CheckNotSingleTenant, ("audience", app.SignInAudience ?? "")), portal.Authentication(app.AppId!));
    }
}
