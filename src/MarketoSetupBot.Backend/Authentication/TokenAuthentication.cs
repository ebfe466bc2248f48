using MarketoSetupBot.Backend.Problems;
using MarketoSetupBot.Backend.Settings;
using MarketoSetupBot.Contracts;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.IdentityModel.Tokens;

namespace MarketoSetupBot.Backend.Authentication;

internal static class TokenAuthentication
{
    private const string KeysClient = "entra-keys";

    /// <summary>Tokens of Entra v2.0 for this backend, from this tenant, requested by the bot; nothing else gets in.</summary>
    public static void AddTokenAuthentication(this IServiceCollection services, CallerSettings settings)
    {
        services.AddHttpClient(KeysClient).RemoveAllLoggers();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<IHttpClientFactory>((options, clients) => Configure(options, settings, clients));
        services.AddAuthorizationBuilder()
            .AddPolicy(Policies.Person, policy => policy.RequireAuthenticatedUser().RequireAssertion(
                c => TokenRules.IsPersonOf(c.User, settings.TenantId, settings.BotClientId)))
            .AddPolicy(Policies.PersonOrBot, policy => policy.RequireAuthenticatedUser().RequireAssertion(
                c => TokenRules.IsPersonOf(c.User, settings.TenantId, settings.BotClientId)
                    || TokenRules.IsBotReader(c.User, settings.TenantId, settings.BotClientId)));
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, PolicyAnswers>();
    }

    private static void Configure(JwtBearerOptions options, CallerSettings settings, IHttpClientFactory clients)
    {
        options.Authority = settings.Authority + "/v2.0";
        options.Backchannel = clients.CreateClient(KeysClient);
        options.MapInboundClaims = false;
        // Nothing of a token or of why it failed goes into an answer header.
        options.IncludeErrorDetails = false;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = settings.Authority + "/v2.0",
            ValidAudience = settings.ClientId,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ValidateIssuer = true,
            ValidateAudience = true,
            ValidateLifetime = true,
            ValidateIssuerSigningKey = true,
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            NameClaimType = "name",
            RoleClaimType = "roles",
        };
        options.Events = new JwtBearerEvents
        {
            OnChallenge = context =>
            {
                context.HandleResponse();
                context.Response.Headers.WWWAuthenticate = "Bearer";
                return new Refused(new Refusal(401, ProblemCodes.SignInRequired)).ExecuteAsync(context.HttpContext);
            },
        };
    }
}
