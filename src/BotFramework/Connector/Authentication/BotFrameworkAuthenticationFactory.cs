// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Security.Claims;
using Microsoft.Bot.Connector.Rest;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Makes what checks the callers of a bot whose app a credentials factory knows.</summary>
public static class BotFrameworkAuthenticationFactory
{
    /// <summary>For a bot without an app: nobody is let in. The original lets everybody in.</summary>
    public static BotFrameworkAuthentication Create() => new Nobody();

    /// <remarks>
    /// The addresses of the public cloud are built in, and each one given must be one of them. <paramref name="validateAuthority"/> and the address of the
    /// emulator's keys have no effect: the first is always so, and the emulator's tokens are not accepted.
    /// </remarks>
    /// <exception cref="NotSupportedException">Another cloud than the public one.</exception>
    /// <exception cref="InvalidOperationException">The factory does not know the bot's tenant: see ConfigurationBotFrameworkAuthentication.</exception>
    public static BotFrameworkAuthentication Create(
        string channelService,
        bool validateAuthority,
        string toChannelFromBotLoginUrl,
        string toChannelFromBotOAuthScope,
        string toBotFromChannelTokenIssuer,
        string oAuthUrl,
        string toBotFromChannelOpenIdMetadataUrl,
        string toBotFromEmulatorOpenIdMetadataUrl,
        string callerId,
        ServiceClientCredentialsFactory credentialFactory,
        AuthenticationConfiguration authConfiguration,
        IHttpClientFactory httpClientFactory,
        ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(credentialFactory);
        (string Given, string Public)[] addresses =
        [
            (channelService, null),
            (toChannelFromBotLoginUrl, null),
            (toChannelFromBotOAuthScope, AuthenticationConstants.ToChannelFromBotOAuthScope),
            (toBotFromChannelTokenIssuer, AuthenticationConstants.ToBotFromChannelTokenIssuer),
            (oAuthUrl, AuthenticationConstants.OAuthUrl),
            (toBotFromChannelOpenIdMetadataUrl, AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl),
            (callerId, CallerIdConstants.PublicAzureChannel),
        ];
        if (Array.Exists(addresses, address => !string.IsNullOrEmpty(address.Given) && address.Given != address.Public))
            throw new NotSupportedException("Only the public cloud of the Bot Framework is served here.");

        var (appId, tenantId) = credentialFactory.Bot;
        if (string.IsNullOrEmpty(appId)) return new Nobody();
        if (string.IsNullOrEmpty(tenantId)) throw new InvalidOperationException("The bot's tenant is not known.");
        return new ChannelAuthentication(appId, tenantId, credentialFactory, authConfiguration, httpClientFactory, logger, RetryRhythm.Default);
    }

    private sealed class Nobody : BotFrameworkAuthentication
    {
        public override Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken) =>
            throw new UnauthorizedAccessException();

        public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(string authHeader, string channelIdHeader, CancellationToken cancellationToken) =>
            throw new UnauthorizedAccessException();

        public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => throw WithoutApp();

        public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) => throw WithoutApp();

        public override string GetOriginatingAudience() => AuthenticationConstants.ToChannelFromBotOAuthScope;

        private static InvalidOperationException WithoutApp() => new("This bot has no app id.");
    }
}
