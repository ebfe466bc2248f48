using MarketoSetupBot.Acts;
using MarketoSetupBot.Backend;
using MarketoSetupBot.Dialogs;
using MarketoSetupBot.Events;
using MarketoSetupBot.Settings;
using MarketoSetupBot.SignIn;
using MarketoSetupBot.State;
using MarketoSetupBot.Threads;

namespace MarketoSetupBot;

/// <summary>The bot as a host: what Program runs, and what the demo and the tests build with additions of their own.</summary>
public static class BotHost
{
    /// <param name="args">Command line, as configuration.</param>
    /// <param name="configure">Additions through the ordinary extension points, after the product's own registrations.</param>
    /// <exception cref="SettingsException">A setting is missing or wrong.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        var settings = BotSettings.Read(builder.Configuration);
        builder.UseListeners(settings);
        builder.Services.AddWire();
        builder.Services.AddState(settings);
        builder.Services.AddBackend(settings);
        builder.Services.AddTeams();
        builder.Services.AddConversation();
        builder.Services.AddEvents(settings);
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapMessages();
        app.MapEvents();
        app.MapHealth();
        return app;
    }
}
