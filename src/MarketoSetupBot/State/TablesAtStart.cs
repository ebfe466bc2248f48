using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MarketoSetupBot.State;

/// <summary>Tables are there before the first request is.</summary>
internal sealed class TablesAtStart(BotDatabase database) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => database.CreateTablesAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

internal sealed class DatabaseHealth(BotDatabase database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await database.ReadAsync(c => c.ExecuteAsync("SELECT 1", cancellationToken), cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
