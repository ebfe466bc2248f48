using MarketoSetupBot.Backend.Tenant;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;

namespace MarketoSetupBot.Backend.Targets;

internal static class TargetRegistration
{
    private const string Client = "graph-targets";

    public static IServiceCollection AddTargets(this IServiceCollection services)
    {
        services.AddOutgoing(Client).AddHttpMessageHandler(() => new ParametersNameDecodingHandler());
        services.AddSingleton(s => new TargetReads(new GraphServiceClient(
            s.GetRequiredService<IHttpClientFactory>().CreateClient(Client), new BaseBearerTokenAuthenticationProvider(new GraphTokens(s.GetRequiredService<AppTokens>())))));
        return services.AddSingleton<ProductObjects>().AddSingleton<RecordedObjects>().AddSingleton<TargetGuard>().AddSingleton<TargetAlarm>();
    }
}
