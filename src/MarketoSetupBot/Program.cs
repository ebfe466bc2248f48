namespace MarketoSetupBot;

internal static class Program
{
    private static Task Main(string[] args) => BotHost.Build(args).RunAsync();
}
