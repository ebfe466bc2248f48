using MarketoSetupBot.Backend.Steps;
using MarketoSetupBot.Backend.Tests.Tenant;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Backend.Tests.Steps;

public sealed class A_federated_sync_user : IAsyncLifetime
{
    private const string Exactly = """{"HomeRealmDiscoveryPolicy":{"AllowCloudPasswordValidation":true}}""";
    private readonly ContosoTenant contoso = new();

    public async Task InitializeAsync()
    {
        await contoso.InitializeAsync();
        contoso.Details = contoso.Details with { SyncUser = Contoso.FederatedSyncUser.UserPrincipalName, CloudPasswords = true };
    }

    public Task DisposeAsync() => contoso.DisposeAsync();

    [Fact]
    public async Task Gets_a_policy_of_our_own_on_our_service_principal_alone()
    {
        await contoso.ApplyAsync();
        contoso.Road.Forget();
        await contoso.ApplyAsync();

        var policy = Assert.Single(contoso.World.HomeRealmDiscoveryPolicies.Values);
        Assert.Equal((Exactly, false), (Assert.Single(policy.Definition), policy.IsOrganizationDefault));
        Assert.Equal(policy.Id.ToString(), contoso.Connection.PolicyId);
        var bearer = Assert.Single(contoso.World.ServicePrincipals.Values, p => p.HomeRealmDiscoveryPolicies.Count > 0);
        Assert.Equal(contoso.Connection.ServicePrincipalObjectId, bearer.Id.ToString());
        Assert.Empty(contoso.Road.Writes);
    }

