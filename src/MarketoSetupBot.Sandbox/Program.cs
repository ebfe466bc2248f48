namespace MarketoSetupBot.Sandbox;

internal static class Program
{
    private static Task Main(string[] args) => SandboxHost.Build(args).RunAsync();
}
