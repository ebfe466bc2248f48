using System.Net;
using MarketoSetupBot.Backend.Checks;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Tests.Tenant;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Backend.Tests.Checks;

public sealed class A_validation : IAsyncLifetime
{
    private readonly ContosoTenant contoso = new();

    public async Task InitializeAsync()
    {
        await contoso.InitializeAsync();
        await contoso.ApplyAsync();
        await HandOutAsync(days: 180);
    }

    public Task DisposeAsync() => contoso.DisposeAsync();

    [Fact]
    public async Task Of_a_finished_setup_passes_every_check_in_order()
    {
        var results = await ValidateAsync();

        Assert.Equal(CheckIds.All, results.Select(r => r.Id));
        Assert.All(results, r => Assert.Equal(CheckState.Passed, r.State));
        Assert.All(results.Where(r => CheckIds.GroupOf(r.Id) is not CheckGroup.Dynamics), r => Assert.Contains(Contoso.TenantId.ToString(), r.Portal!.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reads_each_thing_once_and_writes_nothing()
    {
        contoso.Road.Forget();

        await ValidateAsync();

        Assert.Equal(contoso.Road.Calls.Distinct(), contoso.Road.Calls);
        Assert.Empty(contoso.Road.Writes);
    }

    [Fact]
    public async Task Does_not_make_checks_that_rest_on_a_missing_app()
    {
        contoso.Change(t => t.Remove(contoso.App));

        var results = await ValidateAsync();

        Is(results, CheckIds.Application, CheckState.Failed, PhraseCodes.CheckAppMissing);
        foreach (var id in (string[])[CheckIds.Audience, CheckIds.ConfidentialClient, CheckIds.ServicePrincipal, CheckIds.Permission, CheckIds.Redirects, CheckIds.Secret, CheckIds.SecretPolicy])
            Assert.Equal(CheckIds.Application, Is(results, id, CheckState.NotChecked, PhraseCodes.NotCheckedBecause).Finding.Values!["check"]);
        Assert.Equal(CheckIds.ServicePrincipal, Is(results, CheckIds.Consent, CheckState.NotChecked, PhraseCodes.NotCheckedBecause).Finding.Values!["check"]);
        Is(results, CheckIds.SyncUser, CheckState.Passed, PhraseCodes.CheckSyncUserHealthy);
    }

    [Fact]
    public async Task Notices_an_app_that_Microsoft_disabled()
    {
        contoso.ChangeApp(a => a with { DisabledByMicrosoftStatus = "DisabledDueToViolationOfServicesAgreement" });

        Is(await ValidateAsync(), CheckIds.Application, CheckState.Failed, PhraseCodes.CheckAppDisabledByMicrosoft);
    }

    [Fact]
    public async Task Notices_an_audience_of_many_tenants()
    {
        contoso.ChangeApp(a => a with { SignInAudience = "AzureADMultipleOrgs" });

        var result = Is(await ValidateAsync(), CheckIds.Audience, CheckState.Failed, PhraseCodes.CheckNotSingleTenant);
        Assert.Equal("AzureADMultipleOrgs", result.Finding.Values!["audience"]);
    }

    [Fact]
    public async Task Notices_a_public_client()
    {
        contoso.ChangeApp(a => a with { IsFallbackPublicClient = true });

        Is(await ValidateAsync(), CheckIds.ConfidentialClient, CheckState.Failed, PhraseCodes.CheckPublicClient);
    }

    [Fact]
    public async Task Notices_a_disabled_service_principal_and_one_that_wants_assignment()
    {
        contoso.ChangeServicePrincipal(p => p with { AppRoleAssignmentRequired = true });
        Is(await ValidateAsync(), CheckIds.ServicePrincipal, CheckState.Warning, PhraseCodes.CheckAssignmentRequired);

        contoso.ChangeServicePrincipal(p => p with { AccountEnabled = false });
        Is(await ValidateAsync(), CheckIds.ServicePrincipal, CheckState.Failed, PhraseCodes.CheckServicePrincipalDisabled);

        contoso.Change(t => t.ServicePrincipals.Remove(Guid.Parse(contoso.Connection.ServicePrincipalObjectId!)));
        Is(await ValidateAsync(), CheckIds.ServicePrincipal, CheckState.Failed, PhraseCodes.CheckServicePrincipalMissing);
    }

    [Fact]
    public async Task Notices_a_permission_too_few_and_one_too_many()
    {
        var declared = contoso.App.RequiredResourceAccess;
        contoso.ChangeApp(a => a with { RequiredResourceAccess = [.. declared, new RequiredResourceAccess(WellKnown.GraphAppId.ToString(), [new ResourceAccess(Guid.NewGuid(), "Scope")])] });
        Is(await ValidateAsync(), CheckIds.Permission, CheckState.Warning, PhraseCodes.CheckPermissionExcess);

        contoso.ChangeApp(a => a with { RequiredResourceAccess = [] });
        Is(await ValidateAsync(), CheckIds.Permission, CheckState.Failed, PhraseCodes.CheckPermissionMissing);
    }

    [Fact]
    public async Task Accepts_consent_for_the_sync_user_alone_and_misses_none_at_all()
    {
        var grant = contoso.World.Grants[contoso.Connection.GrantId!];
        contoso.Change(t => t.Grants[grant.Id] = grant with { ConsentType = "Principal", PrincipalId = Contoso.SyncUser.ObjectId });
        Is(await ValidateAsync(), CheckIds.Consent, CheckState.Passed, PhraseCodes.CheckConsentPresent);

        contoso.Change(t => t.Grants[grant.Id] = grant with { ConsentType = "Principal", PrincipalId = Contoso.Megan.ObjectId });
        Is(await ValidateAsync(), CheckIds.Consent, CheckState.Failed, PhraseCodes.CheckConsentMissing);

        contoso.Change(t => t.Grants.Remove(grant.Id));
        Is(await ValidateAsync(), CheckIds.Consent, CheckState.Failed, PhraseCodes.CheckConsentMissing);
    }

    [Theory]
    [InlineData(31, CheckState.Passed, PhraseCodes.CheckSecretValid)]
    [InlineData(29, CheckState.Warning, PhraseCodes.CheckSecretExpiresSoon)]
    [InlineData(-1, CheckState.Failed, PhraseCodes.CheckSecretExpired)]
    public async Task Counts_the_days_of_the_secret(int daysLeft, CheckState state, string code)
    {
        var expires = contoso.Clock.GetUtcNow().AddDays(daysLeft);
        contoso.ChangeApp(a => a with { PasswordCredentials = [a.PasswordCredentials[0] with { EndDateTime = expires }] });

        Is(await ValidateAsync(), CheckIds.Secret, state, code);
    }

    [Fact]
    public async Task Misses_a_secret_that_somebody_removed()
    {
        contoso.ChangeApp(a => a with { PasswordCredentials = [] });

        Is(await ValidateAsync(), CheckIds.Secret, CheckState.Failed, PhraseCodes.CheckSecretMissing);
    }

    [Fact]
    public async Task Mentions_secrets_that_nobody_accounts_for()
    {
        contoso.ChangeApp(a => a with { PasswordCredentials = [.. a.PasswordCredentials, a.PasswordCredentials[0] with { KeyId = Guid.NewGuid() }] });

        Is(await ValidateAsync(), CheckIds.Secret, CheckState.Warning, PhraseCodes.CheckSecretsUnaccounted);
    }

    [Fact]
    public async Task Notices_what_happened_to_the_sync_user()
    {
        contoso.Change(t => t.Users[Contoso.SyncUser.ObjectId] = t.Users[Contoso.SyncUser.ObjectId] with { UserType = "Guest" });
        Is(await ValidateAsync(), CheckIds.SyncUser, CheckState.Failed, PhraseCodes.CheckSyncUserGuest);

        contoso.Change(t => t.Users[Contoso.SyncUser.ObjectId] = t.Users[Contoso.SyncUser.ObjectId] with { AccountEnabled = false });
        Is(await ValidateAsync(), CheckIds.SyncUser, CheckState.Failed, PhraseCodes.CheckSyncUserDisabled);

        contoso.Change(t => t.Users.Remove(Contoso.SyncUser.ObjectId));
        Is(await ValidateAsync(), CheckIds.SyncUser, CheckState.Failed, PhraseCodes.CheckSyncUserMissing);
    }

    [Fact]
    public async Task Notices_a_domain_that_was_federated_or_given_up()
    {
        contoso.Change(t => t.Domains[Contoso.InitialDomain] = t.Domains[Contoso.InitialDomain] with { AuthenticationType = "Federated" });
        Is(await ValidateAsync(), CheckIds.Domain, CheckState.Failed, PhraseCodes.CheckDomainFederated);

        contoso.Change(t => t.Domains.Remove(Contoso.InitialDomain));
        Is(await ValidateAsync(), CheckIds.Domain, CheckState.Failed, PhraseCodes.CheckDomainUnknown);
    }

    [Fact]
    public async Task Mentions_redirect_addresses_of_every_kind()
    {
        contoso.ChangeApp(a => a with
        {
            Web = a.Web with { RedirectUris = ["https://a.example"] },
            Spa = new SpaApplication { RedirectUris = ["https://b.example"] },
            PublicClient = new PublicClientApplication { RedirectUris = ["https://c.example"] },
        });

        Assert.Equal("3", Is(await ValidateAsync(), CheckIds.Redirects, CheckState.Warning, PhraseCodes.CheckRedirectsPresent).Finding.Values!["count"]);
    }

    [Fact]
    public async Task Notices_security_defaults()
    {
        contoso.Change(t => t.SecurityDefaults = new SecurityDefaults { IsEnabled = true });

        Is(await ValidateAsync(), CheckIds.SecurityDefaults, CheckState.Warning, PhraseCodes.CheckSecurityDefaultsOn);
    }

    [Theory]
    [InlineData("passwordAddition", null, CheckState.Warning, PhraseCodes.CheckSecretPolicyForbids)]
    [InlineData("passwordLifetime", "P90D", CheckState.Passed, PhraseCodes.CheckSecretPolicyLimited)]
    public async Task Reads_what_the_tenant_says_of_the_next_secret(string restriction, string? longest, CheckState state, string code)
    {
        contoso.Change(t => t.AppManagement = new AppManagementPolicy
        {
            IsEnabled = true,
            ApplicationRestrictions = new CredentialRestrictions { PasswordCredentials = [new PasswordRestriction { RestrictionType = restriction, MaxLifetime = longest }] },
        });

        Is(await ValidateAsync(), CheckIds.SecretPolicy, state, code);
    }

    [Fact]
    public async Task Names_the_permission_to_read_policies()
    {
        contoso.Withhold("Policy.Read.All");

        var results = await ValidateAsync();

        foreach (var id in (string[])[CheckIds.SecretPolicy, CheckIds.SecurityDefaults])
            Assert.Equal("Policy.Read.All", Is(results, id, CheckState.NotChecked, PhraseCodes.NotCheckedPermission).Finding.Values!["permission"]);
    }

    [Fact]
    public async Task Names_the_permission_that_hides_something_and_tells_the_rest()
    {
        contoso.Withhold("Domain.Read.All");

        var results = await ValidateAsync();

        Assert.Equal("Domain.Read.All", Is(results, CheckIds.Domain, CheckState.NotChecked, PhraseCodes.NotCheckedPermission).Finding.Values!["permission"]);
        Is(results, CheckIds.Consent, CheckState.Passed, PhraseCodes.CheckConsentPresent);
    }

    [Fact]
    public async Task Tells_the_rest_when_one_provider_is_out()
    {
        contoso.Road.Answer("GET", "/oauth2PermissionGrants", HttpStatusCode.ServiceUnavailable);

        var results = await ValidateAsync();

        Is(results, CheckIds.Consent, CheckState.NotChecked, PhraseCodes.NotCheckedOutage);
        Is(results, CheckIds.Permission, CheckState.Passed, PhraseCodes.CheckPermissionPresent);
    }

    private static CheckView Is(IReadOnlyList<CheckView> results, string id, CheckState state, string code)
    {
        var result = results.Single(r => r.Id == id);
        Assert.Equal((state, code), (result.State, result.Finding.Code));
        return result;
    }

    private Task<IReadOnlyList<CheckView>> ValidateAsync() => contoso.Get<IValidation>().ValidateAsync(contoso.Connection, default);

    private async Task HandOutAsync(int days)
    {
        var secret = await contoso.IssueAsync("marker-1", days);
        contoso.Connection.Secrets.Add(new IssuedSecret
        {
            Id = Guid.NewGuid(),
            RunId = Guid.NewGuid(),
            RecipientId = "x",
            Marker = "marker-1",
            RequestedAt = contoso.Clock.GetUtcNow(),
            KeyId = secret.KeyId,
            ExpiresAt = secret.ExpiresAt,
            Fate = SecretFate.Confirmed,
        });
    }
}
