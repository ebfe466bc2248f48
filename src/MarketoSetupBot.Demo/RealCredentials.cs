namespace MarketoSetupBot.Demo;

/// <summary>The demo accepts what no real deployment may, so it will not run where a real deployment's credentials are set.</summary>
internal static class RealCredentials
{
    private static readonly string[] s_names =
    [
        "MicrosoftAppPassword", "MicrosoftAppCertificatePath", "MicrosoftAppManagedIdentity", "MicrosoftAppFederatedTokenFile",
        "Entra__ClientSecret", "Entra__CertificatePath", "Entra__ManagedIdentity", "Entra__FederatedTokenFile", "AZURE_CLIENT_SECRET",
    ];

    /// <exception cref="DemoException">One of them is in the environment.</exception>
    public static void MustBeAbsent()
    {
        if (s_names.FirstOrDefault(name => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name))) is { } found)
            throw new DemoException($"The environment variable {found} looks like a real credential; the demo wants none, so remove it and start again.");
    }
}
