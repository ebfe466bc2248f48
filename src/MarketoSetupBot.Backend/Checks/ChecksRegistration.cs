using MarketoSetupBot.Backend.Checks.Dynamics;

namespace MarketoSetupBot.Backend.Checks;

/// <summary>Every check, after those it depends on.</summary>
internal static class ChecksRegistration
{
    public static IServiceCollection AddChecks(this IServiceCollection services) => services
        .AddSingleton<IValidation, Validation>()
        .AddSingleton<Portal>()
        .AddScoped<Readings>()
        .AddScoped<ICheck, ApplicationCheck>()
        .AddScoped<ICheck, AudienceCheck>()
        .AddScoped<ICheck, ConfidentialClientCheck>()
        .AddScoped<ICheck, ServicePrincipalCheck>()
        .AddScoped<ICheck, PermissionCheck>()
        .AddScoped<ICheck, ConsentCheck>()
        .AddScoped<ICheck, RedirectsCheck>()
        .AddScoped<ICheck, SecretCheck>()
        .AddScoped<ICheck, SecretPolicyCheck>()
        .AddScoped<ICheck, SyncUserCheck>()
        .AddScoped<ICheck, DomainCheck>()
        .AddScoped<ICheck, SecurityDefaultsCheck>()
        .AddDynamicsChecks();
}
