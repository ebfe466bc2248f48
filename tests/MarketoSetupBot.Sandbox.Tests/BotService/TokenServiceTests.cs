using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MarketoSetupBot.Sandbox.World;
using Microsoft.IdentityModel.JsonWebTokens;

namespace MarketoSetupBot.Sandbox.Tests.BotService;

/// <summary>How the bot gets a person's token.</summary>
public sealed partial class TokenServiceTests(Sandbox sandbox) : IClassFixture<Sandbox>, IAsyncLifetime
{
    private const string Alex = "userId=29%3Aalex&connectionName=Backend&channelId=msteams";

    public Task InitializeAsync() => sandbox.Control.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_known_user_is_signed_in_silently_with_a_token_that_names_person_and_bot()
    {
        var (status, body) = await CallAsync(HttpMethod.Get, "usertoken/GetToken?" + Alex);

        Assert.Equal(200, status);
        var token = new JsonWebToken(body!["token"]!.ToString());
        Assert.Equal(Contoso.BackendAppId.ToString(), token.Audiences.Single());
        Assert.Equal($"https://login.microsoftonline.com/{Contoso.TenantId}/v2.0", token.Issuer);
        Assert.Equal(
            (Contoso.Alex.ObjectId.ToString(), Contoso.TenantId.ToString(), Contoso.BotAppId.ToString(), "Setup.Act", "Alex Wilber", "alex@contoso.com", "2.0"),
            (Claim("oid"), Claim("tid"), Claim("azp"), Claim("scp"), Claim("name"), Claim("preferred_username"), Claim("ver")));

        string Claim(string type) => token.GetClaim(type).Value;
    }

    [Fact]
    public async Task Without_the_bots_token_nobody_gets_anything()
    {
        using var response = await sandbox.Http.GetAsync("https://token.botframework.com/api/usertoken/GetToken?" + Alex);

        Assert.Equal(401, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_stranger_has_no_token_and_another_connection_does_not_exist()
    {
        var (stranger, _) = await CallAsync(HttpMethod.Get, "usertoken/GetToken?userId=29%3Anobody&connectionName=Backend&channelId=msteams");
        var (other, _) = await CallAsync(HttpMethod.Get, "usertoken/GetToken?userId=29%3Aalex&connectionName=Other&channelId=msteams");

        Assert.Equal((404, 400), (stranger, other));
    }

    [Fact]
    public async Task When_people_are_asked_the_page_shows_a_code_that_works_once()
    {
        await sandbox.Control.AskForSignInAsync();
        var (before, _) = await CallAsync(HttpMethod.Get, "usertoken/GetToken?" + Alex);

        var code = await SignInAsync(Contoso.Alex);
        var (redeemed, body) = await CallAsync(HttpMethod.Get, $"usertoken/GetToken?{Alex}&code={code}");
        var (again, _) = await CallAsync(HttpMethod.Get, $"usertoken/GetToken?{Alex}&code={code}");
        var (after, _) = await CallAsync(HttpMethod.Get, "usertoken/GetToken?" + Alex);

        Assert.Equal((404, 200, 404, 200), (before, redeemed, again, after));
        Assert.Equal(Contoso.Alex.ObjectId.ToString(), new JsonWebToken(body!["token"]!.ToString()).GetClaim("oid").Value);
    }

    [Fact]
    public async Task A_code_of_another_person_yields_that_persons_token()
    {
        await sandbox.Control.AskForSignInAsync();

        var code = await SignInAsync(Contoso.Megan);
        var (_, body) = await CallAsync(HttpMethod.Get, $"usertoken/GetToken?{Alex}&code={code}");

        Assert.Equal(Contoso.Megan.ObjectId.ToString(), new JsonWebToken(body!["token"]!.ToString()).GetClaim("oid").Value);
    }

    [Fact]
    public async Task Teams_own_token_is_exchanged_and_a_foreign_one_is_not()
    {
        await sandbox.Control.AskForSignInAsync();

        var (exchanged, body) = await CallAsync(HttpMethod.Post, "usertoken/exchange?" + Alex, new { token = await sandbox.Control.TeamsTokenAsync(Contoso.Alex) });
        var (refused, _) = await CallAsync(HttpMethod.Post, "usertoken/exchange?" + Alex, new { token = "not.a.token" });

        Assert.Equal((200, 400), (exchanged, refused));
        Assert.Equal("Setup.Act", new JsonWebToken(body!["token"]!.ToString()).GetClaim("scp").Value);
    }

    [Fact]
    public async Task After_signing_out_there_is_no_token()
    {
        await CallAsync(HttpMethod.Delete, "usertoken/SignOut?" + Alex);

        Assert.Equal(404, (await CallAsync(HttpMethod.Get, "usertoken/GetToken?" + Alex)).Status);
    }

    private async Task<string> SignInAsync(Person person)
    {
        var state = Convert.ToBase64String(Encoding.UTF8.GetBytes($$"""{"ConnectionName":"Backend","MsAppId":"{{Contoso.BotAppId}}"}"""));
        var (_, resource) = await CallAsync(HttpMethod.Get, "botsignin/GetSignInResource?state=" + Uri.EscapeDataString(state));
        Assert.Equal($"api://botid-{Contoso.BotAppId}", resource!["tokenExchangeResource"]!["uri"]!.ToString());
        var page = await sandbox.Http.GetStringAsync(resource["signInLink"]!.ToString());
        Assert.Contains(person.Name, page, StringComparison.Ordinal);
        using var picked = await sandbox.Http.PostAsync(new Uri(sandbox.Address, "/signin"), new FormUrlEncodedContent(new Dictionary<string, string> { ["connection"] = "Backend", ["person"] = person.ObjectId.ToString() }));
        return Code().Match(await picked.Content.ReadAsStringAsync()).Groups[1].Value;
    }

    private async Task<(int Status, JsonNode? Body)> CallAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, "https://token.botframework.com/api/" + path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await sandbox.BotTokenAsync("https://api.botframework.com/.default"));
        using var response = await sandbox.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    [GeneratedRegex("id=\"code\">([0-9]{6})<")]
    private static partial Regex Code();
}