    [Fact]
    public async Task Gets_one_policy_even_when_the_answer_to_its_creation_is_lost()
    {
        contoso.Road.LoseAnswer("POST", "/policies/homeRealmDiscoveryPolicies");
        await ToSignInAsync();
        Assert.IsType<StepResult.WaitingResult>(await contoso.StepAsync(StepKey.SignIn));
        contoso.Road.Repair();

        Assert.IsType<StepResult.SucceededResult>(await contoso.StepAsync(StepKey.SignIn));
        Assert.Single(contoso.World.HomeRealmDiscoveryPolicies);
    }

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task Leaves_a_foreign_policy_as_it_is_and_takes_its_place_with_its_settings()
    {
        await ToSignInAsync();
        var foreign = Attach("""{"HomeRealmDiscoveryPolicy":{"AccelerateToFederatedDomain":true,"PreferredDomain":"corp.contoso.com"}}""");

        await contoso.StepAsync(StepKey.SignIn);

        Assert.Equal(foreign, contoso.World.HomeRealmDiscoveryPolicies[foreign.Id]);
        var ours = contoso.World.HomeRealmDiscoveryPolicies[Guid.Parse(contoso.Connection.PolicyId!)];
        var says = Assert.Single(ours.Definition);
        Assert.Contains("\"PreferredDomain\":\"corp.contoso.com\"", says, StringComparison.Ordinal);
        Assert.Contains("\"AllowCloudPasswordValidation\":true", says, StringComparison.Ordinal);
        Assert.Equal(foreign.Id.ToString(), contoso.Connection.ReplacedPolicyId);
        // Taken off our own service principal, which names it in the address; never written to itself.
        Assert.DoesNotContain(contoso.GraphWrites(), w => w.Path.EndsWith($"/homeRealmDiscoveryPolicies/{foreign.Id}", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task Stops_where_the_settings_of_a_foreign_policy_cannot_be_read()
    {
        await ToSignInAsync();
        var foreign = Attach("""{"HomeRealmDiscoveryPolicy":{}}""");
        contoso.Change(t => t.HomeRealmDiscoveryPolicies[foreign.Id] = foreign with { Definition = ["nonsense"] });
        var before = contoso.GraphWrites().Count;

        var failed = Assert.IsType<StepResult.FailedResult>(await contoso.StepAsync(StepKey.SignIn));

        Assert.Equal(PhraseCodes.FailedPolicyUnreadable, failed.Says.Code);
        Assert.Single(contoso.World.HomeRealmDiscoveryPolicies);
        Assert.Equal(before, contoso.GraphWrites().Count);
    }

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task Never_attaches_a_policy_that_somebody_made_the_default_of_the_organisation()
    {
        await contoso.ApplyAsync();
        var id = Guid.Parse(contoso.Connection.PolicyId!);
        contoso.Change(t => t.HomeRealmDiscoveryPolicies[id] = t.HomeRealmDiscoveryPolicies[id] with { IsOrganizationDefault = true });
        var before = contoso.GraphWrites().Count;

        var failed = Assert.IsType<StepResult.FailedResult>(await contoso.StepAsync(StepKey.SignIn));

        Assert.Equal(PhraseCodes.FailedPolicyIsDefault, failed.Says.Code);
        Assert.Equal(before, contoso.GraphWrites().Count);
    }

    [Fact]
    public async Task Gets_its_policy_by_hand_where_the_permission_is_withheld()
    {
        contoso.Withhold("Policy.ReadWrite.ApplicationConfiguration");
        await ToSignInAsync();
        var byHand = Assert.IsType<StepResult.ByHandResult>(await contoso.StepAsync(StepKey.SignIn));
        Attach(Exactly);

        var seen = await contoso.StepAsync(StepKey.SignIn);

        Assert.Equal((HandActs.AllowCloudPasswords, "Policy.ReadWrite.ApplicationConfiguration"), (byHand.Act.Code, byHand.Act.Permission));
        Assert.IsType<StepResult.SucceededResult>(seen);
        // Not ours: it is never changed nor removed.
        Assert.Null(contoso.Connection.PolicyId);
    }

    [Fact]
    public async Task Needs_an_application_administrator_and_words_of_acceptance()
    {
        var plan = await contoso.PlanAsync();

        Assert.Equal([EntraRoles.GlobalAdministrator, EntraRoles.ApplicationAdministrator], plan.ApproverRoles);
        Assert.Equal([PhraseCodes.RiskCloudPasswords], plan.MustAccept);
        Assert.Empty(plan.Blockers);
    }

    [Fact]
    public async Task Is_offered_three_ways_the_best_first()
    {
        contoso.Details = contoso.Details with { CloudPasswords = false };

        var plan = await contoso.PlanAsync();

        Assert.Equal([SignInChoice.ServerToServer, SignInChoice.CloudOnlyUser, SignInChoice.CloudPasswords], plan.Choices);
        Assert.Equal(PhraseCodes.BlockedFederated, Assert.Single(plan.Blockers).Code);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Is_not_offered_a_policy_where_no_password_hash_could_be_checked(bool alreadyChosen)
    {
        contoso.Details = contoso.Details with { CloudPasswords = alreadyChosen };
        contoso.Change(t => t.OnPremisesSyncEnabled = null);

        var plan = await contoso.PlanAsync();

        Assert.Equal([SignInChoice.ServerToServer, SignInChoice.CloudOnlyUser], plan.Choices);
        Assert.Equal([PhraseCodes.BlockedFederated, PhraseCodes.BlockedWithoutHashes], plan.Blockers.Select(b => b.Code));
    }

    [Fact]
    public async Task Is_offered_the_policy_where_nobody_can_see_whether_hashes_are_synchronised()
    {
        contoso.Details = contoso.Details with { CloudPasswords = false };
        contoso.Change(t => t.OnPremisesSyncEnabled = null);
        contoso.Withhold("Organization.Read.All");

        var plan = await contoso.PlanAsync();

        Assert.Contains(SignInChoice.CloudPasswords, plan.Choices);
        Assert.Equal([PhraseCodes.BlockedFederated], plan.Blockers.Select(b => b.Code));
        Assert.Contains(plan.Risks, r => r.Code == PhraseCodes.NotCheckedPermission);
    }

    private async Task ToSignInAsync()
    {
        foreach (var key in (StepKey[])[StepKey.Application, StepKey.ServicePrincipal, StepKey.Permission])
            Assert.IsType<StepResult.SucceededResult>(await contoso.StepAsync(key));
    }

    private HomeRealmDiscoveryPolicy Attach(string definition)
    {
        var policy = new HomeRealmDiscoveryPolicy { Id = Guid.NewGuid(), DisplayName = "By hand", Definition = [definition] };
        contoso.Change(t =>
        {
            t.HomeRealmDiscoveryPolicies.Add(policy.Id, policy);
            var id = Guid.Parse(contoso.Connection.ServicePrincipalObjectId!);
            t.ServicePrincipals[id] = t.ServicePrincipals[id] with { HomeRealmDiscoveryPolicies = [policy.Id] };
        });
        return policy;
    }
}
