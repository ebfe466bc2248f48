using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>Microsoft has not disabled the application.</summary>
internal sealed class MicrosoftStatusCheck(Readings readings, Portal portal) : ICheck
{
    public string Id => CheckIds.MicrosoftStatus;

    public IReadOnlyList<string> DependsOn => [CheckIds.Application];

    public IReadOnlyList<string> Permissions => [GraphPermissions.Applications];

    public async Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken)
    {
        var app = (await readings.ApplicationAsync(connection, cancellationToken))!;
        var fine = app.DisabledByMicrosoftStatus is null or "" or "NotDisabled";
        return (fine
                ? this.Passed(new Phrase(PhraseCodes.CheckMicrosoftStatusFine), portal.Overview(app.AppId!))
                : this.Failed(new Phrase(PhraseCodes.CheckAppDisabledByMicrosoft), portal.Overview(app.AppId!)))
            .Saw(Sources.Application, "disabledByMicrosoftStatus", app.DisabledByMicrosoftStatus).For(WhoCan.ChangeTenant);
    }
}
