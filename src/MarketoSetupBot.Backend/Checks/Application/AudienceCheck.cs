using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>Accounts of this organisation only.</summary>
internal sealed class AudienceCheck(Readings readings, Portal portal) : ICheck
{
    public string Id => CheckIds.Audience;

    public IReadOnlyList<string> DependsOn => [CheckIds.Application];

    public IReadOnlyList<string> Permissions => [GraphPermissions.Applications];

    public async Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken)
    {
        var app = (await readings.ApplicationAsync(connection, cancellationToken))!;
        var page = portal.Authentication(app.AppId!);
        return (app.IsSingleTenant()
                ? this.Passed(new Phrase(PhraseCodes.CheckSingleTenant), page)
                : this.Failed(new Phrase(PhraseCodes.CheckNotSingleTenant, ("audience", app.SignInAudience ?? "")), page))
            .Saw(Sources.Application, "signInAudience", app.SignInAudience).For(WhoCan.ChangeApplications);
    }
}
