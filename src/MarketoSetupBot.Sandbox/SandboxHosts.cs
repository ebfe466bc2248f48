namespace MarketoSetupBot.Sandbox;

/// <summary>The hosts that the sandbox answers for.</summary>
public static class SandboxHosts
{
    public const string Login = "login.microsoftonline.com", Graph = "graph.microsoft.com", BotLogin = "login.botframework.com",
        BotToken = "token.botframework.com", BotApi = "api.botframework.com", Connector = "smba.trafficmanager.net", Dynamics = "*.dynamics.com";

    /// <summary>Names of this machine: where the control API, the relay, the sign-in page and the Marketo page live.</summary>
    public static readonly string[] Loopback = ["127.0.0.1", "localhost"];

    private static readonly string[] Exact = [Login, Graph, BotLogin, BotToken, BotApi, Connector];

    public static bool IsMicrosoft(string host) =>
        Exact.Contains(host, StringComparer.OrdinalIgnoreCase) || host.EndsWith(".dynamics.com", StringComparison.OrdinalIgnoreCase);
}
