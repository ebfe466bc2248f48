using BotFramework.Tests.Cloud;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.IdentityModel.Tokens;
using Newtonsoft.Json.Linq;

namespace BotFramework.Tests.Authentication;

public sealed class IncomingRequestTests : IAsyncLifetime
{
    private MicrosoftCloud cloud = null!;

    public async Task InitializeAsync() => cloud = await MicrosoftCloud.StartAsync();

    public Task DisposeAsync() => cloud.DisposeAsync().AsTask();

    [Fact]
    public async Task A_genuine_request_is_let_in_with_its_claims()
    {
        var result = await AuthenticateAsync(cloud.Keys.Token(cloud.Time.GetUtcNow()));

        Assert.True(result.ClaimsIdentity.IsAuthenticated);
        Assert.Equal(MicrosoftCloud.AppId, result.ClaimsIdentity.FindFirst("aud")!.Value);
        Assert.Equal("https://api.botframework.com", result.Audience);
        Assert.Equal("urn:botframework:azure", result.CallerId);
    }

    [Theory]
    [InlineData("RS384")]
    [InlineData("RS512")]
    public async Task The_longer_hashes_are_let_in_too(string algorithm) =>
        await AuthenticateAsync(Token(token => token.SigningCredentials = new(cloud.Keys["first"], algorithm)));

