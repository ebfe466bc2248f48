using BotFramework.Tests.Cloud;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.IdentityModel.Tokens;

namespace BotFramework.Tests.Authentication;

public sealed class KeyRolloverTests : IAsyncLifetime
{
    private MicrosoftCloud cloud = null!;
    private BotFrameworkAuthentication authentication = null!;

    public async Task InitializeAsync()
    {
        cloud = await MicrosoftCloud.StartAsync();
        authentication = cloud.Authentication();
        await TryAsync("first");
    }

    public Task DisposeAsync() => cloud.DisposeAsync().AsTask();

    [Fact]
    public async Task Known_keys_are_read_once()
    {
        await TryAsync("first");
        await TryAsync("first");

        Assert.Equal(1, Reads());
    }

    [Fact]
    public async Task A_new_key_is_found_as_soon_as_a_token_names_it()
    {
        cloud.Keys.Publish("second", "msteams");
        cloud.Time.Advance(TimeSpan.FromMinutes(2));

        await TryAsync("second");

        Assert.Equal(2, Reads());
    }

    [Fact]
    public async Task Invented_key_names_make_the_keys_be_read_once_a_minute_at_most()
    {
        cloud.Time.Advance(TimeSpan.FromMinutes(2));
        for (var attempt = 0; attempt < 20; attempt++)
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => TryAsync(BotFrameworkKeys.StrangersKey("invented-" + attempt)));

        Assert.Equal(2, Reads());
    }

    [Fact]
    public async Task The_keys_are_read_again_after_twelve_hours()
    {
        cloud.Time.Advance(TimeSpan.FromHours(13));

        await TryAsync("first");

        Assert.Equal(2, Reads());
    }

    [Fact]
    public async Task Known_keys_serve_on_for_a_day_while_they_cannot_be_read()
    {
        cloud.Keys.Down = true;
        cloud.Time.Advance(TimeSpan.FromHours(23));

        await TryAsync("first");
    }

    [Fact]
    public async Task Keys_that_were_not_confirmed_for_a_day_are_no_reason_to_trust_or_to_refuse()
    {
        cloud.Keys.Down = true;
        cloud.Time.Advance(TimeSpan.FromHours(25));

        await Assert.ThrowsAsync<InvalidOperationException>(() => TryAsync("first"));

        cloud.Keys.Down = false;
        cloud.Time.Advance(TimeSpan.FromMinutes(2));
        await TryAsync("first");
    }

    private int Reads() => cloud.To("login.botframework.com").Count(request => request.RawTarget.EndsWith("/keys", StringComparison.Ordinal));

    private Task<AuthenticateRequestResult> TryAsync(string key) => TryAsync(cloud.Keys[key]);

    private Task<AuthenticateRequestResult> TryAsync(RsaSecurityKey key)
    {
        var token = cloud.Keys.Token(cloud.Time.GetUtcNow(), change => change.SigningCredentials = new(key, SecurityAlgorithms.RsaSha256));
        var activity = new Activity(ActivityTypes.Message)
        {
            ChannelId = "msteams",
            ServiceUrl = MicrosoftCloud.ServiceUrl,
            Conversation = new ConversationAccount { TenantId = MicrosoftCloud.Tenant },
        };
        return authentication.AuthenticateRequestAsync(activity, "Bearer " + token, default);
    }
}
