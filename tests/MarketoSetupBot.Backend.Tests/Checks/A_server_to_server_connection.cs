using MarketoSetupBot.Backend.Checks;
using MarketoSetupBot.Backend.Tests.Tenant;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.Dataverse;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Backend.Tests.Checks;

/// <summary>After a server-to-server setup there is no user with a password: what only such a user meets is no fault, and the application user is what counts.</summary>
public sealed class A_server_to_server_connection : IAsyncLifetime
{
    private const string Email = "marketo.app@contoso.com";
    private readonly ContosoTenant contoso = new();

    public async Task InitializeAsync()
    {
        await contoso.InitializeAsync();
        contoso.Details = contoso.Details with { Method = AuthenticationMethod.PasswordGrant };
        foreach (var step in (StepKey[])[StepKey.Application, StepKey.ServicePrincipal]) await contoso.StepAsync(step);
        contoso.Connection.Method = AuthenticationMethod.ServerToServer;
        contoso.Connection.SyncUser = contoso.Connection.ApplicationUserEmail = Email;
        Change(user => user);
    }

    public Task DisposeAsync() => contoso.DisposeAsync();

    [Fact]
    public async Task Needs_no_sync_user_no_consent_and_no_domain()
    {
        contoso.Change(t => t.SecurityDefaults = new SecurityDefaults { IsEnabled = true });
        contoso.Change(t => t.ConditionalAccess.Add("1", new ConditionalAccessPolicy { Id = "1", DisplayName = "MFA", GrantControls = new() { BuiltInControls = ["mfa"] } }));

        var results = await ValidateAsync();

        foreach (var id in (string[])[CheckIds.SyncUser, CheckIds.SyncUserPassword, CheckIds.Domain, CheckIds.SecurityDefaults, CheckIds.Consent, CheckIds.Permission, CheckIds.HashSync])
            Is(results, id, CheckState.Passed, PhraseCodes.CheckNotNeededServerToServer);
        Is(results, CheckIds.ConditionalAccess, CheckState.Passed, PhraseCodes.CheckWorkloadPoliciesClear);
        Is(results, CheckIds.SignIns, CheckState.NotChecked, PhraseCodes.NotCheckedApplicationSignIns);
    }

    [Fact]
    public async Task Is_good_with_an_application_user_that_is_enabled_has_the_role_and_the_right_email()
    {
        var results = await ValidateAsync();

        Is(results, CheckIds.DynamicsUser, CheckState.Passed, PhraseCodes.CheckDynamicsUserHealthy);
        Is(results, CheckIds.DynamicsUserName, CheckState.Passed, PhraseCodes.CheckApplicationUserEmailSame);
        Is(results, CheckIds.DynamicsRole, CheckState.Passed, PhraseCodes.CheckDynamicsRolePresent);
        Is(results, CheckIds.DynamicsConfigUser, CheckState.Passed, PhraseCodes.CheckDynamicsConfigUserSame);
    }

    [Fact]
    public async Task Is_told_that_the_application_user_is_deactivated()
    {
        Change(user => user with { IsDisabled = true });

        Is(await ValidateAsync(), CheckIds.DynamicsUser, CheckState.Failed, PhraseCodes.CheckApplicationUserDisabled);
    }

    [Fact]
    public async Task Is_told_that_the_email_is_not_what_Marketo_has()
    {
        Change(user => user with { Email = "renamed@contoso.com" });

        var differs = Is(await ValidateAsync(), CheckIds.DynamicsUserName, CheckState.Failed, PhraseCodes.CheckApplicationUserEmailDiffers);
        Assert.Equal(("renamed@contoso.com", Email), (differs.Finding.Values!["dynamics"], differs.Finding.Values["marketo"]));
    }

    [Fact]
    public async Task Is_told_that_the_role_is_missing()
    {
        Change(user => user with { Roles = [] });

        Is(await ValidateAsync(), CheckIds.DynamicsRole, CheckState.Failed, PhraseCodes.CheckDynamicsRoleMissing);
    }

    [Fact]
    public async Task Is_told_that_there_is_no_application_user()
    {
        contoso.SandboxService<Organization>().Change(o => o with { Users = [.. o.Users.Where(u => u.Email != Email)] });

        Is(await ValidateAsync(), CheckIds.DynamicsUser, CheckState.Failed, PhraseCodes.CheckApplicationUserMissing);
    }

    [Theory]
    [InlineData(true, CheckState.Warning, PhraseCodes.CheckWorkloadPoliciesMayBlock)]
    [InlineData(false, CheckState.Passed, PhraseCodes.CheckWorkloadPoliciesClear)]
    public async Task Is_told_of_policies_that_block_workload_identities(bool on, CheckState state, string code)
    {
        contoso.Change(t => t.ConditionalAccess.Add("1", new ConditionalAccessPolicy
        {
            Id = "1",
            DisplayName = "Only from our own addresses",
            State = on ? "enabled" : "disabled",
            Conditions = new() { Users = new() { IncludeUsers = ["None"] }, ClientApplications = new() { IncludeServicePrincipals = ["ServicePrincipalsInMyTenant"] } },
            GrantControls = new() { BuiltInControls = ["block"] },
        }));

        Is(await ValidateAsync(), CheckIds.ConditionalAccess, state, code);
    }

    private Task<IReadOnlyList<CheckView>> ValidateAsync() => contoso.Get<IValidation>().ValidateAsync(contoso.Connection, default);

    /// <summary>The application user of our app, which "Marketo Config" names.</summary>
    private void Change(Func<SystemUser, SystemUser> change) => contoso.SandboxService<Organization>().Change(o =>
    {
        var user = o.Users.FirstOrDefault(u => u.ApplicationId == Guid.Parse(contoso.Connection.ClientId!));
        var changed = change(user ?? new SystemUser
        {
            Id = Guid.NewGuid(),
            FullName = "Marketo",
            DomainName = "app@contoso",
            Email = Email,
            ApplicationId = Guid.Parse(contoso.Connection.ClientId!),
            AccessMode = 4,
            IsLicensed = false,
            Roles = [OrganizationState.SyncRole],
        });
        return o with { Users = [.. o.Users.Where(u => u.Id != changed.Id), changed], ConfiguredUser = changed.Id };
    });

    private static CheckView Is(IReadOnlyList<CheckView> results, string id, CheckState state, string code)
    {
        var result = results.Single(r => r.Id == id);
        Assert.Equal((id, state, code), (id, result.State, result.Finding.Code));
        return result;
    }
}
