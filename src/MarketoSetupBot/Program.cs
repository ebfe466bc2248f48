using MarketoSetupBot.Settings;

namespace MarketoSetupBot;

internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        try
        {
            await using var app = BotHost.Build(args);
            await app.RunAsync();
            return 0;
        }
        catch (SettingsException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }
}
