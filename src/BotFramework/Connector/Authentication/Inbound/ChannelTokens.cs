using System.Security.Claims;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.Bot.Connector.Authentication.Inbound;

/// <summary>
/// The six checks of a request from the Bot Framework: signature, issuer, audience, lifetime, service URL, endorsement.
/// There is no way around any of them, and tokens of emulators and of other bots are not among what is accepted.
/// </summary>
internal sealed partial class ChannelTokens(string appId, SigningKeys keys, AuthenticationConfiguration configuration, TimeProvider time, ILogger logger)
{
    private const int LargestToken = 16 * 1024;

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = LargestToken };

    private readonly ProvenTokens proven = new();

    /// <exception cref="UnauthorizedAccessException">The request is refused; the reason is in the log only.</exception>
    /// <exception cref="InvalidOperationException">The keys to check with cannot be had.</exception>
    public async Task<ClaimsIdentity> ValidateAsync(Activity activity, string? header, CancellationToken cancellationToken)
    {
        var bearer = Bearer(header);
        var proof = await ProveAsync(bearer, proven.TryFind(bearer, out var earlier) ? earlier : null, cancellationToken).ConfigureAwait(false);
        if (!ReferenceEquals(proof, earlier)) proven.Keep(bearer, proof);

        CheckServiceUrl(activity, proof.Identity);
        CheckEndorsements(activity, proof.Key);
        var identity = proof.Identity.Clone();
        if (configuration.ClaimsValidator is { } validator)
            await validator.ValidateClaimsAsync([.. identity.Claims]).ConfigureAwait(false);
        return identity;
    }

    /// <summary>Signature, issuer, audience and lifetime.</summary>
    /// <param name="bearer">The token's text.</param>
    /// <param name="earlier">What was found of the same text before.</param>
    private async Task<ProvenTokens.Proof> ProveAsync(string bearer, ProvenTokens.Proof? earlier, CancellationToken cancellationToken)
    {
        var token = earlier?.Token ?? Parse(bearer);

        // Before anything is fetched on a stranger's word.
        if (token.Issuer != AuthenticationConstants.ToBotFromChannelTokenIssuer)
            throw Refuse("another issuer");
        if (token.Kid is not { Length: > 0 } keyId || !Algorithms.Contains(token.Alg))
            throw Refuse("unsigned, or another algorithm");

        // A key that was read again is another object: whatever it signed is checked again.
        var key = await keys.FindAsync(keyId, cancellationToken).ConfigureAwait(false) ?? throw Refuse("unknown signing key");
        if (ReferenceEquals(key, earlier?.Key))
            return IsAlive(token.ValidFrom, token.ValidTo) ? earlier : throw Refuse("not valid any more");

        var result = await Handler.ValidateTokenAsync(token, Parameters(key.Key)).ConfigureAwait(false);
        if (!result.IsValid)
            throw Refuse(result.Exception.GetType().Name);

        // An audience list that names others too is not a token for this bot.
        if (token.Audiences.Any(audience => audience != appId))
            throw Refuse("another audience");
        return new(token, key, result.ClaimsIdentity);
    }

    private string Bearer(string? header)
    {
        const string Scheme = "Bearer ";
        return header is not null && header.Length <= LargestToken && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? header[Scheme.Length..].Trim()
            : throw Refuse("no bearer token");
    }

    private JsonWebToken Parse(string bearer)
    {
        try
        {
            return new JsonWebToken(bearer);
        }
        catch (Exception failure) when (failure is ArgumentException or SecurityTokenException)
        {
            throw Refuse("malformed token");
        }
    }

    private TokenValidationParameters Parameters(JsonWebKey key) => new()
    {
        IssuerSigningKey = key,
        ValidAlgorithms = Algorithms,
        RequireSignedTokens = true,
        ValidIssuer = AuthenticationConstants.ToBotFromChannelTokenIssuer,
        ValidAudience = appId,
        RequireExpirationTime = true,
        LifetimeValidator = (notBefore, expires, _, _) => expires is { } end && IsAlive(notBefore ?? DateTime.MinValue, end),
    };

    private bool IsAlive(DateTime notBefore, DateTime expires)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return now - Skew < expires && now + Skew > notBefore;
    }

    private void CheckServiceUrl(Activity activity, ClaimsIdentity identity)
    {
        var claim = identity.FindFirst(AuthenticationConstants.ServiceUrlClaim)?.Value;
        if (string.IsNullOrEmpty(claim) || !string.Equals(claim, activity.ServiceUrl, StringComparison.OrdinalIgnoreCase))
            throw Refuse("another service URL");
        if (!ServiceUrls.TryRead(activity.ServiceUrl, out _))
            throw Refuse("a service URL outside the Bot Framework");
    }

    private void CheckEndorsements(Activity activity, ChannelKey key)
    {
        var endorsements = key.Endorsements;
        if (string.IsNullOrEmpty(activity.ChannelId) || !EndorsementsValidator.Validate(activity.ChannelId, endorsements))
            throw Refuse("a key that does not speak for the channel");
        if (!Array.TrueForAll(configuration.RequiredEndorsements ?? [], required => EndorsementsValidator.Validate(required, endorsements)))
            throw Refuse("a key without a required endorsement");
    }

    private UnauthorizedAccessException Refuse(string reason)
    {
        Refused(reason);
        return new UnauthorizedAccessException();
    }

    [LoggerMessage(2, LogLevel.Warning, "A request to the bot was refused: {Reason}")]
    private partial void Refused(string reason);
}
