namespace MarketoSetupBot.Backend.Steps;

/// <summary>The steps of the Entra part in the order they run.</summary>
internal static class StepsRegistration
{
    public static IServiceCollection AddSteps(this IServiceCollection services) => services
        .AddSingleton<Patience>()
        .AddStep<RegisterApplication>()
        .AddStep<CreateServicePrincipal>()
        .AddStep<DeclarePermission>()
        .AddStep<CheckSignIn>()
        .AddStep<GrantConsent>();

    private static IServiceCollection AddStep<TStep>(this IServiceCollection services)
        where TStep : class, IStep =>
        services.AddSingleton<TStep>().AddSingleton<IStep>(s => new PatientStep(s.GetRequiredService<TStep>(), s.GetRequiredService<Patience>()));
}
