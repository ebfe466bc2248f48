using MarketoSetupBot.Backend.Access;
using MarketoSetupBot.Backend.Delivery;
using MarketoSetupBot.Backend.Events;

namespace MarketoSetupBot.Backend.Runs;

internal static class RunRegistration
{
    public static void AddRuns(this IServiceCollection services)
    {
        services.AddSingleton<AccessRules>();
        services.AddSingleton<RunStore>();
        services.AddSingleton<RunActs>();
        services.AddSingleton<HandingOver>();
        services.AddSingleton<PossibleApprovers>();
        services.AddSingleton<Approving>();
        services.AddSingleton<OpeningRuns>();
        services.AddSingleton<SendingDetails>();
        services.AddSingleton<Planning>();
        services.AddSingleton<Applying>();
        services.AddSingleton<RunEngine>();
    }

    public static void AddDelivery(this IServiceCollection services)
    {
        services.AddSingleton<Claim>();
        services.AddSingleton<Clicks>();
        services.AddSingleton<HandOver>();
        services.AddSingleton<Collecting>();
        services.AddSingleton<SecretByHand>();
        services.AddSingleton<Withdrawing>();
        services.AddSingleton<OrphanedSecrets>();
    }

    public static void AddEvents(this IServiceCollection services)
    {
        services.AddHttpClient(BotEvents.Client, client => client.Timeout = TimeSpan.FromSeconds(15)).RemoveAllLoggers();
        services.AddSingleton<BotEvents>();
    }
}
