using MarketoSetupBot.Backend.Dataverse;

namespace MarketoSetupBot.Backend.Checks.Dynamics;

/// <summary>The checks that read the organisation, each after those it depends on.</summary>
internal static class DynamicsChecksRegistration
{
    public static IServiceCollection AddDynamicsChecks(this IServiceCollection services) => services
        .AddDataverse()
        .AddScoped<OrganisationReadings>()
        .AddScoped<ICheck, UrlCheck>()
        .AddScoped<ICheck, AccessCheck>()
        .AddScoped<ICheck, UserCheck>()
        .AddScoped<ICheck, UserNameCheck>()
        .AddScoped<ICheck, RoleCheck>()
        .AddScoped<ICheck, SolutionCheck>()
        .AddScoped<ICheck, SolutionVersionCheck>()
        .AddScoped<ICheck, StepsCheck>()
        .AddScoped<ICheck, ConfigCheck>()
        .AddScoped<ICheck, ConfigUserCheck>()
        .AddScoped<ICheck, LanguageCheck>()
        .AddScoped<ICheck, ReadRightsCheck>();
}
