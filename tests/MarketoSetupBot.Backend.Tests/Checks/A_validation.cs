using MarketoSetupBot.Backend.Checks;
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
        await contoso.HandOutAsync();
    }

    public Task DisposeAsync() => contoso.DisposeAsync();

    [Fact]
    public async Task Of_a_finished_setup_passes_every_check_in_order()
    {
        var results = await ValidateAsync();

        Assert.Equal(CheckIds.All, results.Select(r => r.Id));
        // Nobody has signed in yet, which is neither good nor bad.
        Assert.All(results.Where(r => r.Id != CheckIds.SignIns), r => Assert.Equal((r.Id, CheckState.Passed), (r.Id, r.State)));
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
        foreach (var id in (string[])[CheckIds.MicrosoftStatus, CheckIds.Audience, CheckIds.ConfidentialClient, CheckIds.ServicePrincipal, CheckIds.Permission, CheckIds.Owners, CheckIds.Redirects, CheckIds.Secret, CheckIds.SecretPolicy, CheckIds.AppCredentials, CheckIds.SignIns])
            Assert.Equal(CheckIds.Application, Is(results, id, CheckState.NotChecked, PhraseCodes.NotCheckedBecause).Finding.Values!["check"]);
        Assert.Equal(CheckIds.ServicePrincipal, Is(results, CheckIds.Consent, CheckState.NotChecked, PhraseCodes.NotCheckedBecause).Finding.Values!["check"]);
        Is(results, CheckIds.SyncUser, CheckState.Passed, PhraseCodes.CheckSyncUserHealthy);
    }

    private static CheckView Is(IReadOnlyList<CheckView> results, string id, CheckState state, string code)
    {
        var result = results.Single(r => r.Id == id);
        Assert.Equal((state, code), (result.State, result.Finding.Code));
        return result;
    }

    private Task<IReadOnlyList<CheckView>> ValidateAsync() => contoso.Get<IValidation>().ValidateAsync(contoso.Connection, default);
}
