using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Plans;

/// <summary>Reads the tenant and says what a setup would do. Writes nothing.</summary>
public interface IPreflight
{
    /// <returns>The plan without expiry; its hash covers tenant, details, items and the objects found. Blockers say why it cannot go on.</returns>
    /// <exception cref="TenantUnavailableException">Graph did not answer; nothing is known.</exception>
    Task<PlanView> PlanAsync(Connection connection, DetailsView details, CancellationToken cancellationToken);
}
