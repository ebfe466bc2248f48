using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>The application may be signed in to here: present, enabled, and open to the sync user.</summary>
internal sealed class ServicePrincipalCheck(Readings readings, Portal portal) : ICheck
{
    public string Id => CheckIds.ServicePrincipal;

    public IReadOnlyList<string> DependsOn => [CheckIds.Application];

    public async Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken)
    {
        if (await readings.ServicePrincipalAsync(connection, cancellationToken) is not { Id: { } id } found)
            return this.Failed(new Phrase(PhraseCodes.CheckServicePrincipalMissing), portal.Applications);
        var page = portal.EnterpriseApplication(id, found.AppId ?? "");
        return found switch
        {
            { AccountEnabled: false } => this.Failed(new Phrase(PhraseCodes.CheckServicePrincipalDisabled), page),
            { AppRoleAssignmentRequired: true } => this.Warning(new Phrase(PhraseCodes.CheckAssignmentRequired), page),
            _ => this.Passed(new Phrase(PhraseCodes.CheckServicePrincipalEnabled), page),
        };
    }
}
