using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Quartz;

namespace MarketoSetupBot.Backend.Database;

/// <summary>Ready means: the database answers and the engine's clock runs.</summary>
internal sealed class DatabaseHealth(IDbContextFactory<BackendContext> contexts, ISchedulerFactory schedulers) : IHealthCheck
{
    public const string Ready = "ready";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.Database.CanConnectAsync(cancellationToken))
            return HealthCheckResult.Unhealthy("The database does not answer.");
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        return scheduler.Status is SchedulerStatus.Running ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The scheduler does not run.");
    }
}
