using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.Dataverse;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Backend.Tests;

/// <summary>The ways of a setup that are not the guide's: by hand, federated, taken over, server to server.</summary>
public sealed class WaysTests
{
    [Fact]
    public async Task A_withheld_permission_waits_for_an_administrator_and_goes_on_when_it_sees_the_result()
    {
        await using var office = await Office.OpenAsync();
        Withhold(office, "DelegatedPermissionGrant.ReadWrite.All");
        var run = await office.PlannedAsync();
        await office.As(Contoso.Alex).ApproveAsync(run);
        var adele = office.As(Contoso.Adele);
        var waiting = await adele.UntilAsync(run.Id, r => r.HandAct is not null);

        var early = (await adele.PostAsync(HandActRoutes.Done, run.Id, new HandActDoneRequest(StepKey.Consent))).Value;
        await adele.UntilAsync(run.Id, r => r.Steps.Any(s => s.Says?.Code == PhraseCodes.NotSeenYet));
        office.Change(t => t.Consent(t.FindServicePrincipal(office.OurApplication.AppId)!, t.FindServicePrincipal(WellKnown.DynamicsAppId)!, "user_impersonation"));
        await adele.PostAsync(HandActRoutes.Done, run.Id, new HandActDoneRequest(StepKey.Consent));
        var on = await adele.UntilAsync(run.Id, RunState.Delivering);

        Assert.Equal(HandActs.GrantConsent, waiting.HandAct!.Code);
        Assert.Equal(RunState.Applying, early.State);
        Assert.Null(on.HandAct);
    }

    [Fact]
    public async Task A_federated_setup_takes_acceptance_in_words_and_records_it()
    {
        await using var office = await Office.OpenAsync();
        office.GiveRole(Contoso.Alex, "Application Administrator");
        var (adele, alex) = (office.As(Contoso.Adele), office.As(Contoso.Alex));
        var run = await PlanAsync(office, Setups.Details(Contoso.Adele) with { SyncUser = Contoso.FederatedSyncUser.UserPrincipalName });
        Assert.Equal(RunState.Blocked, run.State);
        await adele.PostAsync(ChoiceRoutes.Choose, run.Id, new ChooseRequest(SignInChoice.CloudPasswords));
        run = await adele.UntilAsync(run.Id, RunState.Planned);

        (await alex.ApproveAsync(run)).MustBeRefused(422, ProblemCodes.RiskNotAccepted);
        await alex.PostAsync(Routes.Approve, run.Id, new ApproveRequest(run.Plan!.Hash, run.Plan.MustAccept));
        run = await adele.UntilAsync(run.Id, RunState.Delivering);

        Assert.Contains(run.Notices, n => n.Says.Code == PhraseCodes.RiskAccepted && n.Says.Values!["by"] == Contoso.Alex.Name);
        Assert.Single(office.Tenant.Locked(() => office.Tenant.HomeRealmDiscoveryPolicies.Values.ToList()));
    }

    [Fact]
    public async Task An_app_made_by_hand_is_shown_taken_over_and_keeps_its_credentials()
    {
        await using var office = await Office.OpenAsync();
        var app = ByHand(office, "Marketo Integration");
        var (adele, alex) = (office.As(Contoso.Adele), office.As(Contoso.Alex));
        var run = await office.PlannedAsync();
        var shown = Assert.Single(run.Plan!.Candidates);
        Assert.Equal((app.AppId.ToString(), 1), (shown.ClientId, shown.Credentials.Count));

        await adele.PostAsync(ChoiceRoutes.Choose, run.Id, new ChooseRequest(SignInChoice.TakeOver, shown.ClientId));
        run = await adele.UntilAsync(run.Id, RunState.Planned);
        Assert.Contains(run.Plan!.Items, i => i.Effect is PlanEffect.TakeOver);
        await alex.ApproveAsync(run);
        run = await adele.UntilAsync(run.Id, r => r.HandAct is not null);
        Assert.Equal(HandActs.AddOwner, run.HandAct!.Code);
        office.Change(t => t.Applications[app.Id] = t.Applications[app.Id] with { Owners = [t.FindServicePrincipal(Contoso.BackendAppId)!.Id] });
        office.Change(t =>
        {
            var principal = t.FindServicePrincipal(app.AppId)!;
            t.ServicePrincipals[principal.Id] = principal with { Owners = [t.FindServicePrincipal(Contoso.BackendAppId)!.Id] };
        });
        await alex.PostAsync(HandActRoutes.Done, run.Id, new HandActDoneRequest(StepKey.Application));
        run = await adele.UntilAsync(run.Id, RunState.Delivering);
        _ = (await adele.CollectAsync(run.Id)).Value;

        var now = office.Tenant.Locked(() => office.Tenant.Applications[app.Id]);
        Assert.Equal(2, now.PasswordCredentials.Count);
        Assert.Contains(now.PasswordCredentials, c => c.DisplayName == "made by hand");
    }

