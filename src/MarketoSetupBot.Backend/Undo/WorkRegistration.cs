using MarketoSetupBot.Backend.Repairing;
using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Backend.Steps;
using MarketoSetupBot.Contracts;

namespace MarketoSetupBot.Backend.Undo;

internal static class WorkRegistration
{
    private static readonly StepKey[] Removals =
    [
        StepKey.RemoveSecrets, StepKey.RemoveConsent, StepKey.RemovePolicy, StepKey.RestoreValues, StepKey.RemoveServicePrincipal, StepKey.RemoveApplication,
    ];

    /// <summary>Undo and repair: their plans and their steps, on the engine of the setups.</summary>
    public static void AddWorks(this IServiceCollection services)
    {
        services.AddSingleton<OpeningWorks>();
        services.AddSingleton<RemainsReading>().AddSingleton<TakingBack>();
        services.AddSingleton<IWorkPlanner, UndoPlanner>().AddSingleton<IWorkPlanner, RepairPlanner>();
        foreach (var key in Removals)
        {
            services.AddStep(s => new UndoStep(
                key, s.GetRequiredService<RemainsReading>(), s.GetRequiredService<TakingBack>(), s.GetRequiredService<Patience>()));
        }
        services.AddStep(s => ActivatorUtilities.CreateInstance<TurnOffPublicClient>(s));
        services.AddStep(s => ActivatorUtilities.CreateInstance<RemoveOrphanedSecrets>(s));
        services.AddStep(s => ActivatorUtilities.CreateInstance<Recheck>(s));
    }
}
