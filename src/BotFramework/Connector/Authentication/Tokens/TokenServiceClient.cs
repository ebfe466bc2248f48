using System.Net;
using Microsoft.Bot.Connector.Rest;
using Microsoft.Bot.Schema;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication.Tokens;

/// <summary>The token service over REST.</summary>
internal sealed class TokenServiceClient(string appId, RestSender sender) : UserTokenClient
{
    private static readonly Uri Service = new(AuthenticationConstants.OAuthUrl);

    public override Task<TokenResponse?> GetUserTokenAsync(string userId, string connectionName, string channelId, string? magicCode, CancellationToken cancellationToken) =>
        SendAsync<TokenResponse>(new(HttpMethod.Get, "api/usertoken/GetToken" + Whose(userId, connectionName, channelId, ("code", magicCode))) { MayBeMissing = true }, cancellationToken);

    public override Task<SignInResource?> GetSignInResourceAsync(string connectionName, Activity activity, string? finalRedirect, CancellationToken cancellationToken)
    {
        Argument.MustSay(connectionName);
        var query = Segment.Query(("state", CreateTokenExchangeState(appId, connectionName, activity)), ("finalRedirect", finalRedirect));
        return SendAsync<SignInResource>(new(HttpMethod.Get, "api/botsignin/GetSignInResource" + query), cancellationToken);
    }

    public override Task SignOutUserAsync(string userId, string connectionName, string channelId, CancellationToken cancellationToken) =>
        SendAsync<object>(new(HttpMethod.Delete, "api/usertoken/SignOut" + Whose(userId, connectionName, channelId)) { MayBeMissing = true }, cancellationToken);

    public override async Task<TokenStatus[]> GetTokenStatusAsync(string userId, string channelId, string? includeFilter, CancellationToken cancellationToken)
    {
        Argument.MustSay(userId);
        Argument.MustSay(channelId);
        var query = Segment.Query(("userId", userId), ("channelId", channelId), ("include", includeFilter));
        return await SendAsync<TokenStatus[]>(new(HttpMethod.Get, "api/usertoken/GetTokenStatus" + query), cancellationToken).ConfigureAwait(false) ?? [];
    }

    public override async Task<Dictionary<string, TokenResponse>> GetAadTokensAsync(string userId, string connectionName, string[] resourceUrls, string channelId, CancellationToken cancellationToken) =>
        await SendAsync<Dictionary<string, TokenResponse>>(new(HttpMethod.Post, "api/usertoken/GetAadTokens" + Whose(userId, connectionName, channelId)) { Body = new AadResourceUrls(resourceUrls) }, cancellationToken).ConfigureAwait(false) ?? [];

    public override async Task<TokenResponse?> ExchangeTokenAsync(string userId, string connectionName, string channelId, TokenExchangeRequest exchangeRequest, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(exchangeRequest);
        try
        {
            return await SendAsync<TokenResponse>(new(HttpMethod.Post, "api/usertoken/exchange" + Whose(userId, connectionName, channelId)) { Body = exchangeRequest, MayBeMissing = true }, cancellationToken).ConfigureAwait(false);
        }
        catch (ErrorResponseException refusal) when (refusal.Response.StatusCode == HttpStatusCode.BadRequest)
        {
            // The message of the refusal may quote the token's claims; its code does not.
            throw new InvalidOperationException($"Unable to exchange token: ({refusal.Body?.Error?.Code})");
        }
    }

    private static string Whose(string userId, string connectionName, string channelId, (string Name, string? Value) more = default)
    {
        Argument.MustSay(userId);
        Argument.MustSay(connectionName);
        return Segment.Query(("userId", userId), ("connectionName", connectionName), ("channelId", channelId), more);
    }

    private async Task<T?> SendAsync<T>(RestCall call, CancellationToken cancellationToken)
    {
        using HttpOperationResponse<T> response = await sender.SendAsync<T>(Service, call, cancellationToken).ConfigureAwait(false);
        return response.Body;
    }
}
