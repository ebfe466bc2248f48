using System.Net;
using System.Net.Http.Json;
using MarketoSetupBot.Backend.Checks;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Tests.Tenant;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.Control;
using MarketoSetupBot.Sandbox.Entra;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Backend.Tests.Checks;

public sealed class A_look_into_Dynamics : IAsyncLifetime
{
    private readonly ContosoTenant contoso = new();

    private static string[] BehindTheDoor => [.. Ids.Except([CheckIds.DynamicsUrl, CheckIds.DynamicsAccess])];

    private static IEnumerable<string> Ids => CheckIds.All.Where(id => CheckIds.GroupOf(id) is CheckGroup.Dynamics);

    public Task InitializeAsync() => contoso.InitializeAsync();

    public Task DisposeAsync() => contoso.DisposeAsync();

    [Fact]
    public async Task Passes_everything_of_an_organisation_that_is_as_Marketo_wants_it()
    {
        var results = await LookAsync();

        Assert.Equal(Ids, results.Select(r => r.Id));
        Assert.All(results, r => Assert.Equal((r.Id, CheckState.Passed), (r.Id, r.State)));
        Assert.All(results.Where(r => r.Id != CheckIds.DynamicsAccess), r => Assert.StartsWith("GET /api/data/v9.2/", Assert.Single(r.Evidence).Source, StringComparison.Ordinal));
        Assert.Equal(PhraseCodes.CheckDynamicsReadAsApplication, results.Single(r => r.Id == CheckIds.DynamicsAccess).Finding.Code);
    }

