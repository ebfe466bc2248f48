using MarketoSetupBot.Acts;
using MarketoSetupBot.Admission;
using MarketoSetupBot.Backend;
using MarketoSetupBot.Commands;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Dialogs;
using MarketoSetupBot.Events;
using MarketoSetupBot.Identity;
using MarketoSetupBot.Settings;
using MarketoSetupBot.SignIn;
using MarketoSetupBot.State;
using MarketoSetupBot.Threads;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;

namespace MarketoSetupBot;

/// <summary>The parts of the bot, by what they are for.</summary>
internal static class Registrations
{
    public static void AddWire(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => Wire.Configure(options.SerializerOptions));
        services.AddSingleton(TimeProvider.System);
        services.AddProblemDetails();
    }

    public static void AddState(this IServiceCollection services, BotSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<BotDatabase>();
        services.AddHostedService<TablesAtStart>();
        services.AddSingleton<HandledActivities>();
    }

    public static void AddBackend(this IServiceCollection services, BotSettings settings)
    {
        services.AddHttpClient<BackendClient>(client =>
        {
            client.BaseAddress = new Uri(settings.BackendUrl.AbsoluteUri.TrimEnd('/') + "/");
            client.Timeout = TimeSpan.FromSeconds(20);
        });
        services.AddHttpClient(FactoryHttpForMsal.ClientName);
        services.AddSingleton<BotApplication>();
        services.AddSingleton<AppToken>();
        services.AddTransient<TeamReading>();
    }

    public static void AddTeams(this IServiceCollection services)
    {
        services.AddHttpClient();
        services.AddSingleton<ServiceClientCredentialsFactory, ApplicationCredentialsFactory>();
        services.AddSingleton<BotFrameworkAuthentication>(s => new ConfigurationBotFrameworkAuthentication(
            s.GetRequiredService<IConfiguration>(),
            s.GetRequiredService<ServiceClientCredentialsFactory>(),
            httpClientFactory: s.GetRequiredService<IHttpClientFactory>(),
            logger: s.GetRequiredService<ILogger<ConfigurationBotFrameworkAuthentication>>()));
        services.AddSingleton<Doorkeeper>();
        services.AddSingleton<SetupAdapter>();
        services.AddSingleton<IBotFrameworkHttpAdapter>(s => s.GetRequiredService<SetupAdapter>());
        services.AddSingleton<BotAdapter>(s => s.GetRequiredService<SetupAdapter>());
        services.AddSingleton<Posts>();
        services.AddSingleton<Conversations>();
        services.AddSingleton<KnownChannels>();
        services.AddSingleton<Rosters>();
        services.AddSingleton<Mentions>();
        services.AddSingleton<Welcomes>();
        services.AddSingleton<Arrivals>();
    }

    public static void AddConversation(this IServiceCollection services)
    {
        services.AddScoped<SetupBot>();
        services.AddScoped<Clicks>();
        services.AddScoped<TypedWords>();
        services.AddTransient<ActTable>();
        services.AddTransient<IAct, BeginRun>();
        services.AddTransient<IAct, SendDetails>();
        services.AddTransient<IAct, JoinRun>();
        services.AddTransient<IAct, RunActs>();
        services.AddTransient<IAct, DeliveryActs>();
        services.AddTransient<IAct, Looks>();
        services.AddTransient<IAct, WorkActs>();
        services.AddTransient<IAct, Validate>();
        services.AddTransient<IAct, GovernanceActs>();
        services.AddTransient<IAct, DecisionActs>();
        services.AddTransient<IAct, HandOverActs>();
        services.AddTransient<IAct, ValidationLooks>();
        services.AddTransient<IAct, Attest>();
        services.AddSingleton<ValidationFollowing>();
        services.AddTransient<StatusAndHelp>();
        services.AddTransient<IAct>(s => s.GetRequiredService<StatusAndHelp>());
        services.AddTransient<DetailsForms>();
        services.AddSingleton<TypedDetails>();
        services.AddSingleton<PersonToken>();
        services.AddSingleton<SetupDialog>();
        services.AddSingleton<Guide>();
        services.AddSingleton<Showing>();
        services.AddSingleton<Bookkeeping>();
        services.AddSingleton<Sending>();
        services.AddSingleton<LateResults>();
    }

    public static void AddEvents(this IServiceCollection services, BotSettings settings)
    {
        services.AddEventsAccess(settings);
        services.AddTransient<RunNews>();
        services.AddTransient<ValidationNews>();
        services.AddSingleton<News>();
        services.AddSingleton<ChannelThreads>();
    }
}
