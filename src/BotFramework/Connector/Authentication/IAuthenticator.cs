// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Where credentials get their token from.</summary>
public interface IAuthenticator
{
    /// <param name="forceRefresh">Whether a token that is still good is to be replaced all the same.</param>
    Task<AuthenticatorResult> GetTokenAsync(bool forceRefresh = false);
}

/// <summary>A token, and how long it is good.</summary>
public class AuthenticatorResult
{
    public string AccessToken { get; set; }

    public DateTimeOffset ExpiresOn { get; set; }
}
