using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MarketoSetupBot.Sandbox.Entra;
using MarketoSetupBot.Sandbox.World;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MarketoSetupBot.Sandbox.BotService;

/// <summary>
/// The way from a Teams client to the bot: what the Bot Connector does in Azure. The client posts an activity as it is; the bot gets it signed,
/// with a service URL under the connector's own host, so every check of the bot runs as it does for real.
/// </summary>
public sealed class Relay(SigningKeys keys, BotSettings settings, IHttpClientFactory clients, TimeProvider clock)
{
    /// <summary>A bot that is just starting gets this long before the client hears that it is not there.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };

    public async Task PassOnAsync(HttpContext context)
    {
        if (await ReadAsync(context.Request) is not { } activity || !ConnectorKey.IsClient(activity["serviceUrl"]?.ToString(), out var client))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync("An activity with the service URL of a client on this machine is expected.", context.RequestAborted);
            return;
        }

        var serviceUrl = ConnectorKey.ServiceUrl(client).AbsoluteUri;
        activity["serviceUrl"] = serviceUrl;
        using var answer = await SendAsync(activity.ToJsonString(), serviceUrl, context.RequestAborted);
        if (answer is null)
        {
            context.Response.StatusCode = StatusCodes.Status502BadGateway;
            await context.Response.WriteAsync($"No bot answers at {settings.Endpoint}.", context.RequestAborted);
            return;
        }

        await answer.CopyToAsync(context.Response, context.RequestAborted);
    }

    private static async Task<JsonObject?> ReadAsync(HttpRequest request)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Sends once. Only a connection that nobody accepts is tried again: then the bot has seen nothing.</summary>
    private async Task<HttpResponseMessage?> SendAsync(string activity, string serviceUrl, CancellationToken cancellationToken)
    {
        var until = clock.GetUtcNow() + Patience;
        while (true)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, settings.Endpoint) { Content = new StringContent(activity, Encoding.UTF8, "application/json") };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token(serviceUrl));
            try
            {
                return await clients.CreateClient(nameof(Relay)).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            }
            catch (HttpRequestException refused) when (refused.HttpRequestError is HttpRequestError.ConnectionError && clock.GetUtcNow() < until)
            {
                await Task.Delay(Pause, clock, cancellationToken);
            }
            catch (HttpRequestException)
            {
                return null;
            }
        }
    }

    private string Token(string serviceUrl)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = BotMetadata.Issuer,
            Audience = Contoso.BotAppId.ToString(),
            Claims = new Dictionary<string, object> { ["serviceurl"] = serviceUrl },
            NotBefore = now.AddMinutes(-5),
            Expires = now.AddHours(1),
            SigningCredentials = keys.BotFramework.Credentials,
        });
    }
}
