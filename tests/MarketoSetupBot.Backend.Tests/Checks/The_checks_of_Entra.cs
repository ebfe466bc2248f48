using System.Globalization;
using System.Net;
using System.Reflection;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.Control;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Backend.Tests.Checks;

public sealed class The_checks_of_Entra : IClassFixture<FinishedSetup>
{
    private readonly FinishedSetup setup;

    public The_checks_of_Entra(FinishedSetup setup)
    {
        this.setup = setup;
        setup.Restore();
    }

    public static TheoryData<string> Cases => [.. EntraCases.All.Select((one, i) => $"{i} {one}")];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Say_what_is(string @case)
    {
        var expected = EntraCases.All[int.Parse(@case.Split(' ')[0], CultureInfo.InvariantCulture)];
        await expected.Change(setup);

        var result = await setup.CheckAsync(expected.Id);

        Assert.Equal((expected.State, expected.Code, expected.Repair), (result.State, result.Finding.Code, result.Repair));
        Assert.Contains(Contoso.TenantId.ToString(), result.Portal!.ToString(), StringComparison.Ordinal);
        Assert.All(result.Evidence, e => Assert.StartsWith("GET /v1.0/", e.Source, StringComparison.Ordinal));
        if (result.State is CheckState.Passed) Assert.Empty(result.Roles);
        else Assert.NotEmpty(result.Roles);
        if (result.State is not CheckState.NotChecked && result.Finding.Code != PhraseCodes.CheckHashSyncAttested && result.Finding.Code != PhraseCodes.CheckHashSyncAttestedOff)
            Assert.NotEmpty(result.Evidence);
    }

    /// <summary>What Dynamics says, and what is found of a server-to-server connection, have classes of their own.</summary>
    private static readonly string[] OfOtherTests = ["CheckDynamics", "CheckApplicationUser", "CheckWorkload", "CheckNotNeededServerToServer"];

    [Fact]
    public void Have_a_case_for_every_finding()
    {
        var codes = typeof(PhraseCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral)
            .Where(f => f.Name.StartsWith("Check", StringComparison.Ordinal) && !OfOtherTests.Any(prefix => f.Name.StartsWith(prefix, StringComparison.Ordinal))).Select(f => (string)f.GetRawConstantValue()!);
        // These two need a Global Administrator's own token; the third a connection that lost its record. Each has a test of its own.
        string[] elsewhere = [PhraseCodes.CheckHashSyncOn, PhraseCodes.CheckHashSyncOff, PhraseCodes.CheckAppOtherObject, PhraseCodes.CheckConditionalAccessMayBlock];
        Assert.Empty(codes.Except(EntraCases.All.Select(c => c.Code)).Except(elsewhere));
    }

    public static TheoryData<string, string, string> Outages => new()
    {
        { CheckIds.Application, "/v1.0/applications", PhraseCodes.NotCheckedOutage },
        { CheckIds.MicrosoftStatus, "/v1.0/applications", PhraseCodes.NotCheckedBecause },
        { CheckIds.Audience, "/v1.0/applications", PhraseCodes.NotCheckedBecause },
        { CheckIds.ConfidentialClient, "/v1.0/applications", PhraseCodes.NotCheckedBecause },
        { CheckIds.Permission, "servicePrincipals(appId='00000007", PhraseCodes.NotCheckedOutage },
        { CheckIds.ServicePrincipal, "servicePrincipals(appId=", PhraseCodes.NotCheckedOutage },
        { CheckIds.Assignment, "servicePrincipals(appId=", PhraseCodes.NotCheckedBecause },
        { CheckIds.Consent, "/oauth2PermissionGrants", PhraseCodes.NotCheckedOutage },
        { CheckIds.Owners, "/owners", PhraseCodes.NotCheckedOutage },
        { CheckIds.Redirects, "/v1.0/applications", PhraseCodes.NotCheckedBecause },
        { CheckIds.Secret, "/v1.0/applications", PhraseCodes.NotCheckedBecause },
        { CheckIds.SecretExpiry, "/v1.0/applications", PhraseCodes.NotCheckedBecause },
        { CheckIds.SecretPolicy, "/appManagementPolicies", PhraseCodes.NotCheckedOutage },
        { CheckIds.AppCredentials, "/federatedIdentityCredentials", PhraseCodes.NotCheckedOutage },
        { CheckIds.PrincipalCredentials, "/federatedIdentityCredentials", PhraseCodes.NotCheckedOutage },
        { CheckIds.OrphanedSecrets, "/v1.0/applications", PhraseCodes.NotCheckedBecause },
        { CheckIds.SyncUser, "/v1.0/users/", PhraseCodes.NotCheckedOutage },
        { CheckIds.SyncUserEnabled, "/v1.0/users/", PhraseCodes.NotCheckedBecause },
        { CheckIds.SyncUserMember, "/v1.0/users/", PhraseCodes.NotCheckedBecause },
        { CheckIds.SyncUserPassword, "/v1.0/domains", PhraseCodes.NotCheckedBecause },
        { CheckIds.Domain, "/v1.0/domains", PhraseCodes.NotCheckedOutage },
        { CheckIds.SignInPolicy, "/homeRealmDiscoveryPolicies", PhraseCodes.NotCheckedOutage },
        { CheckIds.OrganisationSignInPolicy, "/homeRealmDiscoveryPolicies", PhraseCodes.NotCheckedOutage },
        { CheckIds.HashSync, "/v1.0/domains", PhraseCodes.NotCheckedBecause },
        { CheckIds.ConditionalAccess, "/conditionalAccess/policies", PhraseCodes.NotCheckedOutage },
        { CheckIds.SecurityDefaults, "/identitySecurityDefaultsEnforcementPolicy", PhraseCodes.NotCheckedOutage },
        { CheckIds.SignIns, "/auditLogs/signIns", PhraseCodes.NotCheckedOutage },
    };

