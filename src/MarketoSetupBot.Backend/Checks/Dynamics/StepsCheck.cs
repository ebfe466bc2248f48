using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Dataverse;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Checks.Dynamics;

/// <summary>None of the solution's plug-in steps was switched off.</summary>
internal sealed class StepsCheck(OrganisationReadings readings, OrganisationReads reads, TimeProvider time) : OrganisationCheck(readings, time)
{
    /// <summary>How many names a sentence can carry.</summary>
    private const int Named = 3;

    public override string Id => CheckIds.DynamicsSteps;

    public override IReadOnlyList<string> DependsOn => [CheckIds.DynamicsSolution];

    protected override string Source => "sdkmessageprocessingsteps";

    protected override async Task<CheckView> LookAsync(Connection connection, OrganisationAccess.Granted access, CancellationToken cancellationToken)
    {
        var solution = (await Readings.SolutionAsync(connection, cancellationToken))!;
        return await reads.StepsAsync(access, solution.Id, cancellationToken) switch
        {
            { Total: 0 } => this.Warning(new Phrase(PhraseCodes.CheckDynamicsStepsNone), access.Host.Settings),
            { Disabled.Count: > 0 and var count } steps => this.Failed(
                new Phrase(PhraseCodes.CheckDynamicsStepsDisabled, ("count", Number(count)), ("steps", string.Join(", ", steps.Disabled.Take(Named)))), access.Host.Settings),
            var steps => this.Passed(new Phrase(PhraseCodes.CheckDynamicsStepsEnabled, ("count", Number(steps.Total))), access.Host.Settings),
        };
    }
}
