using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MarketoSetupBot.Backend.Halt;

/// <summary>Degraded, not unhealthy: a stopped backend still answers, reads and removes secrets, and must stay reachable to be lifted.</summary>
internal sealed class HaltHealth(Halts halts) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        => await halts.CurrentAsync(cancellationToken) is null ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded("Writes to the tenant are stopped.");
}
