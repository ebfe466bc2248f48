using MarketoSetupBot.Backend.Steps;
using MarketoSetupBot.Backend.Tests.Tenant;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Backend.Tests.Steps;

public sealed class A_clean_setup : IAsyncLifetime
{
    private readonly ContosoTenant contoso = new();

    public Task InitializeAsync() => contoso.InitializeAsync();

    public Task DisposeAsync() => contoso.DisposeAsync();

    [Fact]
    public async Task Makes_a_single_tenant_confidential_app_with_one_permission_and_its_grant()
    {
        var results = await contoso.ApplyAsync();

        Assert.Equal([StepKey.Application, StepKey.ServicePrincipal, StepKey.Permission, StepKey.SignIn, StepKey.Consent], results.Select(r => r.Key));
        Assert.All(results, r => Assert.IsType<StepResult.SucceededResult>(r.Result));
        var app = contoso.App;
        Assert.Equal("AzureADMyOrg", app.SignInAudience);
        Assert.False(app.IsFallbackPublicClient);
        Assert.Empty(app.Web.RedirectUris);
        Assert.Equal(contoso.Connection.ApplicationKey, app.UniqueName);
        Assert.Contains("MarketoSetupBot", app.Tags);
        var access = Assert.Single(Assert.Single(app.RequiredResourceAccess).ResourceAccess);
        Assert.Equal(new ResourceAccess(WellKnown.DynamicsUserImpersonation, "Scope"), access);
        var grant = Assert.Single(contoso.World.Grants.Values, g => g.ClientId == Guid.Parse(contoso.Connection.ServicePrincipalObjectId!));
        Assert.Equal(("AllPrincipals", "user_impersonation"), (grant.ConsentType, grant.Scope));
        Assert.Equal(grant.Id, contoso.Connection.GrantId);
    }

    [Fact]
    public async Task Takes_at_most_twelve_calls_to_Graph()
    {
        await contoso.BeginAsync();
        await contoso.ApplyAsync();

        Assert.True(contoso.Road.Calls.Count <= 12, string.Join('\n', contoso.Road.Calls));
    }

    [Fact]
    public async Task Run_again_writes_nothing_and_says_so()
    {
        await contoso.ApplyAsync();
        contoso.Road.Forget();

        var again = await contoso.ApplyAsync();

        Assert.Empty(contoso.Road.Writes);
        Assert.All(again, r => Assert.False(Assert.IsType<StepResult.SucceededResult>(r.Result).Wrote));
    }

    [Fact]
    public async Task Survives_a_directory_that_shows_new_objects_only_after_forty_seconds()
    {
        contoso.World.Replication.Lag = TimeSpan.FromSeconds(40);

        var results = await contoso.ApplyAsync();

        Assert.All(results, r => Assert.IsType<StepResult.SucceededResult>(r.Result));
        Assert.Single(contoso.World.Applications.Values, a => a.UniqueName == contoso.Connection.ApplicationKey);
        Assert.Single(contoso.World.ServicePrincipals.Values, p => p.AppId == contoso.App.AppId);
    }

    [Theory]
    [InlineData("PATCH", "/applications(uniqueName=")]
    [InlineData("POST", "/servicePrincipals")]
    [InlineData("PATCH", "/applications/")]
    [InlineData("POST", "/oauth2PermissionGrants")]
    public async Task Makes_nothing_twice_when_the_answer_to_a_write_is_lost(string method, string path)
    {
        contoso.Road.LoseAnswer(method, path);
        var failed = await ApplyUntilOutageAsync();
        contoso.Road.Repair();

        Assert.Equal(PhraseCodes.WaitingForOutage, failed.Says.Code);
        var results = await contoso.ApplyAsync();

        Assert.All(results, r => Assert.IsType<StepResult.SucceededResult>(r.Result));
        Assert.Single(contoso.World.Applications.Values, a => a.DisplayName == "Marketo Integration");
        Assert.Single(contoso.World.ServicePrincipals.Values, p => p.AppId == contoso.App.AppId);
        Assert.Single(contoso.World.Grants.Values, g => g.ClientId == Guid.Parse(contoso.Connection.ServicePrincipalObjectId!));
    }

    private async Task<StepResult> ApplyUntilOutageAsync()
    {
        foreach (var key in (StepKey[])[StepKey.Application, StepKey.ServicePrincipal, StepKey.Permission, StepKey.Consent])
        {
            var result = await contoso.StepAsync(key);
            if (result is not StepResult.SucceededResult) return result;
        }

        throw new InvalidOperationException("No step noticed.");
    }
}
