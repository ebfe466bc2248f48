using System.Text.Json;
using System.Text.Json.Nodes;
using MarketoSetupBot.Sandbox.Entra;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Sandbox.BotService;

/// <summary>What <c>token.botframework.com</c> answers. Every call needs the bot's own token.</summary>
internal static class TokenService
{
    public static void MapTokenService(this IEndpointRouteBuilder routes)
    {
        var service = routes.MapGroup("/api").RequireHost(SandboxHosts.BotToken, SandboxHosts.BotApi);
        service.AddEndpointFilter(async (invocation, next) =>
            await BotTokens.ReadAsync(invocation.HttpContext.RequestServices.GetRequiredService<TokenCheck>(), invocation.HttpContext.Request) is null ? Results.StatusCode(401) : await next(invocation));
        service.MapGet("/usertoken/GetToken", GetToken);
        service.MapPost("/usertoken/exchange", ExchangeAsync);
        service.MapDelete("/usertoken/SignOut", SignOut);
        service.MapGet("/usertoken/GetTokenStatus", Status);
        service.MapGet("/botsignin/GetSignInResource", SignInResource);
    }

    private static IResult GetToken(string userId, string connectionName, string? code, SignIns signIns, PersonTokens tokens, BotSettings settings, TimeProvider clock)
    {
        if (connectionName != settings.ConnectionName) return NoConnection(connectionName);
        var person = code is { Length: > 0 } ? signIns.Redeem(connectionName, code.Trim(), userId) : signIns.Find(userId);
        return Token(person, connectionName, tokens, clock);
    }

    private static async Task<IResult> ExchangeAsync(string userId, string connectionName, HttpRequest request, TokenCheck check, SignIns signIns, PersonTokens tokens, BotSettings settings, TimeProvider clock)
    {
        if (connectionName != settings.ConnectionName) return NoConnection(connectionName);
        var offered = await OfferedAsync(request);
        if (offered is null) return Problem(400, "BadArgument", "A token to exchange is expected.");
        var audiences = (string[])[Contoso.BotAppId.ToString(), $"api://{Contoso.BotAppId}", $"api://botid-{Contoso.BotAppId}", Contoso.BackendAppId.ToString()];
        if (await check.ReadAsync(offered, audiences.Contains) is not { IsApp: false } bearer) return Problem(400, "InvalidToken", "The token cannot be exchanged.");
        signIns.SignIn(userId, bearer.ObjectId);
        return Token(bearer.ObjectId, connectionName, tokens, clock);
    }

    private static IResult SignOut(string userId, string? connectionName, SignIns signIns, BotSettings settings)
    {
        if (connectionName is not null && connectionName != settings.ConnectionName) return NoConnection(connectionName);
        signIns.SignOut(userId);
        return Results.Json(new { });
    }

    private static IResult Status(string userId, SignIns signIns, BotSettings settings) =>
        Results.Json(new[] { new { channelId = "msteams", connectionName = settings.ConnectionName, hasToken = signIns.Find(userId) is not null, serviceProviderDisplayName = "Azure Active Directory v2" } });

    /// <param name="state">Base64 of JSON that names the connection and the conversation.</param>
    private static IResult SignInResource(string state, BotSettings settings, OwnAddress own)
    {
        if (ConnectionIn(state) is not { } connection) return Problem(400, "BadArgument", "The state cannot be read.");
        if (connection != settings.ConnectionName) return NoConnection(connection);
        return Results.Json(new
        {
            signInLink = new Uri(own.Uri, "/signin?connection=" + Uri.EscapeDataString(connection)),
            tokenExchangeResource = new { id = Guid.NewGuid().ToString(), uri = $"api://botid-{Contoso.BotAppId}", providerId = "30dd229c-58e3-4a48-bdfd-91ec48eb906c" },
        });
    }

    private static IResult Token(Guid? person, string connectionName, PersonTokens tokens, TimeProvider clock) =>
        person is { } id && tokens.ForBackend(id) is { } token
            ? Results.Json(new { channelId = "msteams", connectionName, token, expiration = (clock.GetUtcNow() + TokenMint.Lifetime).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture) })
            : Results.StatusCode(404);

    private static async Task<string?> OfferedAsync(HttpRequest request)
    {
        try
        {
            return (await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted))?["token"]?.ToString();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? ConnectionIn(string state)
    {
        try
        {
            var named = JsonNode.Parse(Convert.FromBase64String(state)) as JsonObject;
            return named?.FirstOrDefault(field => field.Key.Equals("ConnectionName", StringComparison.OrdinalIgnoreCase)).Value?.ToString();
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException)
        {
            return null;
        }
    }

    private static IResult NoConnection(string name) => Problem(400, "BadArgument", $"The bot has no OAuth connection '{name}'.");

    private static IResult Problem(int status, string code, string message) => Results.Json(new { error = new { code, message } }, statusCode: status);
}
