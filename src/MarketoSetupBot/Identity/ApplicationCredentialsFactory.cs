using MarketoSetupBot.Admission;
using MarketoSetupBot.Settings;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Rest;

namespace MarketoSetupBot.Identity;

/// <summary>
/// Lets <see cref="BotApplication"/> prove the bot to the Bot Framework. The framework's own factories know neither the machine's own identity nor a token in a
/// file, and those of the original go to the network by themselves.
/// </summary>
internal sealed class ApplicationCredentialsFactory(BotSettings settings, BotApplication application) : ServiceClientCredentialsFactory
{
    private readonly Credentials credentials = new(settings, application);

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => Task.FromResult(IsOwn(appId));

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(false);

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken) =>
        IsOwn(appId) && audience == AuthenticationConstants.ToChannelFromBotOAuthScope
            ? Task.FromResult<ServiceClientCredentials>(credentials)
            : throw new InvalidOperationException("These credentials are the bot's, for the Bot Framework.");

    private bool IsOwn(string candidate) => string.Equals(candidate, settings.AppId, StringComparison.OrdinalIgnoreCase);

    private sealed class Credentials : AppCredentials, IAuthenticator
    {
        private readonly BotApplication application;

        public Credentials(BotSettings settings, BotApplication application)
            : base(settings.TenantId, customHttpClient: null, logger: null, oAuthScope: null)
        {
            MicrosoftAppId = settings.AppId;
            this.application = application;
        }

        /// <exception cref="InvalidOperationException">The request goes to a host that has no business with the bot's token.</exception>
        public override Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            TeamsHosts.Allow(request.RequestUri)
                ? base.ProcessHttpRequestAsync(request, cancellationToken)
                : throw new InvalidOperationException("The bot's token goes to hosts of Teams only.");

        async Task<AuthenticatorResult> IAuthenticator.GetTokenAsync(bool forceRefresh) =>
            new() { AccessToken = await application.TokenAsync(AuthenticationConstants.ToChannelFromBotOAuthScope, CancellationToken.None, forceRefresh) };

        protected override Lazy<IAuthenticator> BuildIAuthenticator() => new(this);
    }
}
