using MarketoSetupBot.Backend.Steps;
using MarketoSetupBot.Backend.Tests.Tenant;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Backend.Tests.Steps;

public sealed class A_narrow_grant : IAsyncLifetime
{
    private readonly ContosoTenant contoso = new();

    public Task InitializeAsync()
    {
        contoso.Settings["Access:Consent"] = "SyncUserOnly";
        return contoso.InitializeAsync();
    }

    public Task DisposeAsync() => contoso.DisposeAsync();

    [Fact]
    public async Task Is_for_the_sync_user_alone_and_is_found_again()
    {
        Assert.All(await contoso.ApplyAsync(), r => Assert.False(r.Result is StepResult.FailedResult or StepResult.ByHandResult, r.Result.Says.Code));
        contoso.Road.Forget();
        await contoso.ApplyAsync();

        var grant = Assert.Single(contoso.World.Grants.Values, g => g.ClientId == Guid.Parse(contoso.Connection.ServicePrincipalObjectId!));
        Assert.Equal(("Principal", Contoso.SyncUser.ObjectId, "user_impersonation"), (grant.ConsentType, grant.PrincipalId, grant.Scope));
        Assert.Empty(contoso.Road.Writes);
    }

    [Fact]
    public async Task Is_what_the_plan_says_and_carries_no_tenant_wide_risk()
    {
        var plan = await contoso.PlanAsync();

        Assert.Contains(plan.Items, i => i.Says.Code == PhraseCodes.ConsentWillBeGrantedForUser);
        Assert.DoesNotContain(plan.Risks, r => r.Code == PhraseCodes.RiskTenantWide);
    }

    [Fact]
    public async Task Is_made_by_hand_for_that_user_where_the_permission_is_withheld()
    {
        contoso.Withhold("DelegatedPermissionGrant.ReadWrite.All");

        var byHand = Assert.IsType<StepResult.ByHandResult>((await contoso.ApplyAsync())[^1].Result);

        Assert.Equal(HandActs.GrantConsentForUser, byHand.Act.Code);
        Assert.Contains(Contoso.SyncUser.ObjectId.ToString(), byHand.Act.Copy["body"], StringComparison.Ordinal);
    }
}
