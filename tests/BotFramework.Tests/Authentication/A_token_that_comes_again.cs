using System.Security.Claims;
using BotFramework.Tests.Cloud;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace BotFramework.Tests.Authentication;

/// <summary>The Bot Framework sends one token for an hour. Its signature is computed once; everything that can change is checked each time.</summary>
[Trait("Category", "Abuse")]
public sealed class A_token_that_comes_again : IAsyncLifetime
{
    private MicrosoftCloud cloud = null!;
    private BotFrameworkAuthentication authentication = null!;
    private string token = null!;

    public async Task InitializeAsync()
    {
        cloud = await MicrosoftCloud.StartAsync();
        authentication = cloud.Authentication();
        token = cloud.Keys.Token(cloud.Time.GetUtcNow());
        await TryAsync();
    }

    public Task DisposeAsync() => cloud.DisposeAsync().AsTask();

    [Fact]
    public async Task Is_let_in_with_the_same_claims()
    {
        var again = await TryAsync();

        Assert.True(again.ClaimsIdentity.IsAuthenticated);
        Assert.Equal(MicrosoftCloud.ServiceUrl, again.ClaimsIdentity.FindFirst("serviceurl")!.Value);
    }

    [Fact]
    public async Task Is_refused_once_its_time_is_over()
    {
        cloud.Time.Advance(TimeSpan.FromMinutes(64));
        await TryAsync();

        cloud.Time.Advance(TimeSpan.FromMinutes(2));
        await RefusedAsync();
    }

    [Fact]
    public Task Is_refused_beside_another_service_url() => RefusedAsync(activity => activity.ServiceUrl = "https://smba.trafficmanager.net/amer/");

    [Fact]
    public Task Is_refused_for_a_channel_that_its_key_does_not_speak_for() => RefusedAsync(activity => activity.ChannelId = "webchat");

    [Fact]
    public Task Is_refused_from_another_tenant() => RefusedAsync(activity => activity.Conversation.TenantId = "5f3e2d1c-8b7a-4c69-b5d4-a3f2e1d0c9b8");

    [Fact]
    public Task With_one_letter_changed_is_refused() => RefusedAsync(bearer: token[..^20] + (token[^20] == 'A' ? 'B' : 'A') + token[^19..]);

    [Fact]
    public async Task Is_refused_once_its_key_is_taken_back()
    {
        token = cloud.Keys.Token(cloud.Time.GetUtcNow(), change => change.Expires = cloud.Time.GetUtcNow().UtcDateTime.AddDays(2));
        await TryAsync();

        cloud.Keys.TakeBack("first");
        cloud.Keys.Publish("second", "msteams");
        cloud.Time.Advance(TimeSpan.FromHours(13));

        await RefusedAsync();
    }

    [Fact]
    public async Task Is_checked_anew_with_a_key_that_was_read_again()
    {
        token = cloud.Keys.Token(cloud.Time.GetUtcNow(), change => change.Expires = cloud.Time.GetUtcNow().UtcDateTime.AddDays(2));
        await TryAsync();

        cloud.Keys.TakeBack("first");
        cloud.Keys.PublishStrangers("first", "msteams");
        cloud.Time.Advance(TimeSpan.FromHours(13));

        await RefusedAsync();
    }

    [Fact]
    public async Task Does_not_say_what_was_added_to_its_claims_after_it_came_before()
    {
        (await TryAsync()).ClaimsIdentity.AddClaim(new Claim("role", "admin"));

        Assert.Null((await TryAsync()).ClaimsIdentity.FindFirst("role"));
    }

    private async Task RefusedAsync(Action<Activity>? change = null, string? bearer = null) =>
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => TryAsync(change, bearer));

    private Task<AuthenticateRequestResult> TryAsync(Action<Activity>? change = null, string? bearer = null)
    {
        var activity = new Activity(ActivityTypes.Message)
        {
            ChannelId = "msteams",
            ServiceUrl = MicrosoftCloud.ServiceUrl,
            Conversation = new ConversationAccount { TenantId = MicrosoftCloud.Tenant },
        };
        change?.Invoke(activity);
        return authentication.AuthenticateRequestAsync(activity, "Bearer " + (bearer ?? token), default);
    }
}