    [Theory]
    [MemberData(nameof(Outages))]
    public async Task Know_nothing_when_Microsoft_does_not_answer_and_tell_the_rest(string id, string path, string code)
    {
        setup.Contoso.Road.Answer("GET", path, HttpStatusCode.ServiceUnavailable);

        var results = await setup.ValidateAsync();

        var result = results.Single(r => r.Id == id);
        Assert.Equal((CheckState.NotChecked, code), (result.State, result.Finding.Code));
        Assert.Contains(results, r => r.State is CheckState.Passed);
    }

    public static TheoryData<string, string, bool> Permissions => new()
    {
        { CheckIds.Application, "Application.ReadWrite.OwnedBy", true }, { CheckIds.MicrosoftStatus, "Application.ReadWrite.OwnedBy", false },
        { CheckIds.Audience, "Application.ReadWrite.OwnedBy", false }, { CheckIds.ConfidentialClient, "Application.ReadWrite.OwnedBy", false },
        { CheckIds.Permission, "Application.ReadWrite.OwnedBy", false }, { CheckIds.ServicePrincipal, "Application.ReadWrite.OwnedBy", false },
        { CheckIds.Assignment, "User.Read.All", false }, { CheckIds.Consent, "DelegatedPermissionGrant.Read.All", true },
        { CheckIds.Owners, "Application.ReadWrite.OwnedBy", false }, { CheckIds.Redirects, "Application.ReadWrite.OwnedBy", false },
        { CheckIds.Secret, "Application.ReadWrite.OwnedBy", false }, { CheckIds.SecretExpiry, "Application.ReadWrite.OwnedBy", false },
        { CheckIds.SecretPolicy, "Policy.Read.All", true }, { CheckIds.AppCredentials, "Application.ReadWrite.OwnedBy", false },
        { CheckIds.PrincipalCredentials, "Application.ReadWrite.OwnedBy", false }, { CheckIds.OrphanedSecrets, "Application.ReadWrite.OwnedBy", false },
        { CheckIds.SyncUser, "User.Read.All", true }, { CheckIds.SyncUserEnabled, "User.Read.All", false }, { CheckIds.SyncUserMember, "User.Read.All", false },
        { CheckIds.SyncUserPassword, "Domain.Read.All", false }, { CheckIds.Domain, "Domain.Read.All", true }, { CheckIds.SignInPolicy, "Policy.Read.All", true },
        { CheckIds.OrganisationSignInPolicy, "Policy.Read.All", true }, { CheckIds.HashSync, "Organization.Read.All", true },
        { CheckIds.ConditionalAccess, "Policy.Read.All", true }, { CheckIds.SecurityDefaults, "Policy.Read.All", true }, { CheckIds.SignIns, "AuditLog.Read.All", true },
    };

