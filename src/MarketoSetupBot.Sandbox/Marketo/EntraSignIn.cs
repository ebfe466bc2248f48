using System.Text.Json;

namespace MarketoSetupBot.Sandbox.Marketo;

/// <summary>Marketo's password grant, or with server to server its client credentials, with exactly what was saved: a blank that somebody pasted is sent as it is.</summary>
internal sealed class EntraSignIn(IHttpClientFactory clients)
{
    /// <summary>Codes that Entra gives after it has accepted user and client: the app lacks consent or the permission.</summary>
    private static readonly int[] ConsentMissing = [65001, 65005, 650056, 650057];

    public async Task<SignInOutcome> SignInAsync(DynamicsOrganisation organisation, SavedCredentials saved, CancellationToken cancellation)
    {
        using var client = clients.CreateClient(MarketoAdmin.Client);
        var forItself = saved.Method is SignInMethod.ServerToServer;
        var fields = new Dictionary<string, string>
        {
            ["grant_type"] = forItself ? "client_credentials" : "password",
            ["client_id"] = saved.ClientId,
            ["client_secret"] = saved.ClientSecret,
            ["scope"] = $"{organisation.Resource}/.default",
        };
        if (!forItself) (fields["username"], fields["password"]) = (saved.Username, saved.Password);
        using var form = new FormUrlEncodedContent(fields);
        // Server to server, Marketo asks where it was told to, not where Dynamics points.
        var authority = forItself ? new Uri(new Uri(organisation.Authority), "/" + Uri.EscapeDataString(saved.TenantId)).ToString() : organisation.Authority;
        using var answer = await client.PostAsync(new Uri($"{authority}/oauth2/v2.0/token"), form, cancellation);
        using var body = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(cancellation), cancellationToken: cancellation);
        if (answer.IsSuccessStatusCode) return new(body.RootElement.GetProperty("access_token").GetString(), true);
        return new(null, body.RootElement.TryGetProperty("error_codes", out var codes)
            && codes.EnumerateArray().Any(code => ConsentMissing.Contains(code.GetInt32())));
    }
}

/// <summary>A class, so that nothing prints the token by accident.</summary>
/// <param name="token">Null when Entra gave none.</param>
/// <param name="credentialsAccepted">Whether user name, password, client id and secret were right.</param>
internal sealed class SignInOutcome(string? token, bool credentialsAccepted)
{
    public string? Token { get; } = token;
    public bool CredentialsAccepted { get; } = credentialsAccepted;
}
