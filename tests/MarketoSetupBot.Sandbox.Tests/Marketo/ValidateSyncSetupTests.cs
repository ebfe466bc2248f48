using MarketoSetupBot.Sandbox.World;
using Xunit;

namespace MarketoSetupBot.Sandbox.Tests.Marketo;

public sealed class ValidateSyncSetupTests : IAsyncLifetime
{
    private MarketoDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await MarketoDesk.SitDownAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task The_right_secret_gives_seven_ticks()
    {
        await _desk.SaveAsync(_desk.IssueSecret().Value);
        Assert.Equal("✓✓✓✓✓✓✓", await _desk.ValidateAsync());
    }

    [Fact]
    public async Task Before_client_id_and_secret_are_entered_only_the_url_is_right() =>
        Assert.Equal("✓✗✗✗✗✗✗", await _desk.ValidateAsync());

    [Fact]
    public async Task A_truncated_secret_fails_the_sign_in()
    {
        await _desk.SaveAsync(_desk.IssueSecret().Value[..^1]);
        Assert.Equal("✓✗✗✗✗✗✗", await _desk.ValidateAsync());
    }

    [Fact]
    public async Task A_secret_with_a_blank_behind_it_is_sent_as_it_was_pasted()
    {
        await _desk.SaveAsync(_desk.IssueSecret().Value + " ");
        Assert.Equal("✓✗✗✗✗✗✗", await _desk.ValidateAsync());
    }

    [Fact]
    public async Task The_id_of_the_secret_in_place_of_its_value_fails_the_sign_in()
    {
        await _desk.SaveAsync(_desk.IssueSecret().KeyId.ToString());
        Assert.Equal("✓✗✗✗✗✗✗", await _desk.ValidateAsync());
    }

    [Fact]
    public async Task An_expired_secret_fails_the_sign_in()
    {
        await _desk.SaveAsync(_desk.IssueSecret(life: TimeSpan.FromMinutes(-1)).Value);
        Assert.Equal("✓✗✗✗✗✗✗", await _desk.ValidateAsync());
    }

    [Fact]
    public async Task A_wrong_client_id_fails_the_sign_in()
    {
        await _desk.SaveAsync(_desk.IssueSecret().Value, clientId: Guid.NewGuid().ToString());
        Assert.Equal("✓✗✗✗✗✗✗", await _desk.ValidateAsync());
    }

    [Fact]
    public async Task A_wrong_password_fails_the_sign_in()
    {
        await _desk.SaveAsync(_desk.IssueSecret().Value, password: "not the password");
        Assert.Equal("✓✗✗✗✗✗✗", await _desk.ValidateAsync());
    }

    [Fact]
    public async Task A_federated_sync_user_without_a_home_realm_discovery_policy_fails_the_sign_in()
    {
        await _desk.SaveAsync(_desk.IssueSecret().Value, username: Contoso.FederatedSyncUser.UserPrincipalName);
        Assert.Equal("✓✗✗✗✗✗✗", await _desk.ValidateAsync());
    }

    [Theory]
    [InlineData("https://fabrikam.crm.dynamics.com")]
    [InlineData("https://dynamics.example.com")]
    public async Task An_address_without_an_organisation_fails_everything(string url)
    {
        await _desk.SaveAsync(_desk.IssueSecret().Value, url: url);
        Assert.Equal("✗✗✗✗✗✗✗", await _desk.ValidateAsync());
    }

    [Theory]
    [InlineData("https://contoso.crm.dynamics.com")]
    [InlineData("https://contoso.api.crm.dynamics.com/XRMServices/2011/Organization.svc")]
    public async Task Every_address_of_the_organisation_will_do(string url)
    {
        await _desk.SaveAsync(_desk.IssueSecret().Value, url: url);
        Assert.Equal("✓✓✓✓✓✓✓", await _desk.ValidateAsync());
    }

    [Fact]
    public async Task Missing_consent_shows_at_the_role_and_not_at_the_password()
    {
        lock (_desk.Tenant.Gate) _desk.Tenant.Grants.Clear();
        await _desk.SaveAsync(_desk.IssueSecret().Value);
        Assert.Equal("✓✓✗✗✗✗✗", await _desk.ValidateAsync());
    }

    [Fact]
    public async Task Without_the_role_only_the_third_check_is_red()
    {
        await _desk.OrganisationAsync(new { hasSyncRole = false });
        Assert.Equal("✓✓✗✓✓✓✓", await ValidateRightSecretAsync());
    }

    [Fact]
    public async Task Without_the_solution_there_is_nothing_to_be_enabled_or_assigned()
    {
        await _desk.OrganisationAsync(new { solutionInstalled = false });
        Assert.Equal("✓✓✓✗✗✗✗", await ValidateRightSecretAsync());
    }

    [Fact]
    public async Task One_disabled_step_makes_the_fifth_check_red()
    {
        await _desk.OrganisationAsync(new { disabledSteps = new[] { "Marketo: Update of contact" } });
        Assert.Equal("✓✓✓✓✗✓✓", await ValidateRightSecretAsync());
    }

    [Fact]
    public async Task Nobody_in_Marketo_Config_makes_the_last_two_red()
    {
        await _desk.OrganisationAsync(new { configuredUser = "" });
        Assert.Equal("✓✓✓✓✓✗✗", await ValidateRightSecretAsync());
    }

    [Fact]
    public async Task Another_user_in_Marketo_Config_makes_the_last_one_red()
    {
        await _desk.OrganisationAsync(new { configuredUser = Contoso.Megan.UserPrincipalName });
        Assert.Equal("✓✓✓✓✓✓✗", await ValidateRightSecretAsync());
    }

    [Fact]
    public async Task A_sync_user_disabled_in_Dynamics_can_sign_in_and_read_nothing()
    {
        await _desk.OrganisationAsync(new { userDisabled = true });
        Assert.Equal("✓✓✗✗✗✗✗", await ValidateRightSecretAsync());
    }

    private async Task<string> ValidateRightSecretAsync()
    {
        await _desk.SaveAsync(_desk.IssueSecret().Value);
        return await _desk.ValidateAsync();
    }
}