    [Theory]
    [InlineData("5f3e2d1c-8b7a-4c69-b5d4-a3f2e1d0c9b8", PhraseCodes.AdoptProductApp)]
    [InlineData("00000007-0000-0000-c000-000000000000", PhraseCodes.AdoptUnknownApp)]
    [Trait("Category", "Abuse")]
    public async Task The_products_own_app_and_one_of_another_tenant_cannot_be_planned(string clientId, string blocker)
    {
        await using var office = await Office.OpenAsync();

        var run = await PlanAsync(office, Setups.Details(Contoso.Adele) with { ExistingClientId = clientId });

        Assert.Equal(RunState.Blocked, run.State);
        Assert.Contains(run.Plan!.Blockers, b => b.Code == blocker);
        Assert.Empty(office.GraphWrites());
    }

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task A_multi_tenant_app_cannot_be_planned()
    {
        await using var office = await Office.OpenAsync();
        var app = ByHand(office, "Open to all", audience: "AzureADMultipleOrgs");

        var run = await PlanAsync(office, Setups.Details(Contoso.Adele) with { ExistingClientId = app.AppId.ToString() });

        Assert.Contains(run.Plan!.Blockers, b => b.Code == PhraseCodes.AdoptMultiTenant);
        Assert.Empty(office.GraphWrites());
    }

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task What_the_plan_does_not_offer_cannot_be_chosen()
    {
        await using var office = await Office.OpenAsync();
        var adele = office.As(Contoso.Adele);
        var run = await office.PlannedAsync();

        foreach (var choice in (ChooseRequest[])[new(SignInChoice.CloudPasswords), new(SignInChoice.TakeOver, Contoso.BackendAppId.ToString())])
            (await adele.PostAsync(ChoiceRoutes.Choose, run.Id, choice)).MustBeRefused(400, ProblemCodes.BadRequest);
        Assert.Empty(office.GraphWrites());
    }

    [Fact]
    public async Task Server_to_server_goes_through_and_its_wait_survives_a_restart()
    {
        await using var office = await Office.OpenAsync();
        var adele = office.As(Contoso.Adele);
        var run = await PlanAsync(office, Setups.Details(Contoso.Adele) with { Method = "serverToServer", SyncUser = "marketo.app@contoso.com" });
        await office.As(Contoso.Alex).ApproveAsync(run);
        run = await adele.UntilAsync(run.Id, r => r.HandAct is not null);
        Assert.Equal((HandActs.ApplicationUser, null), (run.HandAct!.Code, run.HandAct.Asks));
        AddApplicationUser(office, office.OurApplication.AppId, "marketo.app@contoso.com");
        await adele.PostAsync(HandActRoutes.Done, run.Id, new HandActDoneRequest(StepKey.ApplicationUser));
        run = await adele.UntilAsync(run.Id, RunState.Delivering);
        Assert.Equal("marketo.app@contoso.com", run.Steps.Single(s => s.Key is StepKey.ApplicationUser).Says!.Values!["email"]);
        Assert.DoesNotContain(run.Steps, s => s.Key is StepKey.Consent or StepKey.SignIn or StepKey.Permission);

        _ = (await adele.CollectAsync(run.Id)).Value;
        run = (await adele.PostAsync(Routes.Copied, run.Id)).Value;
        foreach (var act in (StepKey[])[StepKey.DisableSync, StepKey.EditCredentials, StepKey.ValidateSyncSetup, StepKey.SwitchMethod])
            run = (await adele.MarketoDoneAsync(run.Id, act)).Value;
        Assert.Equal(StepKey.Settle, run.Marketo!.Current);
        (await adele.MarketoDoneAsync(run.Id, StepKey.Settle)).MustBeRefused(409, ProblemCodes.Stale);

        await office.StopBackendAsync();
        await office.StartBackendAsync();
        adele = office.As(Contoso.Adele);
        Assert.Equal(StepKey.Settle, (await adele.ReadAsync(run.Id)).Value.Marketo!.Current);
        office.Clock.Forward(TimeSpan.FromMinutes(15));
        run = await adele.UntilAsync(run.Id, r => r.Marketo?.Current is StepKey.EnableSync);
        run = (await adele.MarketoDoneAsync(run.Id, StepKey.EnableSync)).Value;

        Assert.Equal(RunState.Completed, run.State);
    }

