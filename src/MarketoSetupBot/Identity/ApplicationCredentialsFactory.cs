using System.Net.Http.Headers;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Rest;

namespace MarketoSetupBot.Identity;

/// <summary>Lets <see cref="BotApplication"/> prove the bot to the Bot Framework, for proofs that the framework has no factory for.</summary>
internal sealed class ApplicationCredentialsFactory(string appId, BotApplication application) : ServiceClientCredentialsFactory
{
    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => Task.FromResult(IsOwn(appId));

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(false);

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken) =>
        IsOwn(appId) && audience == AuthenticationConstants.ToChannelFromBotOAuthScope
            ? Task.FromResult<ServiceClientCredentials>(new Credentials(application))
            : throw new InvalidOperationException("These credentials are the bot's, for the Bot Framework.");

    private bool IsOwn(string candidate) => string.Equals(candidate, appId, StringComparison.OrdinalIgnoreCase);

    private sealed class Credentials(BotApplication application) : ServiceClientCredentials
    {
        public override async Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var token = await application.TokenAsync(AuthenticationConstants.ToChannelFromBotOAuthScope, cancellationToken);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
    }
}
