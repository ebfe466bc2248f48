using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MarketoSetupBot.Sandbox.Marketo;

/// <param name="Root">Scheme and host.</param>
/// <param name="Authority">Where this organisation's users sign in, from its own challenge.</param>
/// <param name="Resource">What a token for it is for.</param>
internal sealed record DynamicsOrganisation(Uri Root, string Authority, string Resource);

/// <summary>What Marketo reads in Dynamics as the sync user.</summary>
internal sealed partial class DynamicsReads(IHttpClientFactory clients)
{
    /// <returns>Null when there is no organisation at that address.</returns>
    public async Task<DynamicsOrganisation?> FindAsync(string url, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !SandboxHosts.IsMicrosoft(address.Host)) return null;
        var root = new Uri(address.GetLeftPart(UriPartial.Authority));
        using var client = clients.CreateClient(MarketoAdmin.Client);
        // An organisation answers a question without a token with where to get one.
        using var answer = await client.GetAsync(new Uri(root, "/api/data/v9.2/WhoAmI"), cancellation);
        if (answer.StatusCode != HttpStatusCode.Unauthorized) return null;
        var challenge = Challenge().Match(answer.Headers.WwwAuthenticate.ToString());
        return challenge.Success
            ? new(root, challenge.Groups["authority"].Value, challenge.Groups["resource"].Value.TrimEnd('/'))
            : null;
    }

    public async Task<Guid?> WhoAmIAsync(DynamicsOrganisation at, string token, CancellationToken cancellation) =>
        await GetAsync(at, token, "WhoAmI", cancellation) is { } answer ? answer.GetProperty("UserId").GetGuid() : null;

    public async Task<string?> EmailAsync(DynamicsOrganisation at, string token, Guid user, CancellationToken cancellation) =>
        await GetAsync(at, token, $"systemusers({user})?$select=internalemailaddress", cancellation) is { } row ? row.GetProperty("internalemailaddress").GetString() : null;

    public async Task<bool> HasSyncRoleAsync(DynamicsOrganisation at, string token, Guid user, CancellationToken cancellation) =>
        (await RowsAsync(at, token, $"systemusers({user})/systemuserroles_association?$select=name", cancellation))
            .Any(role => role.GetProperty("name").GetString() == "Marketo Sync User");

    /// <returns>Id of the Marketo solution; null when it is not there.</returns>
    public async Task<Guid?> SolutionAsync(DynamicsOrganisation at, string token, CancellationToken cancellation) =>
        (await RowsAsync(at, token, "solutions?$select=solutionid,version&$filter=friendlyname eq 'Marketo Lead Management'", cancellation))
            .Select(row => (Guid?)row.GetProperty("solutionid").GetGuid()).FirstOrDefault();

    public async Task<bool> AllStepsEnabledAsync(DynamicsOrganisation at, string token, Guid solution, CancellationToken cancellation) =>
        (await RowsAsync(at, token, $"sdkmessageprocessingsteps?$select=statecode&$filter=solutionid eq {solution}", cancellation))
            is { Length: > 0 } steps && steps.All(step => step.GetProperty("statecode").GetInt32() == 0);

    /// <returns>"Marketo User" of the Default record; null when nobody is set.</returns>
    public async Task<Guid?> ConfiguredUserAsync(DynamicsOrganisation at, string token, CancellationToken cancellation) =>
        (await RowsAsync(at, token, "mkt_marketoconfigs?$filter=mkt_name eq 'Default'", cancellation))
            .Select(row => row.GetProperty("_mkt_marketouser_value")).FirstOrDefault() is { ValueKind: JsonValueKind.String } user
            ? user.GetGuid()
            : null;

    /// <returns>No rows when Dynamics refuses: for Marketo that is a red cross like any other.</returns>
    private async Task<JsonElement[]> RowsAsync(DynamicsOrganisation at, string token, string question, CancellationToken cancellation) =>
        await GetAsync(at, token, question, cancellation) is { } answer ? [.. answer.GetProperty("value").EnumerateArray()] : [];

    private async Task<JsonElement?> GetAsync(DynamicsOrganisation at, string token, string question, CancellationToken cancellation)
    {
        using var client = clients.CreateClient(MarketoAdmin.Client);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(at.Root, $"/api/data/v9.2/{question}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await client.SendAsync(request, cancellation);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<JsonElement>(cancellation) : null;
    }

    [GeneratedRegex("authorization_uri=(?<authority>https://[^,\\s]+)/oauth2/authorize,\\s*resource_id=(?<resource>https://[^,\\s]+)")]
    private static partial Regex Challenge();
}
