using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>Security defaults may ask the sync user for a second factor, which a password grant cannot give (AADSTS530035): possible, not certain.</summary>
internal sealed class SecurityDefaultsCheck(Readings readings, Portal portal) : ICheck
{
    public string Id => CheckIds.SecurityDefaults;

    public IReadOnlyList<string> DependsOn => [];

    public IReadOnlyList<string> Permissions => [GraphPermissions.Policies];

    public async Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken)
    {
        var on = await readings.SecurityDefaultsOnAsync(cancellationToken);
        return (on
                ? this.Warning(new Phrase(PhraseCodes.CheckSecurityDefaultsOn), portal.TenantProperties)
                : this.Passed(new Phrase(PhraseCodes.CheckSecurityDefaultsOff), portal.TenantProperties))
            .Saw(Sources.SecurityDefaults, "isEnabled", on).For(WhoCan.ChangeConditionalAccess);
    }
}
