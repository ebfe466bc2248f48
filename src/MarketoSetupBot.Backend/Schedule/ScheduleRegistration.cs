using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Settings;
using Npgsql;
using Quartz;

namespace MarketoSetupBot.Backend.Schedule;

internal static class ScheduleRegistration
{
    /// <summary>Often enough that a lost trigger costs seconds, seldom enough that an idle backend is idle.</summary>
    private static readonly TimeSpan SweepInterval = TimeSpan.FromSeconds(30);

    /// <summary>Time and retries, on the same database as the rows they belong to.</summary>
    public static void AddSchedule(this IServiceCollection services, DatabaseSettings settings)
    {
        services.AddQuartz(quartz =>
        {
            quartz.UsePersistentStore(store =>
            {
                store.ProvisionSchema();
                store.ConfigureStore(options => options.AcceptEnlistedTransactions = true);
                if (settings.Provider is DatabaseProvider.PostgreSql)
                {
                    store.UsePostgres(NpgsqlFactory.Instance, settings.ConnectionString);
                    store.UseClustering();
                }
                else
                {
                    // The default instance id stays: with one of its own per process, SQLite silently loses recovery.
                    store.UseSqlite(PatientSqlite.Factory.Instance, settings.ConnectionString);
                }
            });
            quartz.ScheduleJob<SweepJob>(
                trigger => trigger.WithIdentity("sweep").StartNow().WithSimpleSchedule(SweepInterval),
                job => job.WithIdentity("sweep"));
        });
        services.AddQuartzHostedService(options =>
        {
            options.AwaitApplicationStarted = false;
            options.WaitForJobsToComplete = true;
        });
    }
}
