using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>The tokens of an adapter that keeps them itself, as a test's does, for a turn that was made by hand and holds no token service.</summary>
internal sealed class AdapterTokens(IExtendedUserTokenProvider adapter, ITurnContext turnContext, AppCredentials? credentials) : UserTokenClient
{
    public override Task<TokenResponse> GetUserTokenAsync(string userId, string connectionName, string channelId, string? magicCode, CancellationToken cancellationToken) =>
        adapter.GetUserTokenAsync(turnContext, credentials, connectionName, magicCode, cancellationToken);

    public override Task<SignInResource> GetSignInResourceAsync(string connectionName, Activity activity, string? finalRedirect, CancellationToken cancellationToken) =>
        adapter.GetSignInResourceAsync(turnContext, credentials, connectionName, activity.From?.Id, finalRedirect, cancellationToken);

    public override Task SignOutUserAsync(string userId, string connectionName, string channelId, CancellationToken cancellationToken) =>
        adapter.SignOutUserAsync(turnContext, credentials, connectionName, userId, cancellationToken);

    public override Task<TokenStatus[]> GetTokenStatusAsync(string userId, string channelId, string? includeFilter, CancellationToken cancellationToken) =>
        adapter.GetTokenStatusAsync(turnContext, credentials, userId, includeFilter, cancellationToken);

    public override Task<Dictionary<string, TokenResponse>> GetAadTokensAsync(string userId, string connectionName, string[] resourceUrls, string channelId, CancellationToken cancellationToken) =>
        adapter.GetAadTokensAsync(turnContext, credentials, connectionName, resourceUrls, userId, cancellationToken);

    public override Task<TokenResponse> ExchangeTokenAsync(string userId, string connectionName, string channelId, TokenExchangeRequest exchangeRequest, CancellationToken cancellationToken) =>
        adapter.ExchangeTokenAsync(turnContext, credentials, connectionName, userId, exchangeRequest, cancellationToken);
}
