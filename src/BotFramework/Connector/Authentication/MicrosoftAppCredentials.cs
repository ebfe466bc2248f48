// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Microsoft.Bot.Connector.Authentication.Outbound;
using Microsoft.Extensions.Logging;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The bot's app with a client secret, outside the factories. Without an app id no token is sent.</summary>
public class MicrosoftAppCredentials : AppCredentials
{
    /// <summary>The setting that holds the app's secret.</summary>
    public const string MicrosoftAppPasswordKey = "MicrosoftAppPassword";

    /// <summary>The setting that holds the app's id.</summary>
    public const string MicrosoftAppIdKey = "MicrosoftAppId";

    /// <summary>The setting that says what kind of app it is.</summary>
    public const string MicrosoftAppTypeKey = "MicrosoftAppType";

    /// <summary>The setting that holds the app's tenant.</summary>
    public const string MicrosoftAppTenantIdKey = "MicrosoftAppTenantId";

    /// <summary>Credentials of nobody.</summary>
    public static readonly MicrosoftAppCredentials Empty = new(null, null);

    public MicrosoftAppCredentials(string appId, string password, HttpClient customHttpClient = null, ILogger logger = null, string oAuthScope = null)
        : this(appId, password, channelAuthTenant: null, customHttpClient, logger, oAuthScope)
    {
    }

    public MicrosoftAppCredentials(string appId, string password, string channelAuthTenant, HttpClient customHttpClient = null, ILogger logger = null, string oAuthScope = null)
        : base(channelAuthTenant, customHttpClient, logger, oAuthScope)
    {
        if (oAuthScope is not (null or AuthenticationConstants.ToChannelFromBotOAuthScope))
            throw new ArgumentException("These credentials are for the Bot Framework.", nameof(oAuthScope));
        MicrosoftAppId = appId;
        MicrosoftAppPassword = password;
    }

    // Readable in the official class; a secret has no reader here.
    public string MicrosoftAppPassword { private get; set; }

    public override Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        string.IsNullOrEmpty(MicrosoftAppId) ? Task.CompletedTask : base.ProcessHttpRequestAsync(request, cancellationToken);

    protected override Lazy<IAuthenticator> BuildIAuthenticator() => new(() => string.IsNullOrEmpty(MicrosoftAppId)
        ? new NoToken()
        : MsalAccess.Confidential(
            MicrosoftAppId,
            ChannelAuthTenant,
            new MsalHttp(CustomHttpClient is null ? () => SharedHttp.Instance.CreateClient(string.Empty) : () => CustomHttpClient),
            app => app.WithClientSecret(MicrosoftAppPassword)));

    private sealed class NoToken : IAuthenticator
    {
        public Task<AuthenticatorResult> GetTokenAsync(bool forceRefresh = false) => Task.FromResult(new AuthenticatorResult());
    }
}
