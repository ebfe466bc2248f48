// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using System.Security.Claims;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>One cloud: who may call the bot, and as whom the bot calls.</summary>
public abstract class BotFrameworkAuthentication
{
    /// <summary>Checks that an activity comes from the Bot Framework and is meant for this bot.</summary>
    /// <exception cref="UnauthorizedAccessException">It does not, or is not. The reason is logged, never told.</exception>
    public abstract Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken);

    /// <summary>Checks a streaming connection. Nothing here streams; the member keeps derived classes compatible.</summary>
    public abstract Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(string authHeader, string channelIdHeader, CancellationToken cancellationToken);

    public abstract ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity);

    public abstract Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken);

    /// <summary>The audience of proactive calls: the connector's.</summary>
    public virtual string GetOriginatingAudience() => throw new NotImplementedException();
}

/// <summary>What an authenticated request may do.</summary>
public class AuthenticateRequestResult
{
    public string Audience { get; set; }

    public ClaimsIdentity ClaimsIdentity { get; set; }

    public string CallerId { get; set; }

    public ConnectorFactory ConnectorFactory { get; set; }
}

/// <summary>Makes connectors that act as the bot.</summary>
public abstract class ConnectorFactory
{
    /// <param name="serviceUrl">A service URL of the Bot Framework; any other is refused.</param>
    /// <param name="audience">Whom the token is for; null stands for the connector.</param>
    /// <param name="cancellationToken">Ends the wait for credentials.</param>
    public abstract Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken);
}
