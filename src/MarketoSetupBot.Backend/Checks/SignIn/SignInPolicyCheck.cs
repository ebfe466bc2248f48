using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>For a federated domain, the policy on our service principal lets Entra check the password, and does nothing else. A managed domain needs none.</summary>
internal sealed class SignInPolicyCheck(Readings readings, Portal portal) : ICheck
{
    public string Id => CheckIds.SignInPolicy;

    public IReadOnlyList<string> DependsOn => [CheckIds.ServicePrincipal, CheckIds.Domain];

    public IReadOnlyList<string> Permissions => [GraphPermissions.Policies, GraphPermissions.Domains];

    public async Task<CheckView> RunAsync(Connection connection, CancellationToken cancellationToken)
    {
        var principal = (await readings.ServicePrincipalAsync(connection, cancellationToken))!;
        var policies = await readings.SignInPoliciesOfAsync(principal.Id!, cancellationToken);
        var domain = (await readings.DomainsAsync(cancellationToken)).Named(TenantFacts.DomainOf(connection.SyncUser!));
        var attached = policies.Select(SignInPolicy.Read).ToList();
        return Judge(domain?.IsFederated() is true, attached, portal.EnterpriseApplication(principal.Id!, principal.AppId ?? ""))
            .Saw(Sources.SignInPolicy, "definition", attached.Count == 0 ? null : string.Join(", ", attached.Select(p => $"AllowCloudPasswordValidation={p.AllowsCloudPasswords}, AccelerateToFederatedDomain={p.Accelerates}")))
            .Telling(attached.Select(p => new Phrase(PhraseCodes.DetailSignInPolicy, ("policy", p.Name)))).For(WhoCan.ChangeSignInPolicies);
    }

    private CheckView Judge(bool federated, List<SignInPolicy> attached, Uri page)
    {
        if (attached.Any(p => p.Accelerates)) return this.Failed(new Phrase(PhraseCodes.CheckSignInPolicyAccelerates), page).RepairedBy(Repairs.SignInPolicy);
        if (!federated)
        {
            return attached.Any(p => p.AllowsCloudPasswords)
                ? this.Warning(new Phrase(PhraseCodes.CheckSignInPolicyNeedless), page).RepairedBy(Repairs.SignInPolicy)
                : this.Passed(new Phrase(PhraseCodes.CheckSignInPolicyNotNeeded), page);
        }

        if (attached.Any(p => p.AllowsCloudPasswords)) return this.Passed(new Phrase(PhraseCodes.CheckSignInPolicyRight), page);
        return this.Failed(new Phrase(attached.Count == 0 ? PhraseCodes.CheckSignInPolicyMissing : PhraseCodes.CheckSignInPolicyLacksFlag), page).RepairedBy(Repairs.SignInPolicy);
    }
}
