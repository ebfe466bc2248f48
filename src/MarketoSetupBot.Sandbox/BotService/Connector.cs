using MarketoSetupBot.Sandbox.Entra;
using MarketoSetupBot.Sandbox.World;
using Microsoft.AspNetCore.Http.Features;

namespace MarketoSetupBot.Sandbox.BotService;

/// <summary>The way from the bot to a Teams client: checks the bot's token and forwards to the client that the key stands for.</summary>
public sealed class Connector(TokenCheck check, IHttpClientFactory clients)
{
    public async Task ForwardAsync(HttpContext context)
    {
        // The raw target: ids contain encoded signs that must arrive as they were sent.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var parts = target.Split('/', 3);
        if (parts.Length < 3 || !ConnectorKey.TryRead(parts[1], out var client))
        {
            await RefuseAsync(context, 404, "ConversationNotFound", "No Teams client has this service URL.");
            return;
        }

        if (await BotTokens.ReadAsync(check, context.Request) is null)
        {
            await RefuseAsync(context, 401, "Unauthorized", "Authorization has been denied for this request.");
            return;
        }

        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), $"{client.AbsoluteUri.TrimEnd('/')}/{parts[2]}");
        if (context.Request.ContentLength is > 0 || context.Request.Headers.TransferEncoding.Count > 0)
        {
            request.Content = new StreamContent(context.Request.Body);
            if (context.Request.ContentType is { } type) request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        try
        {
            using var answer = await clients.CreateClient(nameof(Connector)).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
            await answer.CopyToAsync(context.Response, context.RequestAborted);
        }
        catch (HttpRequestException)
        {
            await RefuseAsync(context, 502, "ServiceError", "The Teams client does not answer.");
        }
    }

    private static Task RefuseAsync(HttpContext context, int status, string code, string message)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new { error = new { code, message } }, SandboxJson.Options, context.RequestAborted);
    }
}

/// <summary>What the Bot Service asks of the bot: its own token, for the Bot Service.</summary>
internal static class BotTokens
{
    public static async Task<Bearer?> ReadAsync(TokenCheck check, HttpRequest request) =>
        await check.ReadAsync(request, audience => audience.TrimEnd('/') == BotMetadata.Issuer) is { IsApp: true } bearer && bearer.ClientAppId == Contoso.BotAppId ? bearer : null;
}
