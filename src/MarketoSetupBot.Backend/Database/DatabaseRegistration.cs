using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Backend.Settings;
using Microsoft.EntityFrameworkCore;

namespace MarketoSetupBot.Backend.Database;

internal static class DatabaseRegistration
{
    public static void AddDatabase(this IServiceCollection services, DatabaseSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<IDbContextFactory<BackendContext>, ContextFactory>();
        services.AddSingleton(new WriteGate(oneWriter: settings.Provider is DatabaseProvider.Sqlite));
        services.AddSingleton<ConnectionSeal>();
        services.AddSingleton<RunSeal>();
        services.AddSingleton<IRunRecords, RunRecords>();
        services.AddSingleton<IRowSeal>(s => s.GetRequiredService<ConnectionSeal>());
        services.AddSingleton<IRowSeal>(s => s.GetRequiredService<RunSeal>());
        services.AddSingleton<Ledger>();
        services.AddHostedService<DatabaseStart>();
    }
}
