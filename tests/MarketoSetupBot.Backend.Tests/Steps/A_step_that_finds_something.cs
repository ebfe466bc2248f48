using System.Net;
using MarketoSetupBot.Backend.Steps;
using MarketoSetupBot.Backend.Tests.Tenant;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Backend.Tests.Steps;

public sealed class A_step_that_finds_something : IAsyncLifetime
{
    private readonly ContosoTenant contoso = new();

    public Task InitializeAsync() => contoso.InitializeAsync();

    public Task DisposeAsync() => contoso.DisposeAsync();

    [Fact]
    public async Task Leaves_an_app_of_the_same_name_alone()
    {
        var other = new Application { Id = Guid.NewGuid(), AppId = Guid.NewGuid(), DisplayName = "Marketo Integration" };
        contoso.Change(t => t.Applications.Add(other.Id, other));

        await contoso.ApplyAsync();

        Assert.Equal(other, contoso.World.Applications[other.Id]);
        Assert.NotEqual(other.Id.ToString(), contoso.Connection.ApplicationObjectId);
    }

    [Fact]
    public async Task Corrects_audience_and_public_client_flag_of_our_own_app()
    {
        await contoso.ApplyAsync();
        contoso.ChangeApp(a => a with { SignInAudience = "AzureADMultipleOrgs", IsFallbackPublicClient = true });

        var result = Assert.IsType<StepResult.SucceededResult>(await contoso.StepAsync(StepKey.Application));

        Assert.True(result.Wrote);
        Assert.Equal(("AzureADMyOrg", false), (contoso.App.SignInAudience, contoso.App.IsFallbackPublicClient));
    }

    [Fact]
    public async Task Adds_the_permission_beside_what_somebody_else_declared()
    {
        await contoso.ApplyAsync();
        var others = new RequiredResourceAccess(WellKnown.GraphAppId.ToString(), [new ResourceAccess(Guid.NewGuid(), "Scope")]);
        contoso.ChangeApp(a => a with { RequiredResourceAccess = [others] });

        await contoso.StepAsync(StepKey.Permission);

        Assert.Contains(contoso.App.RequiredResourceAccess, r => r.ResourceAppId == others.ResourceAppId && r.ResourceAccess.SequenceEqual(others.ResourceAccess));
        Assert.Contains(contoso.App.RequiredResourceAccess, r => r.ResourceAppId == WellKnown.DynamicsAppId.ToString());
    }

    [Fact]
    public async Task Turns_the_permission_declared_as_a_role_into_a_delegated_scope()
    {
        await contoso.ApplyAsync();
        contoso.ChangeApp(a => a with
        {
            RequiredResourceAccess = [new RequiredResourceAccess(WellKnown.DynamicsAppId.ToString(), [new ResourceAccess(WellKnown.DynamicsUserImpersonation, "Role")])],
        });

        await contoso.StepAsync(StepKey.Permission);

        Assert.Equal("Scope", Assert.Single(Assert.Single(contoso.App.RequiredResourceAccess).ResourceAccess).Type);
    }

    [Fact]
    public async Task Waits_ten_seconds_between_permission_and_consent_but_only_after_a_write()
    {
        await contoso.ApplyAsync();
        var now = contoso.Clock.GetUtcNow();

        var early = await contoso.StepAsync(StepKey.Consent, lastWroteAt: now);
        var idle = await contoso.StepAsync(StepKey.Consent, lastWroteAt: null);

        var waiting = Assert.IsType<StepResult.WaitingResult>(early);
        Assert.Equal((PhraseCodes.ConsentSettling, now.AddSeconds(10)), (waiting.Says.Code, waiting.RetryAt));
        Assert.IsType<StepResult.SucceededResult>(idle);
    }

    [Fact]
    public async Task Extends_a_grant_and_keeps_its_other_scopes()
    {
        await contoso.ApplyAsync();
        OfferSecondScope();
        contoso.Change(t => t.Grants[contoso.Connection.GrantId!] = t.Grants[contoso.Connection.GrantId!] with { Scope = "other_scope" });

        var result = Assert.IsType<StepResult.SucceededResult>(await contoso.StepAsync(StepKey.Consent));

        Assert.True(result.Wrote);
        Assert.Equal(["other_scope", "user_impersonation"], contoso.World.Grants[contoso.Connection.GrantId!].Scopes().Order());
    }

    [Fact]
    public async Task Reads_and_extends_when_the_grant_exists_after_all()
    {
        await contoso.ApplyAsync();
        OfferSecondScope();
        contoso.Change(t => t.Grants[contoso.Connection.GrantId!] = t.Grants[contoso.Connection.GrantId!] with { Scope = "other_scope" });
        contoso.World.Replication.Lag = TimeSpan.FromSeconds(1);
        contoso.Change(t => t.Replication.Wrote(contoso.Connection.GrantId!));

        var first = await contoso.StepAsync(StepKey.Consent);
        contoso.Clock.Advance(TimeSpan.FromSeconds(2));
        var second = await contoso.StepAsync(StepKey.Consent);

        Assert.Equal(PhraseCodes.WaitingForReplication, Assert.IsType<StepResult.WaitingResult>(first).Says.Code);
        Assert.IsType<StepResult.SucceededResult>(second);
        Assert.Equal(["other_scope", "user_impersonation"], contoso.World.Grants[contoso.Connection.GrantId!].Scopes().Order());
    }

    [Fact]
    public async Task Fails_on_a_federated_domain()
    {
        contoso.Details = contoso.Details with { SyncUser = Contoso.FederatedSyncUser.UserPrincipalName };

        var failed = Assert.IsType<StepResult.FailedResult>(await contoso.StepAsync(StepKey.SignIn));

        Assert.Equal((PhraseCodes.BlockedFederated, Contoso.FederatedDomain), (failed.Says.Code, failed.Says.Values!["domain"]));
    }

    [Fact]
    public async Task Skips_the_domain_that_it_may_not_read()
    {
        contoso.Withhold("Domain.Read.All");

        var skipped = Assert.IsType<StepResult.SkippedResult>(await contoso.StepAsync(StepKey.SignIn));

        Assert.Equal((PhraseCodes.NotCheckedPermission, "Domain.Read.All"), (skipped.Says.Code, skipped.Says.Values!["permission"]));
    }

    [Fact]
    public async Task Fails_where_the_tenant_has_no_Dynamics()
    {
        contoso.Change(t => t.ServicePrincipals.Remove(t.FindServicePrincipal(WellKnown.DynamicsAppId)!.Id));
        await contoso.StepAsync(StepKey.Application);

        Assert.Equal(PhraseCodes.BlockedDynamicsMissing, Assert.IsType<StepResult.FailedResult>(await contoso.StepAsync(StepKey.Permission)).Says.Code);
    }

    private void OfferSecondScope() => contoso.Change(t =>
    {
        var dynamics = t.FindServicePrincipal(WellKnown.DynamicsAppId)!;
        t.ServicePrincipals[dynamics.Id] = dynamics with
        {
            Oauth2PermissionScopes = [.. dynamics.Oauth2PermissionScopes, new PermissionScope { Id = Guid.NewGuid(), Value = "other_scope" }],
        };
    });
}
