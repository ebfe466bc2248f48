using MarketoSetupBot.Contracts;
using MarketoSetupBot.Settings;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace MarketoSetupBot.Events;

/// <summary>Who may push events: the backend, by its own app token with the role <c>Events.Push</c>. No person ever may.</summary>
internal sealed class EventsAccess(BotSettings settings, IHttpClientFactory factory) : IConfigureNamedOptions<JwtBearerOptions>
{
    public const string Policy = "events";
    public const string ClientName = "entra-keys";

    public void Configure(string? name, JwtBearerOptions options)
    {
        if (name != JwtBearerDefaults.AuthenticationScheme) return;
        var authority = $"https://login.microsoftonline.com/{settings.TenantId}/v2.0";
        options.MapInboundClaims = false;
        // The adapter has its own way with the tokens of the Bot Framework, which are no business of this scheme.
        options.Events = new JwtBearerEvents { OnMessageReceived = OnlyEvents };
        options.ConfigurationManager = new ConfigurationManager<OpenIdConnectConfiguration>(
            authority + "/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(factory.CreateClient(ClientName)));
        options.TokenValidationParameters.ValidIssuer = authority;
        options.TokenValidationParameters.ValidAudiences = [settings.AppId, $"api://{settings.AppId}"];
        options.TokenValidationParameters.ValidAlgorithms = ["RS256"];
        options.TokenValidationParameters.RoleClaimType = "roles";
    }

    private static Task OnlyEvents(MessageReceivedContext context)
    {
        if (!context.Request.Path.StartsWithSegments(Routes.BotEvents, StringComparison.Ordinal)) context.NoResult();
        return Task.CompletedTask;
    }

    public void Configure(JwtBearerOptions options) => Configure(Options.DefaultName, options);
}

internal static class EventsAccessRegistration
{
    public static void AddEventsAccess(this IServiceCollection services, BotSettings settings)
    {
        services.AddHttpClient(EventsAccess.ClientName);
        services.AddSingleton<IConfigureOptions<JwtBearerOptions>, EventsAccess>();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.AddAuthorizationBuilder().AddPolicy(EventsAccess.Policy, policy => policy
            .RequireRole(Scopes.EventsPush)
            .RequireClaim("azp", settings.BackendClientId)
            .RequireAssertion(context => !context.User.HasClaim(claim => claim.Type == "scp")));
    }
}
