using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>No policy of the whole organisation does what ours does for one application: it would let Entra check the passwords of everybody for every app.</summary>
internal sealed class OrganisationSignInPolicyCheck(Readings readings, Portal portal) : ICheck
{
    public string Id => CheckIds.OrganisationSignInPolicy;

    public IReadOnlyList<string> DependsOn => [];

    public IReadOnlyList<string> Permissions => [GraphPermissions.Policies];

    public async Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken)
    {
        var policies = await readings.SignInPoliciesAsync(cancellationToken);
        var wide = policies.Where(p => p.IsOrganizationDefault is true).Select(SignInPolicy.Read).ToList();
        return Judge(wide)
            .Saw(Sources.SignInPolicies, "isOrganizationDefault", wide.Count > 0)
            .Telling(wide.Select(p => new Phrase(PhraseCodes.DetailSignInPolicy, ("policy", p.Name)))).For(WhoCan.ChangeSignInPolicies);
    }

    private CheckView Judge(List<SignInPolicy> wide)
    {
        if (wide.Any(p => p.AllowsCloudPasswords)) return this.Warning(new Phrase(PhraseCodes.CheckOrganisationPolicyCloudPasswords), portal.Domains);
        return wide.Any(p => p.Accelerates)
            ? this.Warning(new Phrase(PhraseCodes.CheckOrganisationPolicyAccelerates), portal.Domains)
            : this.Passed(new Phrase(PhraseCodes.CheckOrganisationPolicyNone), portal.Domains);
    }
}
