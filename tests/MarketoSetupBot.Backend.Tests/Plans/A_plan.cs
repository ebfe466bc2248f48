using System.Net;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Plans;
using MarketoSetupBot.Backend.Tests.Tenant;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Backend.Tests.Plans;

public sealed class A_plan : IAsyncLifetime
{
    private readonly ContosoTenant contoso = new();

    public Task InitializeAsync() => contoso.InitializeAsync();

    public Task DisposeAsync() => contoso.DisposeAsync();

    [Fact]
    public async Task Of_an_untouched_tenant_creates_everything_and_has_written_nothing()
    {
        var plan = await contoso.PlanAsync();

        Assert.Empty(plan.Blockers);
        Assert.Empty(contoso.Road.Writes);
        Assert.Equal(
            [
                (StepKey.Application, PlanEffect.Create, PhraseCodes.AppWillBeCreated),
                (StepKey.ServicePrincipal, PlanEffect.Create, PhraseCodes.ServicePrincipalWillBeCreated),
                (StepKey.Permission, PlanEffect.Create, PhraseCodes.PermissionWillBeAdded),
                (StepKey.SignIn, PlanEffect.Keep, PhraseCodes.DomainManaged),
                (StepKey.Consent, PlanEffect.Create, PhraseCodes.ConsentWillBeGranted),
                (StepKey.Secret, PlanEffect.Create, PhraseCodes.SecretAtCollect),
                (StepKey.DisableSync, PlanEffect.ByHand, PhraseCodes.MarketoActsByHand),
            ],
            plan.Items.Select(i => (i.Step, i.Effect, i.Says.Code)));
        Assert.Equal([PhraseCodes.RiskTenantWide, PhraseCodes.RiskPasswordGrant], plan.Risks.Select(r => r.Code));
    }

    [Fact]
    public async Task Wants_an_approver_who_could_do_all_of_it_by_hand()
    {
        var plan = await contoso.PlanAsync();

        Assert.Equal(
            new[] { EntraRoles.GlobalAdministrator, EntraRoles.ApplicationAdministrator, EntraRoles.CloudApplicationAdministrator }.Order(),
            plan.ApproverRoles.Order());
    }

    [Fact]
    public async Task Of_a_finished_setup_keeps_everything_but_the_secret()
    {
        await contoso.ApplyAsync();

        var plan = await contoso.PlanAsync();

        Assert.All(plan.Items.Where(i => i.Step < StepKey.Secret), i => Assert.Equal(PlanEffect.Keep, i.Effect));
        Assert.DoesNotContain(plan.Risks, r => r.Code == PhraseCodes.RiskTenantWide);
    }

    [Fact]
    public async Task Names_what_drifted_as_a_change()
    {
        await contoso.ApplyAsync();
        contoso.ChangeApp(a => a with { IsFallbackPublicClient = true, RequiredResourceAccess = [] });

        var plan = await contoso.PlanAsync();

        Assert.Equal(PlanEffect.Change, plan.Items.Single(i => i.Step == StepKey.Application).Effect);
        Assert.Equal(PlanEffect.Change, plan.Items.Single(i => i.Step == StepKey.Permission).Effect);
    }

    [Fact]
    public async Task Keeps_its_hash_while_time_passes()
    {
        var before = await contoso.PlanAsync();
        contoso.Clock.Advance(TimeSpan.FromMinutes(40));

        Assert.Equal(before.Hash, (await contoso.PlanAsync()).Hash);
        Assert.Matches("^[0-9a-f]{64}$", before.Hash);
    }

    [Fact]
    public async Task Has_another_hash_for_another_recipient()
    {
        var before = await contoso.PlanAsync();
        contoso.Details = contoso.Details with { Recipient = new PersonView(Contoso.Adele.ObjectId.ToString(), Contoso.Megan.Name) };

        Assert.NotEqual(before.Hash, (await contoso.PlanAsync()).Hash);
    }

    [Fact]
    public async Task Has_another_hash_when_somebody_changes_the_app()
    {
        await contoso.ApplyAsync();
        var before = await contoso.PlanAsync();
        contoso.ChangeApp(a => a with { SignInAudience = "AzureADMultipleOrgs" });

        Assert.NotEqual(before.Hash, (await contoso.PlanAsync()).Hash);
    }

    [Fact]
    public async Task Says_when_an_earlier_secret_stays_valid_beside_the_new_one()
    {
        await contoso.ApplyAsync();
        var issued = await contoso.IssueAsync("m1", days: 100);
        contoso.Connection.Secrets.Add(new IssuedSecret
        {
            Id = Guid.NewGuid(),
            RunId = Guid.NewGuid(),
            RecipientId = "x",
            Marker = "m1",
            RequestedAt = contoso.Clock.GetUtcNow(),
            KeyId = issued.KeyId,
            ExpiresAt = issued.ExpiresAt,
            Fate = SecretFate.Confirmed,
        });

        Assert.Equal(PhraseCodes.SecretBesideExisting, (await contoso.PlanAsync()).Items.Single(i => i.Step == StepKey.Secret).Says.Code);
    }

    [Theory]
    [InlineData("marketo.sync@corp.contoso.com", PhraseCodes.BlockedFederated)]
    [InlineData("marketo.sync@fabrikam.com", PhraseCodes.BlockedDomainUnknown)]
    [InlineData("nobody@contoso.com", PhraseCodes.BlockedSyncUserMissing)]
    public async Task Cannot_go_on_with_a_sync_user_that_cannot_work(string user, string blocker)
    {
        contoso.Details = contoso.Details with { SyncUser = user };

        Assert.Equal([blocker], (await contoso.PlanAsync()).Blockers.Select(b => b.Code));
    }

