using System.Net;
using MarketoSetupBot.Backend.Steps;
using MarketoSetupBot.Backend.Tests.Tenant;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Backend.Tests.Steps;

public sealed class A_step_that_Graph_refuses : IAsyncLifetime
{
    private readonly ContosoTenant contoso = new();

    public Task InitializeAsync() => contoso.InitializeAsync();

    public Task DisposeAsync() => contoso.DisposeAsync();

    [Fact]
    public async Task Names_the_permission_to_write_applications()
    {
        contoso.Withhold("Application.ReadWrite.OwnedBy");

        AssertFailed(await contoso.StepAsync(StepKey.Application), PhraseCodes.FailedPermissionMissing, ("permission", "Application.ReadWrite.OwnedBy"));
    }

    [Fact]
    public async Task Names_the_permission_to_grant()
    {
        contoso.Withhold("DelegatedPermissionGrant.ReadWrite.All");

        var results = await contoso.ApplyAsync();

        Assert.Equal(StepKey.Consent, results[^1].Key);
        AssertByHand(results[^1].Result, HandActs.GrantConsent, "DelegatedPermissionGrant.ReadWrite.All");
    }

    [Fact]
    public async Task Names_the_permission_to_grant_at_once_although_everything_is_new()
    {
        await ApplyUntilConsentAsync();
        contoso.Road.Answer("POST", "/oauth2PermissionGrants", HttpStatusCode.Forbidden);

        var result = await contoso.StepAsync(StepKey.Consent, lastWroteAt: contoso.Clock.GetUtcNow().AddSeconds(-11));

        AssertByHand(result, HandActs.GrantConsent, "DelegatedPermissionGrant.ReadWrite.All");
    }

    [Fact]
    public async Task Waits_as_long_as_a_429_asks_for()
    {
        contoso.Road.Answer("GET", "/applications(uniqueName", HttpStatusCode.TooManyRequests, retryAfter: 17);

        AssertWaiting(await contoso.StepAsync(StepKey.Application), PhraseCodes.WaitingForThrottling, TimeSpan.FromSeconds(17));
    }

    [Fact]
    public async Task Waits_ten_seconds_after_a_429_that_does_not_say()
    {
        contoso.Road.Answer("GET", "/applications(uniqueName", HttpStatusCode.TooManyRequests);

        AssertWaiting(await contoso.StepAsync(StepKey.Application), PhraseCodes.WaitingForThrottling, TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    public async Task Waits_through_an_outage_and_repeats_nothing_by_itself(HttpStatusCode status)
    {
        contoso.Road.Answer("PATCH", "/applications(uniqueName", status);

        var result = await contoso.StepAsync(StepKey.Application);

        AssertWaiting(result, PhraseCodes.WaitingForOutage, TimeSpan.FromSeconds(2));
        Assert.Single(contoso.Road.Writes);
    }

    [Fact]
    public async Task Waits_when_Entra_gives_no_token()
    {
        contoso.Road.Answer("POST", "/oauth2/v2.0/token", HttpStatusCode.ServiceUnavailable, "temporarily_unavailable");

        var result = Assert.IsType<StepResult.WaitingResult>(await contoso.StepAsync(StepKey.Application));

        Assert.Equal(PhraseCodes.WaitingForOutage, result.Says.Code);
        Assert.Empty(contoso.Road.Calls);
    }

    [Fact]
    public async Task Gives_up_after_three_minutes()
    {
        contoso.Road.Answer("GET", "/applications(uniqueName", HttpStatusCode.ServiceUnavailable);

        AssertFailed(await contoso.StepAsync(StepKey.Application, startedAt: contoso.Clock.GetUtcNow().AddMinutes(-3)), PhraseCodes.FailedTimedOut);
    }

    [Fact]
    public async Task Says_the_code_of_any_other_refusal()
    {
        contoso.Road.Answer("PATCH", "/applications(uniqueName", HttpStatusCode.BadRequest, "Directory_QuotaExceeded");

        AssertFailed(await contoso.StepAsync(StepKey.Application), PhraseCodes.FailedRefusedByEntra, ("code", "Directory_QuotaExceeded"));
    }

    [Fact]
    public async Task Looks_again_with_a_filter_where_the_alternate_key_cannot_be_read()
    {
        await contoso.StepAsync(StepKey.Application);
        var made = contoso.Connection.ApplicationObjectId;
        contoso.Connection.ApplicationObjectId = null;
        contoso.Road.Answer("GET", "/applications(uniqueName", HttpStatusCode.BadRequest);

        await contoso.StepAsync(StepKey.Application);

        Assert.Equal(made, contoso.Connection.ApplicationObjectId);
    }

    [Fact]
    public async Task Waits_while_a_new_application_has_not_arrived_where_the_service_principal_is_made()
    {
        contoso.World.Replication.Lag = TimeSpan.FromSeconds(20);
        await contoso.StepAsync(StepKey.Application);

        var result = await contoso.StepAsync(StepKey.ServicePrincipal, lastWroteAt: contoso.Clock.GetUtcNow());

        AssertWaiting(result, PhraseCodes.WaitingForReplication, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Says_that_the_app_is_gone_when_somebody_deleted_it()
    {
        await contoso.ApplyAsync();
        contoso.Change(t => t.Applications.Remove(Guid.Parse(contoso.Connection.ApplicationObjectId!)));

        AssertFailed(await contoso.StepAsync(StepKey.Permission), PhraseCodes.FailedAppGone);
    }

    [Fact]
    public async Task Makes_the_app_anew_when_it_was_deleted_and_forgets_what_belonged_to_the_old_one()
    {
        await contoso.ApplyAsync();
        var old = contoso.Connection.ClientId;
        contoso.Change(t =>
        {
            t.ServicePrincipals.Remove(Guid.Parse(contoso.Connection.ServicePrincipalObjectId!));
            t.Applications.Remove(Guid.Parse(contoso.Connection.ApplicationObjectId!));
        });

        await contoso.StepAsync(StepKey.Application);

        Assert.NotEqual(old, contoso.Connection.ClientId);
        Assert.Null(contoso.Connection.ServicePrincipalObjectId);
    }

    private async Task ApplyUntilConsentAsync()
    {
        foreach (var key in (StepKey[])[StepKey.Application, StepKey.ServicePrincipal, StepKey.Permission, StepKey.SignIn])
            Assert.IsType<StepResult.SucceededResult>(await contoso.StepAsync(key));
    }

    private static void AssertByHand(StepResult result, string act, string permission)
    {
        var byHand = Assert.IsType<StepResult.ByHandResult>(result);
        Assert.Equal((PhraseCodes.WaitingForHandAct, act, permission), (byHand.Says.Code, byHand.Act.Code, byHand.Act.Permission));
        Assert.NotEmpty(byHand.Act.Roles);
        Assert.StartsWith("https://", byHand.Act.Portal!.AbsoluteUri, StringComparison.Ordinal);
    }

    private static void AssertFailed(StepResult result, string code, params (string Name, string Value)[] values)
    {
        var failed = Assert.IsType<StepResult.FailedResult>(result);
        Assert.Equal(code, failed.Says.Code);
        foreach (var (name, value) in values) Assert.Equal(value, failed.Says.Values![name]);
    }

    private void AssertWaiting(StepResult result, string code, TimeSpan pause)
    {
        var waiting = Assert.IsType<StepResult.WaitingResult>(result);
        Assert.Equal(code, waiting.Says.Code);
        Assert.Equal(pause.TotalSeconds, (waiting.RetryAt - contoso.Clock.GetUtcNow()).TotalSeconds, tolerance: 2d);
    }
}
