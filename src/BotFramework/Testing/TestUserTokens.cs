// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Collections.Concurrent;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters;

/// <summary>The token service of a <see cref="TestAdapter"/>; it outlives the turns.</summary>
internal sealed class TestUserTokens : UserTokenClient
{
    private readonly ConcurrentDictionary<(string Connection, string Channel, string User), string> tokens = new();
    private readonly ConcurrentDictionary<(string Connection, string Channel, string User, string Code), string> coded = new();
    private readonly ConcurrentDictionary<(string Connection, string Channel, string User, string Item), string> exchanges = new();

    public void Add(string connectionName, string channelId, string userId, string token, string magicCode)
    {
        if (magicCode is null)
            tokens[(connectionName, channelId, userId)] = token;
        else
            coded[(connectionName, channelId, userId, magicCode)] = token;
    }

    /// <param name="token">Null makes the exchange throw.</param>
    public void AddExchange(string connectionName, string channelId, string userId, string item, string token) =>
        exchanges[(connectionName, channelId, userId, item)] = token;

    public override Task<TokenResponse> GetUserTokenAsync(string userId, string connectionName, string channelId, string magicCode, CancellationToken cancellationToken)
    {
        if (magicCode is not null && coded.TryRemove((connectionName, channelId, userId, magicCode), out var redeemed))
            tokens[(connectionName, channelId, userId)] = redeemed;
        return Task.FromResult(tokens.TryGetValue((connectionName, channelId, userId), out var token)
            ? new TokenResponse { ConnectionName = connectionName, Token = token }
            : null);
    }

    public override Task<SignInResource> GetSignInResourceAsync(string connectionName, Activity activity, string finalRedirect, CancellationToken cancellationToken) =>
        Task.FromResult(new SignInResource
        {
            SignInLink = $"https://fake.com/oauthsignin/{connectionName}/{activity.ChannelId}/{activity.From?.Id}",
            TokenExchangeResource = new TokenExchangeResource { Id = Guid.NewGuid().ToString(), Uri = $"api://{connectionName}/resource" },
        });

    public override Task SignOutUserAsync(string userId, string connectionName, string channelId, CancellationToken cancellationToken)
    {
        // No connection means all of them.
        foreach (var key in tokens.Keys.Where(key => key.Channel == channelId && key.User == userId && (connectionName is null || key.Connection == connectionName)))
            tokens.TryRemove(key, out _);
        return Task.CompletedTask;
    }

    public override Task<TokenStatus[]> GetTokenStatusAsync(string userId, string channelId, string includeFilter, CancellationToken cancellationToken)
    {
        var wanted = includeFilter?.Split(',');
        return Task.FromResult(tokens.Keys
            .Where(key => key.Channel == channelId && key.User == userId && (wanted is null || wanted.Contains(key.Connection)))
            .Select(key => new TokenStatus { ConnectionName = key.Connection, HasToken = true, ServiceProviderDisplayName = key.Connection })
            .ToArray());
    }

    public override Task<Dictionary<string, TokenResponse>> GetAadTokensAsync(string userId, string connectionName, string[] resourceUrls, string channelId, CancellationToken cancellationToken) =>
        Task.FromResult(new Dictionary<string, TokenResponse>());

    public override Task<TokenResponse> ExchangeTokenAsync(string userId, string connectionName, string channelId, TokenExchangeRequest exchangeRequest, CancellationToken cancellationToken)
    {
        var item = exchangeRequest?.Token ?? exchangeRequest?.Uri;
        if (!exchanges.TryGetValue((connectionName, channelId, userId, item), out var token)) return Task.FromResult<TokenResponse>(null);
        if (token is null) throw new InvalidOperationException("Exception occurred during exchanging tokens");
        return Task.FromResult(new TokenResponse { ChannelId = channelId, ConnectionName = connectionName, Token = token });
    }
}
