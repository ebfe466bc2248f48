using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using MarketoSetupBot.Backend.Tenant;

namespace MarketoSetupBot.Backend.Dataverse;

/// <summary>
/// Reads of the Dataverse Web API. No redirect is followed, an answer has a largest size, and every failure becomes a <see cref="TroubleException"/> or,
/// for 403, a <see cref="DataverseRefusedException"/>. Bodies are never logged.
/// </summary>
internal sealed class WebApi(IHttpClientFactory clients)
{
    public const string Client = "dataverse";

    /// <summary>The definitions of all tables with their labels are the largest answer: about two megabytes.</summary>
    public const int LargestAnswer = 8 * 1024 * 1024;

    /// <exception cref="TroubleException" />
    /// <exception cref="DataverseRefusedException" />
    public async Task<JsonElement> ReadAsync(OrganisationHost host, string token, string path, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(host, token, path, cancellationToken);
        var body = await ParseAsync(response, cancellationToken);
        if (response.IsSuccessStatusCode) return body ?? throw Outage("empty-answer");
        var code = body is { } error ? CodeOf(error) : "";
        if (response.StatusCode is HttpStatusCode.Forbidden) throw new DataverseRefusedException(code);
        throw new TroubleException(new Trouble(KindOf(response.StatusCode), code.Length > 0 ? code : $"{(int)response.StatusCode}", "", response.Headers.RetryAfter?.Delta));
    }

    /// <summary>The rows of a set. Pages beyond the first, of 5,000 rows, are not needed by any read of ours.</summary>
    public async Task<IReadOnlyList<JsonElement>> RowsAsync(OrganisationHost host, string token, string path, CancellationToken cancellationToken) =>
        (await ReadAsync(host, token, path, cancellationToken)).TryGetProperty("value", out var rows) && rows.ValueKind is JsonValueKind.Array
            ? [.. rows.EnumerateArray()]
            : throw Outage("empty-answer");

    /// <summary>What an organisation says to somebody without a token: where to get one, which names its tenant.</summary>
    /// <exception cref="TroubleException" />
    public async Task<(HttpStatusCode Status, string Challenge)> KnockAsync(OrganisationHost host, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(host, null, "WhoAmI", cancellationToken);
        if (KindOf(response.StatusCode) is TroubleKind.Outage or TroubleKind.Throttled) throw Outage($"{(int)response.StatusCode}");
        // Parameters without quotes are not what the header's own parser expects, so the text is taken as it is.
        return (response.StatusCode, string.Join(' ', response.Headers.NonValidated.TryGetValues("WWW-Authenticate", out var values) ? values : []));
    }

    private async Task<HttpResponseMessage> SendAsync(OrganisationHost host, string? token, string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, host.Api(path));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.Add("OData-Version", "4.0");
        request.Headers.Add("OData-MaxVersion", "4.0");
        // Whoever presses "check again" has just changed a role; a cached answer would say that it did not help.
        request.Headers.Add("Consistency", "Strong");
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            return await clients.CreateClient(Client).SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.NameResolutionError)
        {
            throw new TroubleException(new Trouble(TroubleKind.Absent, "no-such-host", "", null));
        }
        catch (Exception e) when (Trouble.From(e, "", cancellationToken) is { } trouble)
        {
            throw new TroubleException(trouble);
        }
    }

    private static async Task<JsonElement?> ParseAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string CodeOf(JsonElement body) =>
        body.ValueKind is JsonValueKind.Object && body.TryGetProperty("error", out var error) && error.TryGetProperty("code", out var code)
            ? code.GetString() ?? ""
            : "";

    private static TroubleKind KindOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.NotFound => TroubleKind.Absent,
        HttpStatusCode.TooManyRequests => TroubleKind.Throttled,
        HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => TroubleKind.Outage,
        _ => TroubleKind.Refused,
    };

    private static TroubleException Outage(string code) => new(new Trouble(TroubleKind.Outage, code, "", null));
}
