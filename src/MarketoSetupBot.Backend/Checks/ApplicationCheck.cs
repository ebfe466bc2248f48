using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>The application that this product made is there, and Microsoft has not disabled it.</summary>
internal sealed class ApplicationCheck(Readings readings, Portal portal) : ICheck
{
    public string Id => CheckIds.Application;

    public IReadOnlyList<string> DependsOn => [];

    public async Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken) =>
        await readings.ApplicationAsync(connection, cancellationToken) switch
        {
            { AppId: { } clientId, DisabledByMicrosoftStatus: { Length: > 0 } status } when status != "NotDisabled" =>
                this.Failed(new Phrase(PhraseCodes.CheckAppDisabledByMicrosoft), portal.Overview(clientId)),
            { AppId: { } clientId } app =>
                this.Passed(new Phrase(PhraseCodes.CheckAppPresent, ("app", app.DisplayName ?? ""), ("clientId", clientId)), portal.Overview(clientId)),
            _ => this.Failed(new Phrase(PhraseCodes.CheckAppMissing), portal.Applications),
        };
}
