// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Whether a signing key may speak for a channel.</summary>
public static class EndorsementsValidator
{
    /// <param name="expectedEndorsement">One endorsement; nothing is expected where it is empty.</param>
    /// <param name="endorsements">Those of the key.</param>
    public static bool Validate(string expectedEndorsement, HashSet<string> endorsements)
    {
        ArgumentNullException.ThrowIfNull(endorsements);
        return string.IsNullOrEmpty(expectedEndorsement) || endorsements.Contains(expectedEndorsement);
    }
}
