using Quartz;

namespace MarketoSetupBot.Backend.Validations;

internal static class ValidationRegistration
{
    /// <summary>How long a finished setup waits for its proof at most.</summary>
    private static readonly TimeSpan ClosingInterval = TimeSpan.FromSeconds(20);

    /// <param name="configuration">
    /// <c>Validations:Nightly</c>: a Quartz cron expression in UTC; default seventeen minutes past three, when neither full hours nor backups crowd.
    /// </param>
    public static void AddValidations(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<History>().AddSingleton<Validations>().AddScoped<Beginning>();
        var nightly = configuration["Validations:Nightly"] is { Length: > 0 } cron ? cron : "0 17 3 * * ?";
        if (!IsCron(nightly))
            throw new Settings.SettingsException("The setting Validations:Nightly must be a Quartz cron expression such as 0 17 3 * * ? for 3:17 UTC.");
        services.AddQuartz(quartz =>
        {
            quartz.ScheduleJob<NightJob>(
                trigger => trigger.WithIdentity("nightly-validation").WithCronSchedule(nightly, schedule => schedule.InTimeZone(TimeZoneInfo.Utc)),
                job => job.WithIdentity("nightly-validation"));
            quartz.ScheduleJob<ClosingJob>(
                trigger => trigger.WithIdentity("closing-validation").StartNow().WithSimpleSchedule(ClosingInterval),
                job => job.WithIdentity("closing-validation"));
        });
    }

    private static bool IsCron(string text)
    {
        try
        {
            _ = new CronExpression(text);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
