using MarketoSetupBot.Backend.Checks;
using MarketoSetupBot.Backend.Plans;
using MarketoSetupBot.Backend.Secrets;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Backend.Steps;
using MarketoSetupBot.Backend.Targets;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Graph;
using Microsoft.Identity.Client;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;

namespace MarketoSetupBot.Backend.Tenant;

/// <summary>Everything in the backend that talks to Microsoft.</summary>
public static class TenantRegistration
{
    internal const string GraphClient = "graph";

    /// <summary>Longer than Graph's slowest ordinary answer, shorter than the engine's patience.</summary>
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(30);

    /// <exception cref="Settings.SettingsException">A setting is missing or wrong.</exception>
    public static IServiceCollection AddTenant(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(BackendIdentity.From(configuration));
        services.AddSingleton(ConsentSettings.From(configuration));
        services.AddSingleton(ProductApps.From(configuration));
        services.TryAddSingleton(TimeProvider.System);
        services.AddTokens().AddTargets().AddGraph();
        services.AddSingleton<TenantReads>().AddSingleton<CheckReads>().AddSingleton<IDirectory, Plans.Directory>();
        services.AddSingleton<Adoption>().AddSingleton<CandidateReads>().AddSingleton<Candidates>();
        services.AddSingleton<Survey>().AddSingleton<IPreflight, Preflight>();
        services.AddSingleton<ISecretIssuer, SecretIssuer>();
        return services.AddSteps().AddChecks();
    }

    private static IServiceCollection AddTokens(this IServiceCollection services)
    {
        services.AddOutgoing(MsalHttpClients.Name);
        services.AddSingleton<IMsalHttpClientFactory, MsalHttpClients>();
        services.AddSingleton(s => Credentials.Build(
            s.GetRequiredService<BackendIdentity>(), s.GetRequiredService<IMsalHttpClientFactory>()));
        services.AddSingleton<AppTokens>();
        services.AddScoped<AskingPerson>().AddScoped<PersonTokens>().AddScoped<PersonReads>();
        return services.AddSingleton<IAppTokens>(s => s.GetRequiredService<AppTokens>());
    }

    private static IServiceCollection AddGraph(this IServiceCollection services)
    {
        // Of Kiota's handlers only this one is kept. Its RetryHandler repeats a POST on 504 and so would create a second
        // secret; redirects and URI replacement have no use here.
        services.AddTransient<TenantWrites>();
        services.AddOutgoing(GraphClient).AddHttpMessageHandler(() => new ParametersNameDecodingHandler()).AddHttpMessageHandler<TenantWrites>();
        services.AddSingleton(s => new GraphServiceClient(
            s.GetRequiredService<IHttpClientFactory>().CreateClient(GraphClient),
            new BaseBearerTokenAuthenticationProvider(new GraphTokens(s.GetRequiredService<AppTokens>()))));
        return services.AddSingleton<TenantGraph>();
    }

    /// <summary>A client for singletons: connections are renewed instead of handlers, so DNS changes are seen.</summary>
    internal static IHttpClientBuilder AddOutgoing(this IServiceCollection services, string name)
    {
        services.TryAddTransient<GraphCallLog>();
        return services.AddHttpClient(name, c => c.Timeout = CallTimeout)
            .UseSocketsHttpHandler((handler, _) => handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .AddHttpMessageHandler<GraphCallLog>();
    }
}
