using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;

namespace BotFramework.Tests.Authentication;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("MicrosoftAppId")]
    [InlineData("MicrosoftAppTenantId")]
    [InlineData("MicrosoftAppPassword")]
    public void A_missing_setting_stops_the_bot_and_is_named(string missing)
    {
        var failure = Assert.Throws<ArgumentException>(() => new ConfigurationBotFrameworkAuthentication(With(missing, string.Empty)));

        Assert.Contains(missing, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MultiTenant")]
    [InlineData("")]
    public void A_multi_tenant_app_is_refused(string type) =>
        Assert.Throws<InvalidOperationException>(() => new ConfigurationBotFrameworkAuthentication(With("MicrosoftAppType", type)));

    [Fact]
    public void A_managed_identity_is_given_no_secret() =>
        Assert.Throws<ArgumentException>(() => new ConfigurationServiceClientCredentialFactory(With("MicrosoftAppType", "UserAssignedMSI")));

    [Fact]
    public void The_cloud_of_a_government_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => new ConfigurationBotFrameworkAuthentication(With("ChannelService", GovernmentAuthenticationConstants.ChannelService)));

    [Fact]
    public async Task No_set_of_settings_disables_authentication()
    {
        var credentials = new ConfigurationServiceClientCredentialFactory(Cloud.MicrosoftCloud.Settings());

        Assert.False(await credentials.IsAuthenticationDisabledAsync(default));
        Assert.True(await credentials.IsValidAppIdAsync(Cloud.MicrosoftCloud.AppId, default));
        Assert.False(await credentials.IsValidAppIdAsync("another", default));
    }

    private static IConfiguration With(string name, string value) => new ConfigurationBuilder()
        .AddConfiguration(Cloud.MicrosoftCloud.Settings())
        .AddInMemoryCollection(new Dictionary<string, string?> { [name] = value })
        .Build();
}
