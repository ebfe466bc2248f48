using MarketoSetupBot.Settings;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace MarketoSetupBot.Tests.Deploy;

public sealed class EnvironmentExampleTests
{
    [Fact]
    public void The_bot_starts_with_the_settings_that_deployment_shows()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "MarketoSetupBot.sln"))) folder = folder.Parent;
        var settings = File.ReadLines(Path.Combine(folder.FullName, "deploy", "bot.env.example"))
            .Select(line => line.Split('=', 2))
            .ToDictionary(pair => pair[0].Replace("__", ":", StringComparison.Ordinal), pair => (string?)pair[1]);
        var read = BotSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        Assert.Equal("Backend", read.ConnectionName);
        Assert.NotEqual(read.PublicListener, read.EventsListener);
    }
}