    [Fact]
    public async Task Where_Dynamics_cannot_be_read_somebody_confirms_the_application_user_by_name()
    {
        await using var office = await Office.OpenAsync();
        office.SandboxServices<Organization>().Change(o => o with { Users = [.. o.Users.Where(u => u.ApplicationId is null)] });
        var adele = office.As(Contoso.Adele);
        var run = await PlanAsync(office, Setups.Details(Contoso.Adele) with { Method = "serverToServer", SyncUser = "marketo.app@contoso.com" });
        await office.As(Contoso.Alex).ApproveAsync(run);
        run = await adele.UntilAsync(run.Id, r => r.HandAct is not null);
        Assert.Equal(HandAnswers.Email, run.HandAct!.Asks);

        await adele.PostAsync(HandActRoutes.Done, run.Id, new HandActDoneRequest(StepKey.ApplicationUser, "no address"));
        await adele.UntilAsync(run.Id, r => r.Steps.Any(s => s.Says?.Code == PhraseCodes.EmailInvalid));
        await adele.PostAsync(HandActRoutes.Done, run.Id, new HandActDoneRequest(StepKey.ApplicationUser, "marketo.app@contoso.com"));
        run = await adele.UntilAsync(run.Id, RunState.Delivering);

        var says = run.Steps.Single(s => s.Key is StepKey.ApplicationUser).Says!;
        Assert.Equal((PhraseCodes.ApplicationUserConfirmed, Contoso.Adele.Name), (says.Code, says.Values!["by"]));
    }

    private static async Task<RunView> PlanAsync(Office office, DetailsRequest details)
    {
        var adele = office.As(Contoso.Adele);
        var run = (await adele.OpenAsync()).Value;
        _ = (await adele.SendDetailsAsync(run.Id, details)).Value;
        return await adele.UntilAsync(run.Id, r => r.State is not RunState.Planning);
    }

    private static void Withhold(Office office, string permission) => office.Change(t =>
    {
        foreach (var one in (string[])[permission, "Directory.Read.All"])
            t.WithdrawRole(t.FindServicePrincipal(Contoso.BackendAppId)!, t.FindServicePrincipal(WellKnown.GraphAppId)!, one);
    });

    private static Application ByHand(Office office, string name, string audience = "AzureADMyOrg")
    {
        var now = DateTimeOffset.UtcNow;
        var app = new Application
        {
            Id = Guid.NewGuid(),
            AppId = Guid.NewGuid(),
            DisplayName = name,
            SignInAudience = audience,
            PasswordCredentials = [new() { KeyId = Guid.NewGuid(), DisplayName = "made by hand", Hint = "abc", StartDateTime = now, EndDateTime = now.AddDays(90) }],
        };
        office.Change(t =>
        {
            t.Applications.Add(app.Id, app);
            t.Add(new ServicePrincipal { Id = Guid.NewGuid(), AppId = app.AppId, DisplayName = name });
        });
        return app;
    }

    private static void AddApplicationUser(Office office, Guid clientId, string email) =>
        office.SandboxServices<Organization>().Change(o => o with
        {
            Users =
            [
                .. o.Users,
                new SystemUser
                {
                    Id = Guid.NewGuid(), FullName = "Marketo", DomainName = email, Email = email, ApplicationId = clientId, AccessMode = 4, IsLicensed = false,
                    Roles = [OrganizationState.SyncRole],
                },
            ],
        });
}
