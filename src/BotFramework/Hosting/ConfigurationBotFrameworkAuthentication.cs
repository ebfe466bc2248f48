// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Security.Claims;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Connector.Rest;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>The Bot Framework's public cloud for the single-tenant bot that configuration names.</summary>
public class ConfigurationBotFrameworkAuthentication : BotFrameworkAuthentication
{
    private readonly ChannelAuthentication inner;

    /// <exception cref="ArgumentException">A setting is missing.</exception>
    /// <exception cref="InvalidOperationException">The settings ask for another cloud or for a multi-tenant app.</exception>
    public ConfigurationBotFrameworkAuthentication(IConfiguration configuration, ServiceClientCredentialsFactory credentialsFactory = null, AuthenticationConfiguration authConfiguration = null, IHttpClientFactory httpClientFactory = null, ILogger logger = null)
        : this(configuration, credentialsFactory, authConfiguration, httpClientFactory, logger, RetryRhythm.Default)
    {
    }

    internal ConfigurationBotFrameworkAuthentication(IConfiguration configuration, ServiceClientCredentialsFactory credentialsFactory, AuthenticationConfiguration authConfiguration, IHttpClientFactory httpClientFactory, ILogger logger, RetryRhythm rhythm)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (configuration["ChannelService"] is { Length: > 0 })
            throw new InvalidOperationException("ChannelService is set: only the public cloud of the Bot Framework is served here.");
        inner = new ChannelAuthentication(
            configuration["MicrosoftAppId"] is { Length: > 0 } id ? id : throw new ArgumentException("MicrosoftAppId is not set.", nameof(configuration)),
            configuration["MicrosoftAppTenantId"] is { Length: > 0 } tenant ? tenant : throw new ArgumentException("MicrosoftAppTenantId is not set.", nameof(configuration)),
            credentialsFactory ?? new ConfigurationServiceClientCredentialFactory(configuration, logger: logger),
            authConfiguration,
            httpClientFactory,
            logger,
            rhythm);
    }

    public override Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken) =>
        inner.AuthenticateRequestAsync(activity, authHeader, cancellationToken);

    public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(string authHeader, string channelIdHeader, CancellationToken cancellationToken) =>
        inner.AuthenticateStreamingRequestAsync(authHeader, channelIdHeader, cancellationToken);

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => inner.CreateConnectorFactory(claimsIdentity);

    public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) =>
        inner.CreateUserTokenClientAsync(claimsIdentity, cancellationToken);

    public override string GetOriginatingAudience() => inner.GetOriginatingAudience();
}
