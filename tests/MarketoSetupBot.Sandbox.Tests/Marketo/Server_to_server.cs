using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MarketoSetupBot.Sandbox.Control;
using MarketoSetupBot.Sandbox.World;
using Xunit;

namespace MarketoSetupBot.Sandbox.Tests.Marketo;

/// <summary>"Reconfigure New Auth Method" with Web API (S2S), and the application user that it needs.</summary>
public sealed class Server_to_server : IAsyncLifetime
{
    private const string Email = "marketo.app@contoso.com";
    private MarketoDesk _desk = null!;

    public async Task InitializeAsync()
    {
        _desk = await MarketoDesk.SitDownAsync();
        (await _desk.Browser.PostAsync(new Uri("/marketo/account/sync/disable", UriKind.Relative), null)).EnsureSuccessStatusCode();
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task Is_green_with_an_application_user_and_switched_only_then()
    {
        var secret = _desk.IssueSecret().Value;
        Assert.Equal("✓✓✗✗✗✗✗", await ProposeAsync(secret));
        Assert.Equal(HttpStatusCode.Conflict, (await SwitchAsync()).StatusCode);

        await AddApplicationUserAsync();

        Assert.Equal("✓✓✓✓✓✓✓", await ProposeAsync(secret));
        Assert.Equal("passwordGrant", (await _desk.ShownAsync()).GetProperty("method").GetString());
        Assert.Equal(HttpStatusCode.OK, (await SwitchAsync()).StatusCode);
        var shown = await _desk.ShownAsync();
        Assert.Equal(("serverToServer", Email, Contoso.TenantId.ToString()), (shown.GetProperty("method").GetString(), shown.GetProperty("username").GetString(), shown.GetProperty("tenantId").GetString()));
        Assert.Equal("✓✓✓✓✓✓✓", await _desk.ValidateAsync());
    }

    [Fact]
    public async Task Is_red_with_a_wrong_secret_tenant_or_email()
    {
        await AddApplicationUserAsync();
        var secret = _desk.IssueSecret().Value;

        Assert.Equal("✓✗✗✗✗✗✗", await ProposeAsync(secret[..^1]));
        Assert.Equal("✓✗✗✗✗✗✗", await ProposeAsync(secret, tenant: Guid.NewGuid().ToString()));
        Assert.Equal("✓✓✓✓✓✓✗", await ProposeAsync(secret, username: "somebody@contoso.com"));
    }

    [Fact]
    public async Task Is_red_where_the_application_user_lacks_the_role()
    {
        await AddApplicationUserAsync(syncRole: false);

        Assert.Equal("✓✓✗", (await ProposeAsync(_desk.IssueSecret().Value))[..3]);
    }

    [Fact]
    public async Task Is_not_configured_while_the_sync_is_enabled()
    {
        (await _desk.Browser.PostAsync(new Uri("/marketo/account/sync/enable", UriKind.Relative), null)).EnsureSuccessStatusCode();

        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(_desk.IssueSecret().Value, Email, Contoso.TenantId.ToString())).StatusCode);
    }

    [Fact]
    public async Task Can_be_prepared_by_hand_on_the_page_of_the_application_users()
    {
        var page = new Uri("/power-platform/application-users", UriKind.Relative);
        var made = await _desk.Browser.PostAsJsonAsync(page, new { clientId = _desk.App.AppId, email = Email, syncRole = false, marketoUser = false });
        var row = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("users").EnumerateArray().Single(u => u.GetProperty("email").GetString() == Email);
        await _desk.Browser.PatchAsJsonAsync($"{page}/{row.GetProperty("id").GetGuid()}", new { syncRole = true, marketoUser = true });

        Assert.Equal("✓✓✓✓✓✓✓", await ProposeAsync(_desk.IssueSecret().Value));
        Assert.Equal(HttpStatusCode.BadRequest, (await _desk.Browser.PostAsJsonAsync(page, new { clientId = _desk.App.AppId, email = "another@contoso.com" })).StatusCode);
    }

    [Theory]
    [InlineData("/power-platform", "text/html")]
    [InlineData("/power-platform/page.js", "text/javascript")]
    public async Task The_page_of_the_application_users_comes_from_the_sandbox_alone(string path, string type)
    {
        using var answer = await _desk.Browser.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("http", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task AddApplicationUserAsync(bool syncRole = true)
    {
        using var control = new SandboxControl(_desk.Browser.BaseAddress!);
        await control.AddApplicationUserAsync(_desk.App.AppId, Email, syncRole);
    }

    private async Task<string> ProposeAsync(string secret, string username = Email, string? tenant = null)
    {
        using var answer = await PostAsync(secret, username, tenant ?? Contoso.TenantId.ToString());
        var checks = (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("checks");
        return string.Concat(checks.EnumerateArray().Select(check => check.GetProperty("passed").GetBoolean() ? '✓' : '✗'));
    }

    private Task<HttpResponseMessage> PostAsync(string secret, string username, string tenant) => _desk.Browser.PostAsJsonAsync("/marketo/account/reconfiguration/validation", new
    {
        method = "serverToServer",
        username,
        password = "",
        url = "https://contoso.crm.dynamics.com",
        clientId = _desk.App.AppId.ToString(),
        clientSecret = secret,
        tenantId = tenant,
    });

    private Task<HttpResponseMessage> SwitchAsync() => _desk.Browser.PostAsync(new Uri("/marketo/account/reconfiguration/switch", UriKind.Relative), null);
}
