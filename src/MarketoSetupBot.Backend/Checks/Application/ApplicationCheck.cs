using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>The application that this product made is there, and it is that very object.</summary>
internal sealed class ApplicationCheck(Readings readings, Portal portal) : ICheck
{
    public string Id => CheckIds.Application;

    public IReadOnlyList<string> DependsOn => [];

    public IReadOnlyList<string> Permissions => [GraphPermissions.Applications];

    public async Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken)
    {
        var app = await readings.ApplicationAsync(connection, cancellationToken);
        if (app?.AppId is not { } clientId)
            return this.Failed(new Phrase(PhraseCodes.CheckAppMissing), portal.Applications).Saw(Sources.Application, "id", null).For(WhoCan.ChangeApplications);
        var recorded = connection.ApplicationObjectId is not { } id || string.Equals(id, app.Id, StringComparison.OrdinalIgnoreCase);
        return (recorded
                ? this.Passed(new Phrase(PhraseCodes.CheckAppPresent, ("app", app.DisplayName ?? ""), ("clientId", clientId)), portal.Overview(clientId))
                : this.Warning(new Phrase(PhraseCodes.CheckAppOtherObject), portal.Overview(clientId)))
            .Saw(Sources.Application, "appId", clientId).Saw(Sources.Application, "createdDateTime", app.CreatedDateTime).For(WhoCan.ChangeApplications);
    }
}
