using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using MarketoSetupBot.Sandbox.Tests.Marketo;
using MarketoSetupBot.Sandbox.World;
using Xunit;

namespace MarketoSetupBot.Sandbox.Tests.Dataverse;

public sealed class DataverseReadsTests : IAsyncLifetime
{
    private const string Organisation = "https://contoso.crm.dynamics.com";
    private MarketoDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await MarketoDesk.SitDownAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task A_question_without_a_token_is_answered_with_where_to_get_one()
    {
        using var answer = await _desk.Cloud.GetAsync(Address("WhoAmI"));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains($"https://login.microsoftonline.com/{Contoso.TenantId}/oauth2/authorize", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_backends_application_user_reads_with_an_app_token()
    {
        await AsBackendAsync();
        var me = await ReadAsync("WhoAmI");
        var user = await ReadAsync($"systemusers({me.GetProperty("UserId").GetGuid()})?$select=applicationid");
        Assert.Equal(Contoso.BackendAppId, user.GetProperty("applicationid").GetGuid());
    }

    [Fact]
    public async Task A_token_for_another_resource_is_worth_nothing_here()
    {
        await AsAppAsync(Contoso.BackendAppId, _desk.Secrets.Backend, "https://graph.microsoft.com/.default");
        using var answer = await _desk.Cloud.GetAsync(Address("WhoAmI"));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task An_app_without_an_application_user_is_not_a_member()
    {
        await AsAppAsync(Contoso.BotAppId, _desk.Secrets.Bot, $"{Organisation}/.default");
        await RefusedAsync("WhoAmI", HttpStatusCode.Forbidden, "0x80072560");
    }

    [Theory]
    [InlineData("systemusers?$filter=domainname eq 'marketo.sync@contoso.onmicrosoft.com'", 1)]
    [InlineData("systemusers?$filter=domainname eq 'MARKETO.SYNC@contoso.onmicrosoft.com' and isdisabled eq false", 1)]
    [InlineData("systemusers?$filter=domainname eq 'o''brien@contoso.com'", 0)]
    [InlineData("systemusers?$filter=applicationid eq 5f3e2d1c-8b7a-4c69-b5d4-a3f2e1d0c9b8", 1)]
    [InlineData("systemusers?$filter=applicationid ne null or (accessmode eq 4 and contains(fullname,'corp'))", 2)]
    [InlineData("solutions?$select=friendlyname,version&$filter=friendlyname eq 'Marketo Lead Management'", 1)]
    [InlineData("sdkmessageprocessingsteps?$select=name,statecode&$filter=statecode eq 0&$top=2", 2)]
    [InlineData("EntityDefinitions?$select=LogicalName,EntitySetName,DisplayName", 3)]
    [InlineData("mkt_marketoconfigs", 1)]
    public async Task Rows_are_found_by_simple_filters(string question, int rows)
    {
        await AsBackendAsync();
        Assert.Equal(rows, (await ReadAsync(question)).GetProperty("value").GetArrayLength());
    }

    [Theory]
    [InlineData("systemusers?$select=nosuchcolumn", HttpStatusCode.BadRequest, "0x80060888")]
    [InlineData("systemusers?$filter=domainname is 'x'", HttpStatusCode.BadRequest, "0x80060888")]
    [InlineData("nosuchtable", HttpStatusCode.NotFound, "0x8006088a")]
    [InlineData("systemusers(00000000-0000-0000-0000-000000000001)", HttpStatusCode.NotFound, "0x80040217")]
    [InlineData("systemusers?$expand=businessunitid", HttpStatusCode.NotImplemented, "")]
    public async Task A_wrong_question_is_refused_in_the_shape_of_Dataverse(string question, HttpStatusCode status, string code)
    {
        await AsBackendAsync();
        await RefusedAsync(question, status, code);
    }

    [Fact]
    public async Task An_unknown_step_cannot_be_disabled() =>
        await Assert.ThrowsAsync<HttpRequestException>(() => _desk.OrganisationAsync(new { disabledSteps = new[] { "no such step" } }));

    private static Uri Address(string question) => new($"{Organisation}/api/data/v9.2/{question}");

    private Task AsBackendAsync() => AsAppAsync(Contoso.BackendAppId, _desk.Secrets.Backend, $"{Organisation}/.default");

    private async Task AsAppAsync(Guid appId, string secret, string scope)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = appId.ToString(),
            ["client_secret"] = secret,
            ["scope"] = scope,
        });
        using var answer = await _desk.Cloud.PostAsync(new Uri($"https://login.microsoftonline.com/{Contoso.TenantId}/oauth2/v2.0/token"), form);
        using var token = JsonDocument.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
        _desk.Cloud.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.RootElement.GetProperty("access_token").GetString());
    }

    private async Task<JsonElement> ReadAsync(string question)
    {
        using var answer = await _desk.Cloud.GetAsync(Address(question));
        using var body = JsonDocument.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
        return body.RootElement.Clone();
    }

    private async Task RefusedAsync(string question, HttpStatusCode status, string code)
    {
        using var answer = await _desk.Cloud.GetAsync(Address(question));
        Assert.Equal(status, answer.StatusCode);
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(code, body.RootElement.GetProperty("error").GetProperty("code").GetString());
    }
}
