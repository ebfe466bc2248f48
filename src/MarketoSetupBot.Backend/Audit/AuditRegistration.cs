using MarketoSetupBot.Backend.Settings;

namespace MarketoSetupBot.Backend.Audit;

internal static class AuditRegistration
{
    /// <summary>After the database, whose schema it needs at start.</summary>
    public static void AddAudit(this IServiceCollection services, AuditSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(_ => AuditKeys.Load(settings));
        services.AddSingleton<AuditChain>();
        services.AddSingleton<AuditPen>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<AuditAnchors>();
        services.AddSingleton<AuditVerification>();
        services.AddSingleton<AuditExport>();
        services.AddHostedService<AuditStart>();
    }
}
