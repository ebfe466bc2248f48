using BotFramework.Tests.Cloud;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace BotFramework.Tests.Authentication;

public sealed class FactoryTests
{
    private static readonly Activity Message = new()
    {
        Type = ActivityTypes.Message,
        ServiceUrl = MicrosoftCloud.ServiceUrl,
        ChannelId = Channels.Msteams,
        Conversation = new ConversationAccount(id: "a:1", tenantId: MicrosoftCloud.Tenant),
    };

    [Fact]
    public async Task A_bot_without_an_app_lets_nobody_in_and_has_nothing_to_send_with()
    {
        foreach (var nobody in new[] { BotFrameworkAuthenticationFactory.Create(), Of(new PasswordServiceClientCredentialFactory()) })
        {
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => nobody.AuthenticateRequestAsync(Message, "", default));
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => nobody.AuthenticateStreamingRequestAsync("", "", default));
            Assert.Throws<InvalidOperationException>(() => nobody.CreateConnectorFactory(new()));
        }

        Assert.True(await new PasswordServiceClientCredentialFactory().IsAuthenticationDisabledAsync(default));
        Assert.False(await new PasswordServiceClientCredentialFactory().IsValidAppIdAsync(null, default));
        Assert.NotNull(new CloudAdapter());
    }

    [Fact]
    public async Task The_app_of_the_credentials_is_the_one_that_is_spoken_to()
    {
        await using var cloud = await MicrosoftCloud.StartAsync();
        var header = "Bearer " + cloud.Keys.Token(TimeProvider.System.GetUtcNow());

        var itself = Of(new PasswordServiceClientCredentialFactory(MicrosoftCloud.AppId, "secret", MicrosoftCloud.Tenant, null, null), cloud);
        Assert.Equal(CallerIdConstants.PublicAzureChannel, (await itself.AuthenticateRequestAsync(Message, header, default)).CallerId);

        var another = Of(new PasswordServiceClientCredentialFactory("another", "secret", MicrosoftCloud.Tenant, null, null), cloud);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => another.AuthenticateRequestAsync(Message, header, default));
    }

    [Fact]
    public void A_bot_whose_tenant_is_not_known_and_another_cloud_are_refused()
    {
        Assert.Throws<InvalidOperationException>(() => Of(new PasswordServiceClientCredentialFactory("app", "secret", null, null, null)));
        Assert.Throws<InvalidOperationException>(() => Of(new ManagedIdentityServiceClientCredentialsFactory("app")));
        Assert.Throws<NotSupportedException>(() => BotFrameworkAuthenticationFactory.Create(
            "https://botframework.azure.us", true, null, null, null, null, null, null, null, new PasswordServiceClientCredentialFactory(), null, null, null));
    }

    private static BotFrameworkAuthentication Of(ServiceClientCredentialsFactory credentials, MicrosoftCloud? cloud = null) => BotFrameworkAuthenticationFactory.Create(
        null, true, null, AuthenticationConstants.ToChannelFromBotOAuthScope, null, null, null, null, null, credentials, new AuthenticationConfiguration(), cloud?.Http, null);
}
