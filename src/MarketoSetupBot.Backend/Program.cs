namespace MarketoSetupBot.Backend;

internal static class Program
{
    private static Task Main(string[] args) => BackendHost.Build(args).RunAsync();
}
