// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Security.Claims;
using Microsoft.Bot.Connector.Authentication.Inbound;
using Microsoft.Bot.Connector.Authentication.Outbound;
using Microsoft.Bot.Connector.Authentication.Tokens;
using Microsoft.Bot.Connector.Rest;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The Bot Framework's public cloud for one single-tenant bot.</summary>
internal sealed class ChannelAuthentication : BotFrameworkAuthentication
{
    private readonly string appId;
    private readonly string tenantId;
    private readonly ServiceClientCredentialsFactory credentials;
    private readonly IHttpClientFactory http;
    private readonly RetryRhythm rhythm;
    private readonly ChannelTokens tokens;
    private readonly ILogger logger;
    private int asked;

    public ChannelAuthentication(string appId, string tenantId, ServiceClientCredentialsFactory credentialsFactory, AuthenticationConfiguration authConfiguration, IHttpClientFactory httpClientFactory, ILogger logger, RetryRhythm rhythm)
    {
        this.appId = appId;
        this.tenantId = tenantId;
        this.logger = logger ?? NullLogger.Instance;
        this.rhythm = rhythm;
        http = httpClientFactory ?? SharedHttp.Instance;
        credentials = credentialsFactory;
        credentials.OfferHttp(http);
        tokens = new ChannelTokens(appId, new SigningKeys(http, rhythm.Time, this.logger), authConfiguration ?? new AuthenticationConfiguration(), rhythm.Time, this.logger);
    }

    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        WarmUp();
        var identity = await tokens.ValidateAsync(activity, authHeader, cancellationToken).ConfigureAwait(false);
        if (!Tenants.IsFrom(activity, tenantId))
        {
            AuthenticationLog.ForeignTenant(logger);
            throw new UnauthorizedAccessException();
        }

        return new AuthenticateRequestResult
        {
            ClaimsIdentity = identity,
            Audience = AuthenticationConstants.ToChannelFromBotOAuthScope,
            CallerId = CallerIdConstants.PublicAzureChannel,
            ConnectorFactory = CreateConnectorFactory(identity),
        };
    }

    public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(string authHeader, string channelIdHeader, CancellationToken cancellationToken) =>
        throw new UnauthorizedAccessException();

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) =>
        new ServiceUrlConnectorFactory(appId, credentials, http, rhythm);

    public override async Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken)
    {
        var proof = await credentials.CreateCredentialsAsync(appId, AuthenticationConstants.ToChannelFromBotOAuthScope, string.Empty, validateAuthority: true, cancellationToken).ConfigureAwait(false);
        return new TokenServiceClient(appId, new RestSender(http.CreateClient(), proof, rhythm));
    }

    /// <summary>
    /// The first request waits for the Bot Framework's keys, and its answer for the bot's token: both are fetched at once. What goes wrong here goes
    /// wrong again, and is told, where the token is needed.
    /// </summary>
    private void WarmUp()
    {
        if (Interlocked.Exchange(ref asked, 1) == 0) _ = Task.Run(FetchTokenAsync);
    }

    private async Task FetchTokenAsync()
    {
        try
        {
            var proof = await credentials.CreateCredentialsAsync(appId, AuthenticationConstants.ToChannelFromBotOAuthScope, string.Empty, validateAuthority: true, CancellationToken.None).ConfigureAwait(false);
            if (proof is AppCredentials app) await app.GetTokenAsync().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // See the summary: whoever needs the token meets the same failure.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            AuthenticationLog.TokenNotReady(logger, failure.GetType().Name);
        }
    }

    public override string GetOriginatingAudience() => AuthenticationConstants.ToChannelFromBotOAuthScope;
}

internal static partial class AuthenticationLog
{
    [LoggerMessage(4, LogLevel.Debug, "The bot's token could not be fetched ahead: {Failure}")]
    public static partial void TokenNotReady(ILogger logger, string failure);

    [LoggerMessage(3, LogLevel.Warning, "A request to the bot was refused: another tenant")]
    public static partial void ForeignTenant(ILogger logger);
}
