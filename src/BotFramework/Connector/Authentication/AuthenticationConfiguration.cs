// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>What is asked of a token beyond what is always asked.</summary>
public class AuthenticationConfiguration
{
    /// <summary>Gets or sets endorsements that the signing key needs besides that of the channel.</summary>
    public string[] RequiredEndorsements { get; set; } = [];

    public virtual ClaimsValidator ClaimsValidator { get; set; }
}

/// <summary>A further look at the claims of a valid token; refuses by <see cref="UnauthorizedAccessException"/>.</summary>
public abstract class ClaimsValidator
{
    public abstract Task ValidateClaimsAsync(IList<System.Security.Claims.Claim> claims);
}