    [Theory]
    [MemberData(nameof(Permissions))]
    public async Task Name_the_permission_that_is_missing(string id, string permission, bool itself)
    {
        if (id == CheckIds.HashSync) await setup.Levers.FederateAsync(Contoso.InitialDomain);
        setup.Contoso.Withhold(permission, "Policy.ReadWrite.ApplicationConfiguration", "DelegatedPermissionGrant.ReadWrite.All");

        var result = await setup.CheckAsync(id);

        Assert.Equal((CheckState.NotChecked, itself ? PhraseCodes.NotCheckedPermission : PhraseCodes.NotCheckedBecause), (result.State, result.Finding.Code));
        if (itself) Assert.Equal(permission, result.Finding.Values!["permission"]);
    }

    [Fact]
    public async Task Tell_who_disabled_the_service_principal_and_ask_those_who_may_enable_it()
    {
        await setup.Levers.DisableAppAsync(setup.ClientId, Contoso.Lynne);

        var result = await setup.CheckAsync(CheckIds.ServicePrincipal);

        var said = Assert.Single(result.Details);
        Assert.Equal((PhraseCodes.DetailDisabledBy, Contoso.Lynne.UserPrincipalName), (said.Code, said.Values!["by"]));
        Assert.Equal([EntraRoles.ApplicationAdministrator, EntraRoles.GlobalAdministrator], result.Roles);
        Assert.Null(result.Repair);
    }

    [Fact]
    public async Task Know_the_switch_though_the_audit_log_is_closed()
    {
        await setup.Levers.DisableAppAsync(setup.ClientId, Contoso.Lynne);
        await setup.Levers.SetPremiumAsync(false);

        var result = await setup.CheckAsync(CheckIds.ServicePrincipal);

        Assert.Equal((CheckState.Failed, PhraseCodes.DetailDisabledByUnknown), (result.State, Assert.Single(result.Details).Code));
    }

    [Fact]
    public async Task Accept_an_assignment_through_a_group()
    {
        setup.Contoso.Change(t => t.Groups[Contoso.TeamGroupId] = t.Groups[Contoso.TeamGroupId] with { Members = [Contoso.SyncUser.ObjectId] });
        await setup.Levers.ChangeAppAsync(setup.ClientId, new AppBody { AssignmentRequired = true });
        await setup.Levers.AssignAsync(setup.ClientId, Contoso.TeamGroupId);

        Assert.Equal(PhraseCodes.CheckAssignmentGiven, (await setup.CheckAsync(CheckIds.Assignment)).Finding.Code);
    }

    [Fact]
    public async Task List_foreign_credentials_by_key_and_offer_to_remove_none()
    {
        await setup.Levers.AddCredentialAsync(setup.ClientId, new CredentialBody("key", Name: "CN=theirs"));

        var result = await setup.CheckAsync(CheckIds.AppCredentials);

        Assert.Equal("CN=theirs", Assert.Single(result.Details).Values!["name"]);
        Assert.Null(result.Repair);
    }

    [Theory]
    [InlineData(true, CheckState.Passed, PhraseCodes.CheckHashSyncOn)]
    [InlineData(false, CheckState.Failed, PhraseCodes.CheckHashSyncOff)]
    public async Task Read_hash_sync_on_behalf_of_a_Global_Administrator(bool on, CheckState state, string code)
    {
        await setup.Levers.FederateAsync(Contoso.InitialDomain);
        await setup.Levers.SetPasswordHashSyncAsync(true, on);
        await setup.Levers.SetRolesAsync(Contoso.Alex, "Global Administrator");

        var result = await setup.CheckAsync(CheckIds.HashSync, Contoso.Alex);

        Assert.Equal((state, code), (result.State, result.Finding.Code));
    }

    [Fact]
    public async Task Do_not_read_hash_sync_for_anybody_else()
    {
        await setup.Levers.FederateAsync(Contoso.InitialDomain);
        await setup.Levers.SetPasswordHashSyncAsync(true, true);

        Assert.Equal(PhraseCodes.NotCheckedHashSync, (await setup.CheckAsync(CheckIds.HashSync, Contoso.Megan)).Finding.Code);
    }

    [Fact]
    public async Task Mention_an_app_that_has_our_key_and_is_another_object()
    {
        var recorded = setup.Connection.ApplicationObjectId;
        setup.Connection.ApplicationObjectId = Guid.NewGuid().ToString();
        try
        {
            Assert.Equal(PhraseCodes.CheckAppOtherObject, (await setup.CheckAsync(CheckIds.Application)).Finding.Code);
        }
        finally
        {
            setup.Connection.ApplicationObjectId = recorded;
        }
    }
}