    [Fact]
    public async Task Cannot_go_on_with_a_disabled_sync_user()
    {
        contoso.Change(t => t.Users[Contoso.SyncUser.ObjectId] = t.Users[Contoso.SyncUser.ObjectId] with { AccountEnabled = false });

        Assert.Equal([PhraseCodes.BlockedSyncUserDisabled], (await contoso.PlanAsync()).Blockers.Select(b => b.Code));
    }

    [Fact]
    public async Task Cannot_go_on_with_a_guest_as_sync_user()
    {
        contoso.Change(t => t.Users[Contoso.SyncUser.ObjectId] = t.Users[Contoso.SyncUser.ObjectId] with { UserType = "Guest" });

        Assert.Equal([PhraseCodes.BlockedSyncUserGuest], (await contoso.PlanAsync()).Blockers.Select(b => b.Code));
    }

    [Fact]
    public async Task Cannot_go_on_without_Dynamics()
    {
        contoso.Change(t => t.ServicePrincipals.Remove(t.FindServicePrincipal(WellKnown.DynamicsAppId)!.Id));

        Assert.Equal([PhraseCodes.BlockedDynamicsMissing], (await contoso.PlanAsync()).Blockers.Select(b => b.Code));
    }

    [Fact]
    public async Task Cannot_go_on_where_secrets_are_forbidden()
    {
        Restrict(new PasswordRestriction { RestrictionType = "passwordAddition" });

        Assert.Equal([PhraseCodes.BlockedSecretsForbidden], (await contoso.PlanAsync()).Blockers.Select(b => b.Code));
    }

    [Fact]
    public async Task Ignores_restrictions_for_apps_that_are_older_or_that_are_switched_off()
    {
        Restrict(
            new PasswordRestriction { RestrictionType = "passwordAddition", State = "disabled" },
            new PasswordRestriction { RestrictionType = "passwordAddition", RestrictForAppsCreatedAfterDateTime = contoso.Clock.GetUtcNow().AddYears(1) });

        Assert.Empty((await contoso.PlanAsync()).Blockers);
    }

    [Fact]
    public async Task Shortens_the_secret_to_what_the_tenant_allows_and_says_so()
    {
        Restrict(new PasswordRestriction { RestrictionType = "passwordLifetime", MaxLifetime = "P90D" });

        var plan = await contoso.PlanAsync();

        Assert.Equal(90, plan.SecretLifetimeDays);
        var capped = Assert.Single(plan.Risks, r => r.Code == PhraseCodes.LifetimeCapped);
        Assert.Equal(("180", "90"), (capped.Values!["days"], capped.Values["maximum"]));
    }

    [Fact]
    public async Task Warns_of_security_defaults()
    {
        contoso.Change(t => t.SecurityDefaults = new SecurityDefaults { IsEnabled = true });

        Assert.Contains((await contoso.PlanAsync()).Risks, r => r.Code == PhraseCodes.SecurityDefaultsOn);
    }

    [Fact]
    public async Task Mentions_apps_of_the_same_name()
    {
        contoso.Change(t =>
        {
            var other = new Application { Id = Guid.NewGuid(), AppId = Guid.NewGuid(), DisplayName = "O'Neill's Marketo" };
            t.Applications.Add(other.Id, other);
        });
        contoso.Details = contoso.Details with { AppName = "O'Neill's Marketo" };

        var mentioned = Assert.Single((await contoso.PlanAsync()).Risks, r => r.Code == PhraseCodes.AppNamesakesLeftAlone);
        Assert.Equal("1", mentioned.Values!["count"]);
    }

    [Fact]
    public async Task Does_not_lift_what_somebody_disabled()
    {
        await contoso.ApplyAsync();
        contoso.ChangeServicePrincipal(p => p with { AccountEnabled = false });

        Assert.Equal([PhraseCodes.BlockedServicePrincipalDisabled], (await contoso.PlanAsync()).Blockers.Select(b => b.Code));
    }

    [Theory]
    [InlineData("User.Read.All")]
    [InlineData("Domain.Read.All")]
    [InlineData("Policy.Read.All")]
    public async Task Goes_on_without_a_reading_permission_and_says_what_was_not_checked(string permission)
    {
        contoso.Withhold(permission);

        var plan = await contoso.PlanAsync();

        Assert.Empty(plan.Blockers);
        Assert.Contains(plan.Risks, r => r.Code == PhraseCodes.NotCheckedPermission && r.Values!["permission"] == permission);
    }

    [Fact]
    public async Task Cannot_go_on_without_the_permission_to_look_for_applications()
    {
        contoso.Withhold("Application.ReadWrite.OwnedBy");

        var blocker = Assert.Single((await contoso.PlanAsync()).Blockers);

        Assert.Equal((PhraseCodes.BlockedPermissionMissing, "Application.ReadWrite.OwnedBy"), (blocker.Code, blocker.Values!["permission"]));
    }

    [Fact]
    public async Task Is_not_made_up_when_the_tenant_does_not_answer()
    {
        contoso.Road.Answer("GET", "/domains", HttpStatusCode.TooManyRequests, retryAfter: 9);

        var unavailable = await Assert.ThrowsAsync<TenantUnavailableException>(contoso.PlanAsync);

        Assert.Equal(TimeSpan.FromSeconds(9), unavailable.RetryAfter);
    }

    private void Restrict(params PasswordRestriction[] restrictions) => contoso.Change(t =>
        t.AppManagement = new AppManagementPolicy { IsEnabled = true, ApplicationRestrictions = new CredentialRestrictions { PasswordCredentials = restrictions } });
}
