using System.Net.Http.Headers;
using System.Text.Json;
using Benchmarks.Cloud;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Benchmarks.Servers;

/// <summary>
/// What an echo costs without a bot framework: the same token check (signature, issuer, audience, lifetime, service URL, endorsement, tenant),
/// one read of the body, one POST with a bearer token.
/// </summary>
internal sealed class Floor(IHttpClientFactory http)
{
    private readonly HttpClient client = http.CreateClient();
    private readonly JsonWebTokenHandler tokens = new() { MapInboundClaims = false };
    private readonly Lock gate = new();
    private Task<JsonWebKey>? key;

    public async Task AnswerAsync(HttpContext context)
    {
        using var activity = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var root = activity.RootElement;
        var serviceUrl = root.GetProperty("serviceUrl").GetString()!;
        var conversation = root.GetProperty("conversation").GetProperty("id").GetString()!;
        if (!await IsTeamsAsync(context.Request.Headers.Authorization.ToString(), root, serviceUrl))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var id = root.GetProperty("id").GetString()!;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{serviceUrl}v3/conversations/{Uri.EscapeDataString(conversation)}/activities/{id}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "bench");
        request.Content = new ByteArrayContent(Reply(root, conversation, id));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        using var response = await client.SendAsync(request, context.RequestAborted);
        using var sent = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(context.RequestAborted), cancellationToken: context.RequestAborted);
        if (sent.RootElement.GetProperty("id").GetString() is null) context.Response.StatusCode = StatusCodes.Status502BadGateway;
    }

    private static byte[] Reply(JsonElement root, string conversation, string id) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type = "message",
        text = "echo: " + root.GetProperty("text").GetString(),
        inputHint = "acceptingInput",
        replyToId = id,
        channelId = "msteams",
        conversation = new { id = conversation },
        from = new { id = root.GetProperty("recipient").GetProperty("id").GetString() },
        recipient = new { id = root.GetProperty("from").GetProperty("id").GetString() },
    });

    private async Task<bool> IsTeamsAsync(string header, JsonElement root, string serviceUrl)
    {
        var signingKey = await KeyAsync();
        var result = await tokens.ValidateTokenAsync(header["Bearer ".Length..], new TokenValidationParameters
        {
            IssuerSigningKey = signingKey,
            ValidAlgorithms = ["RS256"],
            ValidIssuer = "https://api.botframework.com",
            ValidAudience = FakeCloud.AppId,
        });
        return result.IsValid
            && result.ClaimsIdentity.FindFirst("serviceurl")?.Value == serviceUrl
            && signingKey.AdditionalData["endorsements"].ToString()!.Contains("msteams", StringComparison.Ordinal)
            && root.GetProperty("conversation").GetProperty("tenantId").GetString() == FakeCloud.Tenant;
    }

    private Task<JsonWebKey> KeyAsync()
    {
        lock (gate)
            return key ??= ReadAsync();

        async Task<JsonWebKey> ReadAsync() =>
            new JsonWebKeySet(await client.GetStringAsync(new Uri("https://login.botframework.com/v1/.well-known/keys"))).Keys[0];
    }
}