    [Theory]
    [Trait("Category", "Abuse")]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer not.a.token")]
    [InlineData("Bearer x")]
    [InlineData("Basic dXNlcjpwYXNz")]
    public async Task What_is_no_bearer_token_is_refused(string? header) =>
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => cloud.Authentication().AuthenticateRequestAsync(Activity(), header, default));

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task A_token_longer_than_any_real_one_is_refused() =>
        await RefusedAsync(Token(token => token.Claims["padding"] = new string('x', 20_000)));

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task An_unsigned_token_is_refused() => await RefusedAsync(Token(token => token.SigningCredentials = null));

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task A_token_signed_with_the_public_key_as_a_shared_secret_is_refused()
    {
        var publicKey = cloud.Keys["first"].Rsa.ExportSubjectPublicKeyInfo();

        await RefusedAsync(Token(token => token.SigningCredentials = new(new SymmetricSecurityKey(publicKey) { KeyId = "first" }, SecurityAlgorithms.HmacSha256)));
    }

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task A_token_signed_with_a_strangers_key_of_the_same_name_is_refused() =>
        await RefusedAsync(Token(token => token.SigningCredentials = new(BotFrameworkKeys.StrangersKey("first"), SecurityAlgorithms.RsaSha256)));

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task A_token_with_the_other_kind_of_padding_is_refused() =>
        await RefusedAsync(Token(token => token.SigningCredentials = new(cloud.Keys["first"], SecurityAlgorithms.RsaSsaPssSha256)));

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task A_token_whose_claims_were_changed_after_signing_is_refused()
    {
        var parts = Token().Split('.');
        var claims = JObject.Parse(Base64UrlEncoder.Decode(parts[1]));
        claims["extra"] = "claim";

        await RefusedAsync($"{parts[0]}.{Base64UrlEncoder.Encode(claims.ToString())}.{parts[2]}");
    }

    [Theory]
    [Trait("Category", "Abuse")]
    [InlineData("https://sts.windows.net/7d1c9a52-4b0e-4f57-9a63-2c8e5b1f0a11/")]
    [InlineData("https://login.microsoftonline.com/7d1c9a52-4b0e-4f57-9a63-2c8e5b1f0a11/v2.0")]
    [InlineData("https://api.botframework.us")]
    public async Task Another_issuer_is_refused_be_it_an_emulator_another_bot_or_another_cloud(string issuer)
    {
        await RefusedAsync(Token(token => token.Issuer = issuer));

        Assert.Empty(cloud.To("login.botframework.com"));
    }

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task A_token_for_another_bot_is_refused() => await RefusedAsync(Token(token => token.Audience = "5f3e2d1c-8b7a-4c69-b5d4-a3f2e1d0c9b8"));

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task A_token_for_this_bot_and_another_is_refused() => await RefusedAsync(Token(token =>
    {
        token.Audience = null;
        token.Audiences.Add(MicrosoftCloud.AppId);
        token.Audiences.Add("5f3e2d1c-8b7a-4c69-b5d4-a3f2e1d0c9b8");
    }));

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task A_token_is_let_in_five_minutes_around_its_time_and_no_longer()
    {
        var now = cloud.Time.GetUtcNow().UtcDateTime;

        await AuthenticateAsync(Token(token => token.Expires = now.AddMinutes(-4)));
        await RefusedAsync(Token(token => token.Expires = now.AddMinutes(-6)));
        await AuthenticateAsync(Token(token => token.NotBefore = now.AddMinutes(4)));
        await RefusedAsync(Token(token => token.NotBefore = now.AddMinutes(6)));
    }

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task A_token_without_an_end_is_refused() => await RefusedAsync(Token(token => token.Expires = null));

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task A_token_for_another_service_url_is_refused() =>
        await RefusedAsync(Token(token => token.Claims["serviceurl"] = "https://smba.trafficmanager.net/amer/"));

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task A_token_without_a_service_url_is_refused() => await RefusedAsync(Token(token => token.Claims.Remove("serviceurl")));

    [Theory]
    [Trait("Category", "Abuse")]
    [InlineData("https://evil.example/")]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://evilbotframework.com/")]
    [InlineData("https://user@smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net:8443/emea/")]
    [InlineData("https://smba.trafficmanager.net/emea/?next=")]
    public async Task A_service_url_outside_the_Bot_Framework_is_refused_whatever_the_token_says(string serviceUrl)
    {
        var activity = Activity();
        activity.ServiceUrl = serviceUrl;

        await RefusedAsync(Token(token => token.Claims["serviceurl"] = serviceUrl), activity);
    }

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task A_key_that_does_not_speak_for_Teams_is_refused()
    {
        var key = cloud.Keys.Publish("webchat-only", "webchat");

        await RefusedAsync(Token(token => token.SigningCredentials = new(key, SecurityAlgorithms.RsaSha256)));
    }

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task A_key_without_any_endorsement_is_refused()
    {
        var key = cloud.Keys.Publish("bare");

        await RefusedAsync(Token(token => token.SigningCredentials = new(key, SecurityAlgorithms.RsaSha256)));
    }

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task An_activity_without_a_channel_is_refused()
    {
        var activity = Activity();
        activity.ChannelId = null;

        await RefusedAsync(Token(), activity);
    }

    [Fact]
    public async Task A_further_endorsement_can_be_required()
    {
        var strict = cloud.Authentication(new AuthenticationConfiguration { RequiredEndorsements = ["gold"] });

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => strict.AuthenticateRequestAsync(Activity(), "Bearer " + Token(), default));
    }

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task An_activity_of_another_tenant_is_refused()
    {
        var activity = Activity();
        activity.ChannelData = JObject.FromObject(new { tenant = new { id = "00000000-0000-4000-8000-00000000beef" } });

        await RefusedAsync(Token(), activity);
    }

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task An_activity_of_Teams_that_names_no_tenant_is_refused()
    {
        var activity = Activity();
        activity.Conversation.TenantId = null;
        activity.ChannelData = null;

        await RefusedAsync(Token(), activity);
    }

    [Fact]
    public async Task A_claims_validator_has_the_last_word()
    {
        var strict = cloud.Authentication(new AuthenticationConfiguration { ClaimsValidator = new Never() });

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => strict.AuthenticateRequestAsync(Activity(), "Bearer " + Token(), default));
    }

    [Fact]
    public async Task A_refusal_says_nothing_about_its_reason()
    {
        var refusal = await Assert.ThrowsAsync<UnauthorizedAccessException>(() => AuthenticateAsync(Token(token => token.Audience = "another")));

        Assert.Equal(new UnauthorizedAccessException().Message, refusal.Message);
        Assert.Null(refusal.InnerException);
    }

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task Streaming_is_refused() =>
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => cloud.Authentication().AuthenticateStreamingRequestAsync("Bearer " + Token(), "msteams", default));

    private static Activity Activity() => new(ActivityTypes.Message)
    {
        ChannelId = "msteams",
        ServiceUrl = MicrosoftCloud.ServiceUrl,
        Conversation = new ConversationAccount { Id = "a:1", TenantId = MicrosoftCloud.Tenant },
        ChannelData = JObject.FromObject(new { tenant = new { id = MicrosoftCloud.Tenant } }),
    };

    private string Token(Action<SecurityTokenDescriptor>? change = null) => cloud.Keys.Token(cloud.Time.GetUtcNow(), change);

    private Task<AuthenticateRequestResult> AuthenticateAsync(string token, Activity? activity = null) =>
        cloud.Authentication().AuthenticateRequestAsync(activity ?? Activity(), "Bearer " + token, default);

    private async Task RefusedAsync(string token, Activity? activity = null) =>
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => AuthenticateAsync(token, activity));

    private sealed class Never : ClaimsValidator
    {
        public override Task ValidateClaimsAsync(IList<System.Security.Claims.Claim> claims) => throw new UnauthorizedAccessException();
    }
}
