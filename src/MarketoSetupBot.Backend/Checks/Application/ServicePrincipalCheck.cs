using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>The application is present in the tenant and enabled. Where it is disabled, the audit log may say by whom: it may be somebody's containment.</summary>
internal sealed class ServicePrincipalCheck(Readings readings, Portal portal) : ICheck
{
    public string Id => CheckIds.ServicePrincipal;

    public IReadOnlyList<string> DependsOn => [CheckIds.Application];

    public IReadOnlyList<string> Permissions => [GraphPermissions.Applications, GraphPermissions.AuditLogs];

    public async Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken)
    {
        if (await readings.ServicePrincipalAsync(connection, cancellationToken) is not { Id: { } id } found)
            return this.Failed(new Phrase(PhraseCodes.CheckServicePrincipalMissing), portal.Applications).Saw(Sources.ServicePrincipal, "id", null).For(WhoCan.ChangeApplications);
        var page = portal.EnterpriseApplication(id, found.AppId ?? "");
        var view = found.AccountEnabled is false
            ? this.Failed(new Phrase(PhraseCodes.CheckServicePrincipalDisabled), page).Telling(await ByWhomAsync(id, cancellationToken))
            : this.Passed(new Phrase(PhraseCodes.CheckServicePrincipalEnabled), page);
        return view.Saw(Sources.ServicePrincipal, "accountEnabled", found.AccountEnabled).For(WhoCan.EnableApplications);
    }

    private async Task<Phrase> ByWhomAsync(string principalId, CancellationToken cancellationToken)
    {
        try
        {
            if (await readings.DisabledByAsync(principalId, cancellationToken) is { ActivityDateTime: { } at } line)
            {
                var by = line.InitiatedBy?.User?.UserPrincipalName ?? line.InitiatedBy?.App?.DisplayName ?? "?";
                return new Phrase(PhraseCodes.DetailDisabledBy, ("by", by), ("at", CheckViews.Instant(at)));
            }
        }
        catch (TroubleException)
        {
            // The check is about the switch; who turned it is worth telling, not worth failing for.
        }

        return new Phrase(PhraseCodes.DetailDisabledByUnknown);
    }
}
