namespace MarketoSetupBot.Backend.Checks;

/// <summary>The checks of Entra, each after those it depends on.</summary>
internal static class EntraChecks
{
    public static IServiceCollection AddEntraChecks(this IServiceCollection services) =>
        services.AddUserChecks().AddApplicationChecks().AddSecretChecks().AddSignInChecks();

    private static IServiceCollection AddUserChecks(this IServiceCollection services) => services
        .AddScoped<ICheck, SyncUserCheck>()
        .AddScoped<ICheck, SyncUserEnabledCheck>()
        .AddScoped<ICheck, SyncUserMemberCheck>()
        .AddScoped<ICheck, DomainCheck>()
        .AddScoped<ICheck, SyncUserPasswordCheck>();

    private static IServiceCollection AddApplicationChecks(this IServiceCollection services) => services
        .AddScoped<ICheck, ApplicationCheck>()
        .AddScoped<ICheck, MicrosoftStatusCheck>()
        .AddScoped<ICheck, AudienceCheck>()
        .AddScoped<ICheck, ConfidentialClientCheck>()
        .AddScoped<ICheck, PermissionCheck>()
        .AddScoped<ICheck, ServicePrincipalCheck>()
        .AddScoped<ICheck, AssignmentCheck>()
        .AddScoped<ICheck, ConsentCheck>()
        .AddScoped<ICheck, OwnersCheck>()
        .AddScoped<ICheck, RedirectsCheck>();

    private static IServiceCollection AddSecretChecks(this IServiceCollection services) => services
        .AddScoped<ICheck, SecretCheck>()
        .AddScoped<ICheck, SecretExpiryCheck>()
        .AddScoped<ICheck, SecretPolicyCheck>()
        .AddScoped<ICheck, AppCredentialsCheck>()
        .AddScoped<ICheck, PrincipalCredentialsCheck>()
        .AddScoped<ICheck, OrphanedSecretsCheck>();

    private static IServiceCollection AddSignInChecks(this IServiceCollection services) => services
        .AddScoped<ICheck, SignInPolicyCheck>()
        .AddScoped<ICheck, OrganisationSignInPolicyCheck>()
        .AddScoped<ICheck, HashSyncCheck>()
        .AddScoped<ICheck, ConditionalAccessCheck>()
        .AddScoped<ICheck, SecurityDefaultsCheck>()
        .AddScoped<ICheck, SignInsCheck>();
}
