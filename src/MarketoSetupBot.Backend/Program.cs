using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Backend.Terminal;
using Microsoft.Extensions.Options;

namespace MarketoSetupBot.Backend;

internal static class Program
{
    private const int WrongSettings = 2;

    private static async Task<int> Main(string[] args)
    {
        try
        {
            if (args is [AuditCommand.Word, ..])
                return await AuditCommand.RunAsync(args[1..], Console.Out);
            if (args is [ValidateCommand.Word, ..])
                return await ValidateCommand.RunAsync(args[1..]);
            await BackendHost.Build(args).RunAsync();
            return 0;
        }
        catch (Exception e) when (e is SettingsException or OptionsValidationException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return WrongSettings;
        }
    }
}
