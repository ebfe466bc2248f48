using MarketoSetupBot.Backend.Access;
using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Authentication;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Delivery;
using MarketoSetupBot.Backend.Halt;
using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Backend.Schedule;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Backend.Undo;
using MarketoSetupBot.Backend.Validations;
using MarketoSetupBot.Contracts;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MarketoSetupBot.Backend;

/// <summary>The backend as a host: what Program runs, and what the demo and the tests build with additions of their own.</summary>
public static class BackendHost
{
    /// <param name="args">Command line, as configuration.</param>
    /// <param name="configure">Additions through the ordinary extension points, after the product's own registrations.</param>
    /// <exception cref="SettingsException">A setting is missing or wrong.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        var settings = BackendSettings.From(builder.Configuration);
        // Every statement at Information is noise; failures are still told.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel => (kestrel.AddServerHeader, kestrel.Limits.MaxRequestBodySize) = (false, Limits.LargestRequest));
        AddServices(builder.Services, settings, builder.Configuration);
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UseProblems();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.MapRuns();
        app.MapDecisions();
        app.MapDelivery();
        app.MapConnections();
        app.MapHashSync();
        app.MapAudit();
        app.MapValidations();
        app.MapHalt();
        app.MapOpenApi("/openapi");
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(DatabaseHealth.Ready) });
        return app;
    }

    private static void AddServices(IServiceCollection services, BackendSettings settings, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(settings);
        services.AddSingleton(settings.Callers);
        services.AddSingleton(settings.Access);
        services.ConfigureHttpJsonOptions(json => Wire.Configure(json.SerializerOptions));
        services.AddTokenAuthentication(settings.Callers);
        services.AddLimits(settings.Access);
        services.AddDatabase(settings.Database);
        services.AddAudit(settings.Audit);
        services.AddHalt();
        services.AddSchedule(settings.Database);
        services.AddTenant(configuration);
        services.AddRuns();
        services.AddWorks();
        services.AddDelivery();
        services.AddEvents();
        services.AddValidations(configuration);
        services.AddOpenApi();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: [DatabaseHealth.Ready]).AddCheck<HaltHealth>("writes", tags: [DatabaseHealth.Ready]);
    }
}
