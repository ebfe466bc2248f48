using System.Net;
using System.Text.Json;
using MarketoSetupBot.Sandbox.World;
using Xunit;

namespace MarketoSetupBot.Sandbox.Tests.Marketo;

public sealed class MarketoPageTests : IAsyncLifetime
{
    private MarketoDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await MarketoDesk.SitDownAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Theory]
    [InlineData("/marketo", "text/html")]
    [InlineData("/marketo/page.css", "text/css")]
    [InlineData("/marketo/page.js", "text/javascript")]
    public async Task The_page_comes_from_the_sandbox_alone(string path, string type)
    {
        using var answer = await _desk.Browser.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("http", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", string.Join(' ', answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_account_begins_as_the_guide_finds_it()
    {
        var shown = await _desk.ShownAsync();
        Assert.True(shown.GetProperty("syncEnabled").GetBoolean());
        Assert.Equal(Contoso.SyncUser.UserPrincipalName, shown.GetProperty("username").GetString());
        Assert.Equal("https://contoso.crm.dynamics.com/XRMServices/2011/Organization.svc", shown.GetProperty("url").GetString());
        Assert.True(shown.GetProperty("hasPassword").GetBoolean());
        Assert.False(shown.GetProperty("hasClientSecret").GetBoolean());
        Assert.Equal("", shown.GetProperty("clientId").GetString());
    }

    [Fact]
    public async Task Credentials_are_not_edited_while_the_sync_is_enabled()
    {
        using var answer = await _desk.PutAsync("whatever");
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("", (await _desk.ShownAsync()).GetProperty("clientId").GetString());
    }

    [Fact]
    public async Task A_saved_secret_is_never_shown_again()
    {
        var (_, value) = _desk.IssueSecret();
        await _desk.SaveAsync(value);
        var shown = await _desk.ShownAsync();
        Assert.True(shown.GetProperty("hasClientSecret").GetBoolean());
        Assert.DoesNotContain(value, shown.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_untouched_secret_stays_when_something_else_is_saved()
    {
        await _desk.SaveAsync(_desk.IssueSecret().Value);
        (await _desk.PutAsync(null)).EnsureSuccessStatusCode();
        Assert.Equal("✓✓✓✓✓✓✓", await _desk.ValidateAsync());
    }

    [Theory]
    [InlineData("", "https://contoso.crm.dynamics.com", "username")]
    [InlineData("somebody", "contoso.crm.dynamics.com", "url")]
    [InlineData("somebody", "http://contoso.crm.dynamics.com", "url")]
    public async Task What_cannot_be_right_is_refused_beside_its_field(string username, string url, string field)
    {
        using var answer = await _desk.PutAsync("x", username: username, url: url);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(field, Assert.Single(problem.RootElement.GetProperty("errors").EnumerateObject()).Name);
    }

    [Theory]
    [InlineData(true, "succeeded")]
    [InlineData(false, "failed")]
    public async Task Enabling_the_sync_begins_its_first_cycle_with_a_sign_in(bool right, string outcome)
    {
        var (_, value) = _desk.IssueSecret();
        await _desk.SaveAsync(right ? value : value[1..]);
        (await _desk.Browser.PostAsync(new Uri("/marketo/account/sync/enable", UriKind.Relative), null)).EnsureSuccessStatusCode();
        var shown = await _desk.ShownAsync();
        Assert.True(shown.GetProperty("syncEnabled").GetBoolean());
        Assert.Equal(outcome, shown.GetProperty("lastCycle").GetString());
        // A client that fails to prove itself leaves no row in the log of users.
        lock (_desk.Tenant.Gate) Assert.Equal(right ? 1 : 0, _desk.Tenant.SignIns.Count(row => row.Status.ErrorCode == 0));
    }
}
