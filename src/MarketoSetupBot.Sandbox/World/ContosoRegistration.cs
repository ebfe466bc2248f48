namespace MarketoSetupBot.Sandbox.World;

public static class ContosoRegistration
{
    public static void AddContoso(this IServiceCollection services)
    {
        services.AddSingleton<ContosoSecrets>();
        services.AddSingleton<ContosoSeed>();
        services.AddSingleton<Replication>();
        services.AddSingleton<Tenant>();
        services.AddSingleton<IPartOfWorld>(provider => provider.GetRequiredService<Tenant>());
    }
}
