// Nullable-oblivious like the official package, so that source written for either compiles against both.
#nullable disable

using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Knows the bot's own app, and makes what proves its identity.</summary>
public abstract class ServiceClientCredentialsFactory
{
    public abstract Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken);

    /// <summary>Nothing here asks it: authentication cannot be disabled. The member keeps derived classes compatible.</summary>
    public abstract Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken);

    public abstract Task<ServiceClientCredentials> CreateCredentialsAsync(string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken);

    /// <summary>The app that it knows, and its tenant; null for what it does not know.</summary>
    internal virtual (string AppId, string TenantId) Bot => default;

    /// <summary>Offers the way to the network that everything else goes, for factories that were given none.</summary>
    internal virtual void OfferHttp(IHttpClientFactory http)
    {
    }
}
