using MarketoSetupBot.Backend.Tenant;

namespace MarketoSetupBot.Backend.Dataverse;

internal static class DataverseRegistration
{
    /// <summary>A validation is shown after ten seconds; a call that takes longer is of no use to it.</summary>
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(10);

    public static IServiceCollection AddDataverse(this IServiceCollection services)
    {
        services.AddHttpClient(WebApi.Client, c => (c.Timeout, c.MaxResponseContentBufferSize) = (CallTimeout, WebApi.LargestAnswer))
            .UseSocketsHttpHandler((handler, _) =>
            {
                // A host is called because the connection names it; where it points to is nobody's business.
                handler.AllowAutoRedirect = false;
                handler.UseCookies = false;
                handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .AddHttpMessageHandler<GraphCallLog>();
        services.AddScoped<OrganisationDoor>();
        return services.AddSingleton<WebApi>().AddSingleton<OrganisationAddress>().AddSingleton<OrganisationReads>().AddSingleton<ApplicationUserReads>();
    }
}
