using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.Entra;
using MarketoSetupBot.Sandbox.World;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MarketoSetupBot.Backend.Tests;

public sealed class AuthenticationTests(SharedOffice shared) : IClassFixture<SharedOffice>, IDisposable
{
    private readonly Office _office = shared.Office;

    /// <summary>Nobody here does more than open a run: whatever token was shown, Graph has heard of no write.</summary>
    public void Dispose() => Assert.Empty(_office.GraphWrites());

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task Without_a_token_nobody_gets_in()
        => (await SendAsync(null)).MustBeRefused(401, ProblemCodes.SignInRequired);

    [Fact]
    public async Task A_person_signed_in_for_the_bot_gets_in()
        => Assert.Equal(200, (await SendAsync(_office.PersonToken(Contoso.Adele))).Status);

    [Fact]
    public async Task A_handmade_token_with_every_claim_right_gets_in()
        => Assert.Equal(200, (await SendAsync(Handmade([]))).Status);

    [Theory]
    [Trait("Category", "Abuse")]
    [InlineData("iss", "https://login.microsoftonline.com/11111111-1111-1111-1111-111111111111/v2.0")]
    [InlineData("iss", "https://sts.windows.net/7d1c9a52-4b0e-4f57-9a63-2c8e5b1f0a11/")]
    [InlineData("aud", "c0a8e6d4-5b1f-4f0e-8a37-9d2b64f7e021")]
    [InlineData("aud", "https://graph.microsoft.com")]
    [InlineData("tid", "11111111-1111-1111-1111-111111111111")]
    [InlineData("azp", "5f3e2d1c-8b7a-4c69-b5d4-a3f2e1d0c9b8")]
    [InlineData("azp", null)]
    [InlineData("scp", "User.Read")]
    [InlineData("scp", "Setup.Acting")]
    [InlineData("scp", null)]
    [InlineData("oid", null)]
    [InlineData("oid", "not-a-guid")]
    [InlineData("ver", "1.0")]
    [InlineData("idtyp", "app")]
    public async Task A_token_with_one_wrong_claim_is_refused(string claim, string? value)
        => (await SendAsync(Handmade(new() { [claim] = value }))).MustBeRefused(401, ProblemCodes.SignInRequired);

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task An_expired_token_is_refused()
        => (await SendAsync(Handmade([], expires: DateTime.UtcNow.AddMinutes(-10)))).MustBeRefused(401, ProblemCodes.SignInRequired);

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task A_token_signed_with_another_key_is_refused()
    {
        using var rsa = System.Security.Cryptography.RSA.Create(2048);
        var keyId = Keys.Entra.Credentials.Key.KeyId;
        var foreign = new SigningCredentials(new RsaSecurityKey(rsa) { KeyId = keyId }, SecurityAlgorithms.RsaSha256);
        (await SendAsync(Handmade([], signing: foreign))).MustBeRefused(401, ProblemCodes.SignInRequired);
    }

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task An_unsigned_token_is_refused()
    {
        var parts = Handmade([]).Split('.');
        var header = Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""");
        (await SendAsync($"{header}.{parts[1]}.")).MustBeRefused(401, ProblemCodes.SignInRequired);
    }

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task The_bots_own_token_acts_for_nobody()
    {
        using var http = _office.WithToken(_office.AppToken(Contoso.BotAppId));
        using var answer = await http.PostAsync(new Uri(Routes.Runs, UriKind.Relative), null);
        Assert.Equal(401, (int)answer.StatusCode);
    }

    [Fact]
    public async Task The_bots_own_token_reads_what_a_thread_shows()
    {
        var run = (await _office.As(Contoso.Adele).OpenAsync()).Value;
        Assert.Equal(run.Id, (await new PersonClient(_office, _office.WithToken(_office.AppToken(Contoso.BotAppId)), Contoso.Adele).ReadAsync(run.Id)).Value.Id);
    }

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task Another_apps_token_reads_nothing()
    {
        var run = (await _office.As(Contoso.Adele).OpenAsync()).Value;
        var stranger = new PersonClient(_office, _office.WithToken(_office.AppToken(Contoso.BackendAppId)), Contoso.Adele);
        (await stranger.ReadAsync(run.Id)).MustBeRefused(401, ProblemCodes.SignInRequired);
    }

    private SigningKeys Keys => _office.SandboxServices<SigningKeys>();

    private async Task<Answer<DefaultsView>> SendAsync(string? token)
        => await new PersonClient(_office, _office.WithToken(token), Contoso.Adele).SendAsync<DefaultsView>(HttpMethod.Get, Routes.Defaults);

    private string Handmade(Dictionary<string, string?> changed, DateTime? expires = null, SigningCredentials? signing = null)
    {
        var claims = new Dictionary<string, object>
        {
            ["iss"] = $"https://login.microsoftonline.com/{Contoso.TenantId}/v2.0",
            ["aud"] = Contoso.BackendAppId.ToString(),
            ["tid"] = Contoso.TenantId.ToString(),
            ["azp"] = Contoso.BotAppId.ToString(),
            ["oid"] = Contoso.Adele.ObjectId.ToString(),
            ["name"] = Contoso.Adele.Name,
            ["scp"] = Scopes.SetupAct,
            ["ver"] = "2.0",
        };
        foreach (var (claim, value) in changed)
        {
            if (value is null)
                claims.Remove(claim);
            else
                claims[claim] = value;
        }
        var end = expires ?? DateTime.UtcNow.AddHours(1);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = (string)claims["iss"],
            Audience = (string)claims["aud"],
            Claims = claims.Where(c => c.Key is not ("iss" or "aud")).ToDictionary(),
            NotBefore = end.AddHours(-2),
            IssuedAt = end.AddHours(-2),
            Expires = end,
            SigningCredentials = signing ?? Keys.Entra.Credentials,
        });
    }
}
