using System.Globalization;
using System.Text.Json.Serialization;

namespace MarketoSetupBot.Sandbox.Entra;

/// <summary><c>POST /{tenant}/oauth2/v2.0/token</c></summary>
public static class TokenEndpoint
{
    private const string OnBehalfOf = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    public static async Task<IResult> AnswerAsync(string tenant, HttpContext context, TokenFlows flows, TokenMint mint, TimeProvider clock)
    {
        context.Response.Headers.CacheControl = "no-store, no-cache";
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        var request = new TokenRequest(tenant, form, context);
        TokenOutcome outcome = request["grant_type"] switch
        {
            null => Refusal.MissingParameter("grant_type"),
            "client_credentials" => flows.ForApp(request),
            "password" => flows.ForPassword(request),
            OnBehalfOf => await flows.OnBehalfOfAsync(request),
            var other => Refusal.UnsupportedGrant(other),
        };
        return outcome switch
        {
            TokenOutcome.Granted granted => Results.Json(Success.From(granted, mint), SandboxJson.Options),
            TokenOutcome.Refused refused => Results.Json(Failure.From(refused.Refusal, request, clock), SandboxJson.Options, statusCode: refused.Refusal.Status),
            _ => throw new InvalidOperationException("A token request is granted or refused."),
        };
    }

    private sealed record Success(
        [property: JsonPropertyName("token_type")] string TokenType,
        [property: JsonPropertyName("expires_in")] int ExpiresIn,
        [property: JsonPropertyName("ext_expires_in")] int ExtExpiresIn,
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("scope"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Scope,
        [property: JsonPropertyName("id_token"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? IdToken,
        [property: JsonPropertyName("client_info"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ClientInfo)
    {
        public static Success From(TokenOutcome.Granted granted, TokenMint mint)
        {
            // Five minutes less than the token is valid, so that no clock skew makes a client use it too late.
            var seconds = (int)TokenMint.Lifetime.TotalSeconds - 301;
            return granted.Person is null
                ? new("Bearer", seconds, seconds, granted.AccessToken, null, null, null)
                : new("Bearer", seconds, seconds, granted.AccessToken,
                    string.Join(' ', granted.Scopes.Select(scope => granted.Requested.ResourceId + "/" + scope).Concat(granted.Requested.OpenId)),
                    granted.Requested.OpenId.Contains("openid") ? mint.IdToken(granted.Person, granted.Client!) : null,
                    mint.ClientInfo(granted.Person));
        }

        public override string ToString() => "Success";
    }

    private sealed record Failure(
        [property: JsonPropertyName("error")] string Error,
        [property: JsonPropertyName("error_description")] string Description,
        [property: JsonPropertyName("error_codes")] int[] Codes,
        [property: JsonPropertyName("timestamp")] string Timestamp,
        [property: JsonPropertyName("trace_id")] Guid TraceId,
        [property: JsonPropertyName("correlation_id")] Guid CorrelationId,
        [property: JsonPropertyName("error_uri")] string Uri,
        [property: JsonPropertyName("suberror"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Suberror,
        [property: JsonPropertyName("claims"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Claims)
    {
        public static Failure From(Refusal refusal, TokenRequest request, TimeProvider clock)
        {
            var now = clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            var trace = Guid.NewGuid();
            return new(refusal.Error, $"AADSTS{refusal.Code}: {refusal.Text} Trace ID: {trace} Correlation ID: {request.CorrelationId} Timestamp: {now}",
                [refusal.Code], now, trace, request.CorrelationId, $"https://{SandboxHosts.Login}/error?code={refusal.Code}", refusal.Suberror, refusal.Claims);
        }
    }
}
