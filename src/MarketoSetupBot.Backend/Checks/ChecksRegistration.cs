using MarketoSetupBot.Backend.Checks.Dynamics;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>Every check, after those it depends on.</summary>
internal static class ChecksRegistration
{
    public static IServiceCollection AddChecks(this IServiceCollection services) => services
        .AddSingleton<IValidation, Validation>()
        .AddSingleton<Portal>()
        .AddScoped<Readings>()
        .AddEntraChecks()
        .AddDynamicsChecks();
}
