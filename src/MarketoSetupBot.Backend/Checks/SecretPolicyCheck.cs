using System.Globalization;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Secrets;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>The tenant's policy lets the next secret be created. It never stops the present one.</summary>
internal sealed class SecretPolicyCheck(Readings readings, Portal portal, TimeProvider time) : ICheck
{
    public string Id => CheckIds.SecretPolicy;

    public IReadOnlyList<string> DependsOn => [CheckIds.Application];

    public async Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken)
    {
        var app = (await readings.ApplicationAsync(connection, cancellationToken))!;
        var page = portal.Credentials(app.AppId!);
        var policy = await readings.AppManagementPolicyAsync(cancellationToken);
        return SecretAllowance.From(policy, app.CreatedDateTime ?? time.GetUtcNow()) switch
        {
            { Forbidden: true } => this.Warning(new Phrase(PhraseCodes.CheckSecretPolicyForbids), page),
            { MaximumLifetime: { } most } => this.Passed(
                new Phrase(PhraseCodes.CheckSecretPolicyLimited, ("days", ((int)most.TotalDays).ToString(CultureInfo.InvariantCulture))), page),
            _ => this.Passed(new Phrase(PhraseCodes.CheckSecretPolicyOpen), page),
        };
    }
}
