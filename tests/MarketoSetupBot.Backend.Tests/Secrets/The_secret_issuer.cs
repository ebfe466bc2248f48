using System.Net;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Plans;
using MarketoSetupBot.Backend.Secrets;
using MarketoSetupBot.Backend.Tests.Tenant;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Backend.Tests.Secrets;

public sealed class The_secret_issuer : IAsyncLifetime
{
    private readonly ContosoTenant contoso = new();

    private ISecretIssuer Issuer => contoso.Get<ISecretIssuer>();

    public async Task InitializeAsync()
    {
        await contoso.InitializeAsync();
        await contoso.ApplyAsync();
        contoso.Road.Forget();
    }

    public Task DisposeAsync() => contoso.DisposeAsync();

    [Fact]
    public async Task Creates_one_secret_that_Entra_accepts_and_that_no_log_has_seen()
    {
        var secret = await contoso.IssueAsync("marker-1", days: 90);

        var kept = Assert.Single(contoso.App.PasswordCredentials);
        Assert.Equal((secret.KeyId, "Marketo sync marker-1", secret.ExpiresAt), (kept.KeyId, kept.DisplayName, kept.EndDateTime!.Value));
        Assert.True(contoso.World.Matches(secret.KeyId, secret.Value));
        Assert.Single(contoso.Road.Calls);
        Assert.NotEmpty(contoso.Log.Lines);
        Assert.DoesNotContain(contoso.Log.Lines, line => line.Contains(secret.Value, StringComparison.Ordinal));
        Assert.DoesNotContain(secret.Value, secret.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    public async Task Never_asks_twice_however_the_answer_looks(HttpStatusCode status)
    {
        contoso.Road.AnswerAfterwards("POST", "addPassword", status);

        await Assert.ThrowsAsync<TenantUnavailableException>(() => contoso.IssueAsync("marker-1"));

        Assert.Single(contoso.Road.Writes);
        Assert.Single(contoso.App.PasswordCredentials);
    }

    [Fact]
    public async Task Removes_a_secret_whose_answer_was_lost_by_its_marker_and_no_other()
    {
        await contoso.IssueAsync("marker-1");
        contoso.Road.LoseAnswer("POST", "addPassword");
        var lost = await Assert.ThrowsAsync<TenantUnavailableException>(() => contoso.IssueAsync("marker-2"));
        Assert.Null(lost.InnerException);

        await Issuer.RemoveAsync(contoso.Connection, Asked("marker-2", null), default);

        Assert.Equal("Marketo sync marker-1", Assert.Single(contoso.App.PasswordCredentials).DisplayName);
    }

    [Fact]
    public async Task Removes_a_secret_by_its_key_id_and_is_content_when_it_is_gone()
    {
        var secret = await contoso.IssueAsync("marker-1");

        await Issuer.RemoveAsync(contoso.Connection, Asked("marker-1", secret.KeyId), default);
        await Issuer.RemoveAsync(contoso.Connection, Asked("marker-1", secret.KeyId), default);

        Assert.Empty(contoso.App.PasswordCredentials);
    }

    [Fact]
    public async Task Does_not_call_a_refused_removal_done()
    {
        var secret = await contoso.IssueAsync("marker-1");
        contoso.Road.Answer("POST", "removePassword", HttpStatusCode.BadRequest);

        await Assert.ThrowsAsync<TenantUnavailableException>(() => Issuer.RemoveAsync(contoso.Connection, Asked("marker-1", secret.KeyId), default));
    }

    [Fact]
    public async Task Is_content_to_remove_from_an_app_that_is_gone()
    {
        contoso.Change(t => t.Applications.Clear());

        await Issuer.RemoveAsync(contoso.Connection, Asked("marker-1", Guid.NewGuid()), default);
    }

    [Fact]
    public async Task Says_which_policy_code_forbids_it()
    {
        contoso.Change(t => t.AppManagement = new AppManagementPolicy
        {
            IsEnabled = true,
            ApplicationRestrictions = new CredentialRestrictions { PasswordCredentials = [new PasswordRestriction { RestrictionType = "passwordAddition" }] },
        });

        var refused = await Assert.ThrowsAsync<SecretRefusedException>(() => contoso.IssueAsync("marker-1"));

        Assert.Equal(("CredentialTypeNotAllowedAsPerAppPolicy", null), (refused.Code, refused.MissingPermission));
    }

    [Fact]
    public async Task Names_the_missing_permission()
    {
        contoso.Withhold("Application.ReadWrite.OwnedBy");

        var refused = await Assert.ThrowsAsync<SecretRefusedException>(() => contoso.IssueAsync("marker-1"));

        Assert.Equal("Application.ReadWrite.OwnedBy", refused.MissingPermission);
    }

    [Fact]
    public async Task Asks_for_patience_while_the_app_is_too_young()
    {
        contoso.Road.Answer("POST", "addPassword", HttpStatusCode.NotFound);

        await Assert.ThrowsAsync<TenantUnavailableException>(() => contoso.IssueAsync("marker-1"));
    }

    [Fact]
    public async Task Says_so_when_the_app_was_deleted()
    {
        contoso.Change(t => t.Remove(contoso.App));

        await Assert.ThrowsAsync<SecretRefusedException>(() => contoso.IssueAsync("marker-1"));
    }

    private IssuedSecret Asked(string marker, Guid? keyId) => new()
    {
        Id = Guid.NewGuid(),
        RunId = Guid.NewGuid(),
        RecipientId = "x",
        Marker = marker,
        RequestedAt = contoso.Clock.GetUtcNow(),
        KeyId = keyId,
    };
}
