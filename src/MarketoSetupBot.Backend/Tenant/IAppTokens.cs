using MarketoSetupBot.Backend.Plans;

namespace MarketoSetupBot.Backend.Tenant;

/// <summary>Tokens of the backend itself (client credentials), held in memory by MSAL until they expire.</summary>
public interface IAppTokens
{
    /// <param name="resource">Application id URI of what is called, such as <c>https://graph.microsoft.com</c> or <c>api://{appId}</c>.</param>
    /// <exception cref="TenantUnavailableException">Entra gives no token now.</exception>
    Task<string> GetAsync(string resource, CancellationToken cancellationToken);
}
