using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Plans;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Runs;

/// <summary>Makes the plan of a run that is no setup. Reads only.</summary>
public interface IWorkPlanner
{
    RunKind Kind { get; }

    /// <returns>Items that are all to be kept: there is nothing to do.</returns>
    /// <exception cref="TenantUnavailableException">Graph did not answer; nothing is known.</exception>
    Task<PlanView> PlanAsync(Run run, Connection connection, CancellationToken cancellationToken);
}
