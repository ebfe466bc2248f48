using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Secrets;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>The tenant's policy, or the one assigned to this application alone, lets the next secret be created. It never stops the present one.</summary>
internal sealed class SecretPolicyCheck(Readings readings, Portal portal, TimeProvider time) : ICheck
{
    public string Id => CheckIds.SecretPolicy;

    public IReadOnlyList<string> DependsOn => [CheckIds.Application];

    public IReadOnlyList<string> Permissions => [GraphPermissions.Policies];

    public async Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken)
    {
        var app = (await readings.ApplicationAsync(connection, cancellationToken))!;
        var tenantWide = readings.AppManagementPolicyAsync(cancellationToken);
        var assigned = await readings.AssignedAppManagementPolicyAsync(app.Id!, cancellationToken);
        var created = app.CreatedDateTime ?? time.GetUtcNow();
        var allowance = assigned is null ? SecretAllowance.From(await tenantWide, created) : SecretAllowance.From(assigned, created);
        return Judge(allowance, assigned is null ? portal.EnterpriseApplications : portal.Credentials(app.AppId!))
            .Saw(assigned is null ? Sources.AppManagement : Sources.AssignedAppManagement, "isEnabled", assigned is null ? (await tenantWide).IsEnabled : assigned.IsEnabled)
            .Saw(Sources.Application, "createdDateTime", app.CreatedDateTime).For(EntraRoles.SecurityAdministrator, EntraRoles.GlobalAdministrator);
    }

    private CheckView Judge(SecretAllowance allowance, Uri page) => allowance switch
    {
        { Forbidden: true, SomeCallersExempt: true } => this.Warning(new Phrase(PhraseCodes.CheckSecretPolicyExempts), page),
        { Forbidden: true } => this.Warning(new Phrase(PhraseCodes.CheckSecretPolicyForbids), page),
        { MaximumLifetime: { } most } => this.Passed(new Phrase(PhraseCodes.CheckSecretPolicyLimited, ("days", CheckViews.Number((int)most.TotalDays))), page),
        _ => this.Passed(new Phrase(PhraseCodes.CheckSecretPolicyOpen), page),
    };
}
