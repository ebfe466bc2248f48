using System.Security.Claims;
using System.Text.Json;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.Bot.Connector.Authentication.Inbound;

/// <summary>
/// The six checks of a request from the Bot Framework: signature, issuer, audience, lifetime, service URL, endorsement.
/// There is no way around any of them, and tokens of emulators and of other bots are not among what is accepted.
/// </summary>
internal sealed partial class ChannelTokens(SigningKeys keys, AuthenticationConfiguration configuration, TimeProvider time, ILogger logger)
{
    private const int LargestToken = 16 * 1024;

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = LargestToken };

    /// <exception cref="UnauthorizedAccessException">The request is refused; the reason is in the log only.</exception>
    /// <exception cref="InvalidOperationException">The keys to check with cannot be had.</exception>
    public async Task<ClaimsIdentity> ValidateAsync(Activity activity, string? header, string appId, CancellationToken cancellationToken)
    {
        var token = Parse(header);

        // Before anything is fetched on a stranger's word.
        if (token.Issuer != AuthenticationConstants.ToBotFromChannelTokenIssuer)
            throw Refuse("another issuer");
        if (token.Kid is not { Length: > 0 } keyId || !Algorithms.Contains(token.Alg))
            throw Refuse("unsigned, or another algorithm");

        var key = await keys.FindAsync(keyId, cancellationToken).ConfigureAwait(false) ?? throw Refuse("unknown signing key");
        var result = await Handler.ValidateTokenAsync(token, Parameters(key, appId)).ConfigureAwait(false);
        if (!result.IsValid)
            throw Refuse(result.Exception.GetType().Name);

        // An audience list that names others too is not a token for this bot.
        if (token.Audiences.Any(audience => audience != appId))
            throw Refuse("another audience");
        CheckServiceUrl(activity, result.ClaimsIdentity);
        CheckEndorsements(activity, key);
        if (configuration.ClaimsValidator is { } validator)
            await validator.ValidateClaimsAsync([.. result.ClaimsIdentity.Claims]).ConfigureAwait(false);
        return result.ClaimsIdentity;
    }

    private JsonWebToken Parse(string? header)
    {
        const string Scheme = "Bearer ";
        if (header is null || header.Length > LargestToken || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            throw Refuse("no bearer token");

        try
        {
            return new JsonWebToken(header[Scheme.Length..].Trim());
        }
        catch (Exception failure) when (failure is ArgumentException or SecurityTokenException)
        {
            throw Refuse("malformed token");
        }
    }

    private TokenValidationParameters Parameters(JsonWebKey key, string appId) => new()
    {
        IssuerSigningKey = key,
        ValidAlgorithms = Algorithms,
        RequireSignedTokens = true,
        ValidIssuer = AuthenticationConstants.ToBotFromChannelTokenIssuer,
        ValidAudience = appId,
        RequireExpirationTime = true,
        LifetimeValidator = (notBefore, expires, _, _) =>
            expires is { } end && time.GetUtcNow() < end + Skew && (notBefore is not { } begin || time.GetUtcNow() > begin - Skew),
    };

    private void CheckServiceUrl(Activity activity, ClaimsIdentity identity)
    {
        var claim = identity.FindFirst(AuthenticationConstants.ServiceUrlClaim)?.Value;
        if (string.IsNullOrEmpty(claim) || !string.Equals(claim, activity.ServiceUrl, StringComparison.OrdinalIgnoreCase))
            throw Refuse("another service URL");
        if (!ServiceUrls.TryRead(activity.ServiceUrl, out _))
            throw Refuse("a service URL outside the Bot Framework");
    }

    private void CheckEndorsements(Activity activity, JsonWebKey key)
    {
        var endorsements = Endorsements(key);
        if (string.IsNullOrEmpty(activity.ChannelId) || !EndorsementsValidator.Validate(activity.ChannelId, endorsements))
            throw Refuse("a key that does not speak for the channel");
        if (!Array.TrueForAll(configuration.RequiredEndorsements ?? [], required => EndorsementsValidator.Validate(required, endorsements)))
            throw Refuse("a key without a required endorsement");
    }

    private static HashSet<string> Endorsements(JsonWebKey key) => (key.AdditionalData.TryGetValue("endorsements", out var value) ? value : null) switch
    {
        JsonElement { ValueKind: JsonValueKind.Array } json => [.. json.EnumerateArray().Where(entry => entry.ValueKind == JsonValueKind.String).Select(entry => entry.GetString()!)],
        IEnumerable<object> list => [.. list.OfType<string>()],
        _ => [],
    };

    private UnauthorizedAccessException Refuse(string reason)
    {
        Refused(reason);
        return new UnauthorizedAccessException();
    }

    [LoggerMessage(2, LogLevel.Warning, "A request to the bot was refused: {Reason}")]
    private partial void Refused(string reason);
}
