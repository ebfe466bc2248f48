using System.Globalization;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>Dynamics CRM <c>user_impersonation</c> is declared as a delegated scope, and nothing else is declared.</summary>
internal sealed class PermissionCheck(Readings readings, Portal portal) : ICheck
{
    public string Id => CheckIds.Permission;

    public IReadOnlyList<string> DependsOn => [CheckIds.Application];

    public async Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken)
    {
        var app = (await readings.ApplicationAsync(connection, cancellationToken))!;
        var page = portal.Permissions(app.AppId!);
        if (await readings.DynamicsAsync(cancellationToken) is not { } dynamics || !app.Declares(dynamics))
            return this.Failed(new Phrase(PhraseCodes.CheckPermissionMissing), page);

        var excess = app.RequiredResourceAccess!.SelectMany(r => r.ResourceAccess ?? []).Count() - 1;
        return excess > 0
            ? this.Warning(new Phrase(PhraseCodes.CheckPermissionExcess, ("count", excess.ToString(CultureInfo.InvariantCulture))), page)
            : this.Passed(new Phrase(PhraseCodes.CheckPermissionPresent), page);
    }
}
