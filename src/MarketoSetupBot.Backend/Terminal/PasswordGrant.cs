using System.Text.Json;
using MarketoSetupBot.Backend.Tenant;

namespace MarketoSetupBot.Backend.Terminal;

/// <summary>Entra's answer to a request for a token. The token itself is not read.</summary>
internal abstract record GrantAnswer
{
    private GrantAnswer()
    {
    }

    internal sealed record Granted : GrantAnswer;

    /// <param name="Code">The number behind <c>AADSTS</c>.</param>
    internal sealed record Refused(int Code) : GrantAnswer;

    /// <summary>None came, or one without a code.</summary>
    internal sealed record Missing : GrantAnswer;
}

/// <summary>
/// The password grant exactly as Marketo asks for it. By hand and not through MSAL, which would look at the user's realm first and so take another way
/// for federated users. Source: OAuth 2.0 resource owner password credentials, Microsoft identity platform.
/// </summary>
internal sealed class PasswordGrant(IHttpClientFactory clients, BackendIdentity identity)
{
    public const string Client = "probe";

    /// <summary>A token for the application itself: touches no user and locks nobody out.</summary>
    public Task<GrantAnswer> AskForItselfAsync(string clientId, string secret, string scope, CancellationToken cancellationToken)
        => AskAsync([new("grant_type", "client_credentials"), new("client_id", clientId), new("client_secret", secret), new("scope", scope)], cancellationToken);

    /// <summary>One attempt. Whoever calls makes no second one: wrong passwords lock the user.</summary>
    public Task<GrantAnswer> AskAsync(string clientId, string secret, string scope, string user, TypedPassword password, CancellationToken cancellationToken)
        => AskAsync(
            [
                new("grant_type", "password"), new("client_id", clientId), new("client_secret", secret), new("scope", scope),
                new("username", user), new("password", password.Reveal()),
            ], cancellationToken);

    private async Task<GrantAnswer> AskAsync(IEnumerable<KeyValuePair<string, string>> form, CancellationToken cancellationToken)
    {
        var token = new Uri($"https://login.microsoftonline.com/{identity.TenantId}/oauth2/v2.0/token");
        try
        {
            using var body = new FormUrlEncodedContent(form);
            using var request = new HttpRequestMessage(HttpMethod.Post, token) { Content = body };
            using var answer = await clients.CreateClient(Client).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return answer.IsSuccessStatusCode ? new GrantAnswer.Granted() : await ReadAsync(answer, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or JsonException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new GrantAnswer.Missing();
        }
    }

    /// <summary>The code alone: the text names users and addresses.</summary>
    private static async Task<GrantAnswer> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        using var error = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(cancellationToken), cancellationToken: cancellationToken);
        return error.RootElement is { ValueKind: JsonValueKind.Object } root
            && root.TryGetProperty("error_codes", out var codes) && codes is { ValueKind: JsonValueKind.Array }
            && codes.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Number } first && first.TryGetInt32(out var code)
            ? new GrantAnswer.Refused(code)
            : new GrantAnswer.Missing();
    }
}
