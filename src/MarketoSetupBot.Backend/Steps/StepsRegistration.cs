using MarketoSetupBot.Backend.Tenant;

namespace MarketoSetupBot.Backend.Steps;

/// <summary>The steps of the Entra part in the order they run.</summary>
internal static class StepsRegistration
{
    public static IServiceCollection AddSteps(this IServiceCollection services) => services
        .AddSingleton<Patience>()
        .AddSingleton<HandWork>()
        .AddSingleton<PolicyReads>()
        .AddSingleton<CloudPasswords>()
        .AddSingleton<TakeOver>()
        .AddStep<RegisterApplication>()
        .AddStep<CreateServicePrincipal>()
        .AddStep<DeclarePermission>()
        .AddStep<CheckSignIn>()
        .AddStep<GrantConsent>()
        .AddStep<FindApplicationUser>();

    /// <summary>A step of which there are several of the same class.</summary>
    public static IServiceCollection AddStep(this IServiceCollection services, Func<IServiceProvider, IStep> make) =>
        services.AddSingleton<IStep>(s => new PatientStep(make(s), s.GetRequiredService<Patience>()));

    private static IServiceCollection AddStep<TStep>(this IServiceCollection services)
        where TStep : class, IStep =>
        services.AddSingleton<TStep>().AddSingleton<IStep>(s => new PatientStep(s.GetRequiredService<TStep>(), s.GetRequiredService<Patience>()));
}
