using System.Security.Claims;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Authentication;

/// <summary>What the claims of a token with a valid signature, audience, issuer and lifetime must say.</summary>
internal static class TokenRules
{
    /// <summary>A person of this tenant, signed in for the bot with the scope to act.</summary>
    public static bool IsPersonOf(ClaimsPrincipal token, string tenantId, string botClientId)
        => IsFromBotOf(token, tenantId, botClientId) && IsPerson(token);

    /// <summary>The bot itself, allowed to read what a thread shows.</summary>
    public static bool IsBotReader(ClaimsPrincipal token, string tenantId, string botClientId)
        => IsFromBotOf(token, tenantId, botClientId)
            && Is(token, "idtyp", "app")
            && token.FindFirst("scp") is null
            && token.HasClaim("roles", Scopes.SetupRead);

    public static bool IsPerson(ClaimsPrincipal token)
        => !Is(token, "idtyp", "app")
            // An app token may come without idtyp, but never with scp; a person's token never with the app roles of this API.
            && token.FindFirst("scp")?.Value.Split(' ').Contains(Scopes.SetupAct, StringComparer.Ordinal) is true;

    private static bool IsFromBotOf(ClaimsPrincipal token, string tenantId, string botClientId)
        => Is(token, "ver", "2.0")
            && Is(token, "tid", tenantId)
            && Is(token, "azp", botClientId)
            && Guid.TryParse(token.FindFirst("oid")?.Value, out _);

    private static bool Is(ClaimsPrincipal token, string claim, string value)
        => string.Equals(token.FindFirst(claim)?.Value, value, StringComparison.OrdinalIgnoreCase);
}