    public static TheoryData<object, string, CheckState, string> Changes => new()
    {
        { new { tenant = Guid.Parse("00000000-0000-4000-8000-000000000001") }, CheckIds.DynamicsUrl, CheckState.Failed, PhraseCodes.CheckDynamicsOtherTenant },
        { new { userDisabled = true }, CheckIds.DynamicsUser, CheckState.Failed, PhraseCodes.CheckDynamicsUserDisabled },
        { new { accessMode = 3 }, CheckIds.DynamicsUser, CheckState.Failed, PhraseCodes.CheckDynamicsUserAccessMode },
        { new { accessMode = 0 }, CheckIds.DynamicsUser, CheckState.Passed, PhraseCodes.CheckDynamicsUserHealthy },
        { new { userName = "sync@contoso.com" }, CheckIds.DynamicsUserName, CheckState.Failed, PhraseCodes.CheckDynamicsUserNameDiffers },
        { new { userName = "MARKETO.SYNC@contoso.onmicrosoft.com" }, CheckIds.DynamicsUserName, CheckState.Passed, PhraseCodes.CheckDynamicsUserNameSame },
        { new { hasSyncRole = false }, CheckIds.DynamicsRole, CheckState.Failed, PhraseCodes.CheckDynamicsRoleMissing },
        { new { hasSyncRole = false, syncRoleThroughTeam = "Integration" }, CheckIds.DynamicsRole, CheckState.Warning, PhraseCodes.CheckDynamicsRoleThroughTeam },
        { new { hasSyncRole = true, syncRoleThroughTeam = "Integration" }, CheckIds.DynamicsRole, CheckState.Passed, PhraseCodes.CheckDynamicsRolePresent },
        { new { solutionInstalled = false }, CheckIds.DynamicsSolution, CheckState.Failed, PhraseCodes.CheckDynamicsSolutionMissing },
        { new { solutionVersion = "5.0.1.8" }, CheckIds.DynamicsSolutionVersion, CheckState.Warning, PhraseCodes.CheckDynamicsVersionOlder },
        { new { solutionVersion = "3.1.0.0" }, CheckIds.DynamicsSolutionVersion, CheckState.Warning, PhraseCodes.CheckDynamicsVersionAncient },
        { new { solutionVersion = "5.1.0.0" }, CheckIds.DynamicsSolutionVersion, CheckState.Warning, PhraseCodes.CheckDynamicsVersionUnknown },
        { new { solutionVersion = "next" }, CheckIds.DynamicsSolutionVersion, CheckState.Warning, PhraseCodes.CheckDynamicsVersionUnknown },
        { new { disabledSteps = new[] { "Marketo: Update of lead" } }, CheckIds.DynamicsSteps, CheckState.Failed, PhraseCodes.CheckDynamicsStepsDisabled },
        { new { configuredUser = "" }, CheckIds.DynamicsConfig, CheckState.Failed, PhraseCodes.CheckDynamicsConfigEmpty },
        { new { configuredUser = "megan@contoso.com" }, CheckIds.DynamicsConfigUser, CheckState.Failed, PhraseCodes.CheckDynamicsConfigUserDiffers },
        { new { language = 1036 }, CheckIds.DynamicsLanguage, CheckState.Warning, PhraseCodes.CheckDynamicsLanguageOther },
        { new { language = 0 }, CheckIds.DynamicsLanguage, CheckState.Passed, PhraseCodes.CheckDynamicsLanguageEnglish },
        { new { missingPrivileges = new[] { "prvReadLead" } }, CheckIds.DynamicsReadRights, CheckState.Failed, PhraseCodes.CheckDynamicsReadRightsMissing },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Says_what_was_changed(object change, string check, CheckState state, string code)
    {
        await ChangeAsync(change);

        var result = Is(await LookAsync(), check, state, code);
        if (state is not CheckState.Passed) Assert.Contains(EntraRoles.DynamicsAdministrator, result.Roles);
    }

    [Fact]
    public async Task Misses_a_sync_user_that_Dynamics_does_not_know_and_asks_nothing_that_rests_on_it()
    {
        contoso.Connection.SyncUser = "nobody@contoso.onmicrosoft.com";

        var results = await LookAsync();

        Is(results, CheckIds.DynamicsUser, CheckState.Failed, PhraseCodes.CheckDynamicsUserMissing);
        foreach (var id in (string[])[CheckIds.DynamicsUserName, CheckIds.DynamicsRole, CheckIds.DynamicsConfigUser, CheckIds.DynamicsLanguage, CheckIds.DynamicsReadRights])
            Assert.Equal(CheckIds.DynamicsUser, Is(results, id, CheckState.NotChecked, PhraseCodes.NotCheckedBecause).Finding.Values!["check"]);
        Is(results, CheckIds.DynamicsConfig, CheckState.Passed, PhraseCodes.CheckDynamicsConfigSet);
    }

    [Fact]
    public async Task Checks_neither_steps_nor_config_of_a_solution_that_is_not_there()
    {
        await ChangeAsync(new { solutionInstalled = false });

        var results = await LookAsync();

        foreach (var id in (string[])[CheckIds.DynamicsSolutionVersion, CheckIds.DynamicsSteps, CheckIds.DynamicsConfig])
            Assert.Equal(CheckIds.DynamicsSolution, Is(results, id, CheckState.NotChecked, PhraseCodes.NotCheckedBecause).Finding.Values!["check"]);
    }

    [Theory]
    [Trait("Category", "Abuse")]
    [InlineData("fabrikam.crm.dynamics.com")]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1")]
    public async Task Calls_no_host_but_one_of_Dynamics_and_finds_no_organisation_where_none_is(string host)
    {
        var elsewhere = Connection.New(Contoso.TenantId.ToString(), host, contoso.Clock.GetUtcNow());
        elsewhere.SyncUser = contoso.Connection.SyncUser;

        var results = await LookAsync(elsewhere);

        Is(results, CheckIds.DynamicsUrl, CheckState.Failed, PhraseCodes.CheckDynamicsNotFound);
        Assert.Equal(CheckIds.DynamicsUrl, Is(results, CheckIds.DynamicsAccess, CheckState.NotChecked, PhraseCodes.NotCheckedBecause).Finding.Values!["check"]);
        Assert.Empty(contoso.GraphWrites());
        Assert.DoesNotContain(contoso.SandboxService<Journal>().Read(host), e => e.IsWrite);
    }

    [Fact]
    public async Task Reads_on_behalf_of_whoever_asks_where_there_is_no_application_user()
    {
        await ChangeAsync(new { applicationUser = false });

        var results = await LookAsync(by: Contoso.Alex);

        Is(results, CheckIds.DynamicsAccess, CheckState.Passed, PhraseCodes.CheckDynamicsReadAsPerson);
        Is(results, CheckIds.DynamicsRole, CheckState.Passed, PhraseCodes.CheckDynamicsRolePresent);
    }

    [Theory]
    [InlineData("{\"applicationUser\":false}", PhraseCodes.NotCheckedDynamicsNoReader)]
    [InlineData("{\"applicationUserDisabled\":true}", PhraseCodes.NotCheckedDynamicsReaderDisabled)]
    public async Task Checks_nothing_inside_when_nobody_lets_it_in_and_says_how_to(string change, string code)
    {
        await ChangeAsync(System.Text.Json.JsonDocument.Parse(change).RootElement);

        var results = await LookAsync();

        Is(results, CheckIds.DynamicsUrl, CheckState.Passed, PhraseCodes.CheckDynamicsReachable);
        Is(results, CheckIds.DynamicsAccess, CheckState.NotChecked, code);
        foreach (var id in BehindTheDoor)
            Is(results, id, CheckState.NotChecked, PhraseCodes.NotCheckedBecause);
    }

    [Fact]
    public async Task Tells_a_person_who_is_no_user_of_the_organisation()
    {
        await ChangeAsync(new { applicationUser = false });
        await ChangeAsync(new { user = Contoso.Lynne.UserPrincipalName, userDisabled = true });

        Is(await LookAsync(by: Contoso.Lynne), CheckIds.DynamicsAccess, CheckState.NotChecked, PhraseCodes.NotCheckedDynamicsPerson);
    }

    [Fact]
    public async Task Tells_a_person_on_whose_behalf_Entra_gives_no_token()
    {
        await ChangeAsync(new { applicationUser = false });
        contoso.Change(t =>
        {
            var backend = t.FindServicePrincipal(Contoso.BackendAppId)!;
            foreach (var grant in t.Grants.Values.Where(g => g.ClientId == backend.Id).ToArray()) t.Grants.Remove(grant.Id);
        });

        Is(await LookAsync(by: Contoso.Alex), CheckIds.DynamicsAccess, CheckState.NotChecked, PhraseCodes.NotCheckedDynamicsNoToken);
    }

    [Fact]
    public async Task Says_of_each_check_that_its_reader_lacks_the_right()
    {
        await ChangeAsync(new { applicationUserMayRead = false });

        var results = await LookAsync();

        Is(results, CheckIds.DynamicsAccess, CheckState.Passed, PhraseCodes.CheckDynamicsReadAsApplication);
        foreach (var id in (string[])[CheckIds.DynamicsUser, CheckIds.DynamicsSolution, CheckIds.DynamicsConfig])
            Is(results, id, CheckState.NotChecked, PhraseCodes.NotCheckedDynamicsPrivilege);
    }

    [Theory]
    [InlineData("/solutions", CheckIds.DynamicsSolution, CheckIds.DynamicsRole)]
    [InlineData("/systemuserroles_association", CheckIds.DynamicsRole, CheckIds.DynamicsConfig)]
    [InlineData("/usersettingscollection", CheckIds.DynamicsLanguage, CheckIds.DynamicsSteps)]
    [InlineData("/EntityDefinitions", CheckIds.DynamicsConfig, CheckIds.DynamicsSteps)]
    [InlineData("RetrieveUserPrivileges", CheckIds.DynamicsReadRights, CheckIds.DynamicsConfigUser)]
    [InlineData("/sdkmessageprocessingsteps", CheckIds.DynamicsSteps, CheckIds.DynamicsSolutionVersion)]
    public async Task Tells_the_rest_when_one_read_is_not_answered(string path, string unknown, string known)
    {
        contoso.Road.Answer("GET", path, HttpStatusCode.ServiceUnavailable);

        var results = await LookAsync();

        Is(results, unknown, CheckState.NotChecked, PhraseCodes.NotCheckedOutage);
        Assert.Equal(CheckState.Passed, results.Single(r => r.Id == known).State);
    }

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task Follows_no_redirect_with_a_token()
    {
        contoso.Road.Answer("GET", "/WhoAmI", HttpStatusCode.Found);

        Assert.NotEqual(CheckState.Passed, (await LookAsync()).Single(r => r.Id == CheckIds.DynamicsAccess).State);
        Assert.Empty(contoso.GraphWrites());
    }

    [Fact]
    public async Task Writes_no_token_into_the_log()
    {
        await ChangeAsync(new { applicationUser = false });
        var token = TokenOf(Contoso.Alex);

        await contoso.Get<IValidation>().ValidateAsync(contoso.Connection, token, null, default);

        Assert.DoesNotContain(contoso.Log.Lines, line => line.Contains(token, StringComparison.Ordinal) || line.Contains("Bearer ey", StringComparison.Ordinal));
    }

    private static CheckView Is(IReadOnlyList<CheckView> results, string id, CheckState state, string code)
    {
        var result = results.Single(r => r.Id == id);
        Assert.Equal((id, state, code), (id, result.State, result.Finding.Code));
        return result;
    }

    private async Task<IReadOnlyList<CheckView>> LookAsync(Connection? connection = null, Person? by = null)
    {
        var results = await contoso.Get<IValidation>().ValidateAsync(connection ?? contoso.Connection, by is null ? null : TokenOf(by), null, default);
        return [.. results.Where(r => CheckIds.GroupOf(r.Id) is CheckGroup.Dynamics)];
    }

    private string TokenOf(Person person) => contoso.World.Locked(() => contoso.SandboxService<TokenMint>().ForPerson(
        contoso.World.Users[person.ObjectId], contoso.World.FindServicePrincipal(Contoso.BotAppId)!,
        new Resource(contoso.World.FindServicePrincipal(Contoso.BackendAppId)!, Contoso.BackendAppId.ToString(), 2), [Contoso.SetupActScope]));

    private async Task ChangeAsync(object change) =>
        (await contoso.Control.PatchAsJsonAsync("/control/dataverse", change)).EnsureSuccessStatusCode();
}
