using MarketoSetupBot.Backend.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MarketoSetupBot.Backend.Database;

internal static class DatabaseRegistration
{
    public static void AddDatabase(this IServiceCollection services, DatabaseSettings settings)
    {
        services.AddDbContextFactory<BackendContext>(options =>
        {
            if (settings.Provider is DatabaseProvider.PostgreSql)
                options.UseNpgsql(settings.ConnectionString);
            else
                options.UseSqlite(settings.ConnectionString);
            // There is no snapshot to compare with: migrations are written by hand, and a test compares the migrated schema with the model.
            options.ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning));
        });
        services.AddSingleton(new WriteGate(oneWriter: settings.Provider is DatabaseProvider.Sqlite));
        services.AddSingleton<Ledger>();
        services.AddHostedService<DatabaseStart>();
    }
}
