using Microsoft.Identity.Client;

namespace MarketoSetupBot.Backend.Tenant;

/// <summary>
/// Tokens on behalf of the person who asks (on-behalf-of flow). MSAL's client, and with it its cache of people's tokens, is
/// made for one validation and gone with it.
/// </summary>
internal sealed class PersonTokens(AskingPerson person, BackendIdentity identity, IMsalHttpClientFactory clients)
{
    private IConfidentialClientApplication? application;

    /// <param name="scope">A delegated scope, such as <c>https://graph.microsoft.com/OnPremDirectorySynchronization.Read.All</c>.</param>
    /// <returns>Null: nobody asks.</returns>
    /// <exception cref="MsalServiceException">Entra gives none: no consent, or a policy wants the person to sign in again.</exception>
    public async Task<string?> AcquireAsync(string scope, CancellationToken cancellationToken)
    {
        if (person.Assertion is not { } assertion) return null;
        application ??= Credentials.Build(identity, clients);
        var result = await application.AcquireTokenOnBehalfOf([scope], new UserAssertion(assertion)).ExecuteAsync(cancellationToken);
        return result.AccessToken;
    }
}
