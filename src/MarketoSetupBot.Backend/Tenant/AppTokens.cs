using MarketoSetupBot.Backend.Plans;
using Microsoft.Identity.Client;

namespace MarketoSetupBot.Backend.Tenant;

internal sealed class AppTokens(IConfidentialClientApplication application) : IAppTokens
{
    public async Task<string> GetAsync(string resource, CancellationToken cancellationToken)
    {
        try
        {
            return await AcquireAsync(resource, cancellationToken);
        }
        catch (Exception e) when (Trouble.From(e, permission: "", cancellationToken) is { } trouble)
        {
            throw trouble.AsUnavailable();
        }
    }

    /// <summary>As <see cref="GetAsync"/>, with MSAL's own exceptions: for callers that tell troubles apart themselves.</summary>
    public async Task<string> AcquireAsync(string resource, CancellationToken cancellationToken)
    {
        var result = await application.AcquireTokenForClient([resource + "/.default"]).ExecuteAsync(cancellationToken);
        return result.AccessToken;
    }
}
