using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Sandbox.Dataverse;

internal static class DataverseRegistration
{
    public static void AddDataverse(this IServiceCollection services)
    {
        services.AddSingleton<Organization>();
        services.AddSingleton<IPartOfWorld>(provider => provider.GetRequiredService<Organization>());
    }
}
