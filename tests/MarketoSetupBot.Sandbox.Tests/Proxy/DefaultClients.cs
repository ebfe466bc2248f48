using Microsoft.Graph;
using Microsoft.Identity.Client;
using Microsoft.Kiota.Abstractions.Authentication;

namespace MarketoSetupBot.Sandbox.Tests.Proxy;

/// <summary>
/// What any program does that knows nothing of the sandbox: MSAL and Graph with their default HTTP clients. Runs as a process of its own,
/// because trusted roots and the proxy are read from the environment once per process.
/// </summary>
internal static class DefaultClients
{
    /// <summary>Arguments: tenant, client id. The secret is in the variable <c>CLIENT_SECRET</c>. Prints the tenant's default domain.</summary>
    private static async Task Main(string[] args)
    {
        var app = ConfidentialClientApplicationBuilder.Create(args[1])
            .WithClientSecret(Environment.GetEnvironmentVariable("CLIENT_SECRET"))
            .WithAuthority($"https://login.microsoftonline.com/{args[0]}")
            .Build();
        using var graph = new GraphServiceClient(new BaseBearerTokenAuthenticationProvider(new AppTokens(app)));
        var domains = await graph.Domains.GetAsync();
        Console.Write(domains!.Value!.Single(domain => domain.IsDefault is true).Id);
    }

    private sealed class AppTokens(IConfidentialClientApplication app) : IAccessTokenProvider
    {
        public AllowedHostsValidator AllowedHostsValidator { get; } = new(["graph.microsoft.com"]);

        public async Task<string> GetAuthorizationTokenAsync(Uri uri, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default) =>
            (await app.AcquireTokenForClient(["https://graph.microsoft.com/.default"]).ExecuteAsync(cancellationToken)).AccessToken;
    }
}
