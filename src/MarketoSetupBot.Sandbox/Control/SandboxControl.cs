using System.Net.Http.Json;
using MarketoSetupBot.Sandbox.PowerPlatform;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Sandbox.Control;

/// <summary>
/// The control API, typed. Works against a sandbox in this process or in another. Users are named by object id or user principal name. Every
/// method throws <see cref="SandboxControlException"/> when the sandbox refuses.
/// </summary>
/// <param name="sandbox">The sandbox's address, say <c>http://127.0.0.1:5090</c>.</param>
public sealed partial class SandboxControl(Uri sandbox) : IDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(sandbox, "/control/") };

    /// <summary>Everything back to how it began: tenant, sign-ins, faults, journal, Dynamics, Marketo. Secrets of bot and backend stay.</summary>
    public Task ResetAsync() => SendAsync(HttpMethod.Post, "reset", new { });

    /// <summary>Replaces the directory roles of a user.</summary>
    /// <param name="roles">Names or template ids.</param>
    public Task SetRolesAsync(Person user, params string[] roles) => SendAsync(HttpMethod.Put, $"users/{user.ObjectId}/roles", new RolesBody(roles));

    /// <summary>Gives a role for one administrative unit only, which is not enough for tenant-wide work.</summary>
    public Task SetScopedRolesAsync(Person user, string scope, params string[] roles) => SendAsync(HttpMethod.Put, $"users/{user.ObjectId}/roles", new RolesBody(roles, scope));

    /// <summary>Gives a role to people through a group.</summary>
    public Task AddRoleGroupAsync(string name, string role, params Person[] members) =>
        SendAsync(HttpMethod.Post, "role-groups", new RoleGroupBody(name, role, [.. members.Select(member => member.ObjectId)]));

    public Task ChangeUserAsync(Person user, UserBody change) => SendAsync(HttpMethod.Patch, $"users/{user.ObjectId}", change);

    public Task DisableAsync(Person user) => ChangeUserAsync(user, new UserBody { Enabled = false });

    public Task FederateAsync(string domain) => SendAsync(HttpMethod.Put, $"domains/{domain}", new DomainBody("Federated"));

    public Task ManageAsync(string domain) => SendAsync(HttpMethod.Put, $"domains/{domain}", new DomainBody("Managed"));

    /// <param name="directorySynchronised">Null: never was.</param>
    public Task SetPasswordHashSyncAsync(bool? directorySynchronised, bool passwordHashSync) => SendAsync(HttpMethod.Put, "hash-sync", new HashSyncBody(directorySynchronised, passwordHashSync));

    /// <summary>Takes an application permission from the backend, by its name, say <c>DelegatedPermissionGrant.ReadWrite.All</c>. Counts at once.</summary>
    public Task WithholdAsync(string permission) => WithholdAsync(Contoso.BackendAppId, permission);

    public Task WithholdAsync(Guid appId, string permission) => SendAsync(HttpMethod.Put, $"apps/{appId}/permissions", new PermissionBody(permission, false));

    /// <summary>Gives the backend an application permission. As in reality it is in tokens issued from now on.</summary>
    public Task GiveAsync(string permission) => GiveAsync(Contoso.BackendAppId, permission);

    public Task GiveAsync(Guid appId, string permission) => SendAsync(HttpMethod.Put, $"apps/{appId}/permissions", new PermissionBody(permission, true));

    /// <summary>Enables or disables an app's service principal.</summary>
    public Task SetAppEnabledAsync(Guid appId, bool enabled) => SendAsync(HttpMethod.Put, $"apps/{appId}/enabled", new SwitchBody(enabled));

    public Task AddConditionalAccessAsync(ConditionalAccessBody policy) => SendAsync(HttpMethod.Post, "conditional-access", policy);

    public Task ClearConditionalAccessAsync() => SendAsync(HttpMethod.Delete, "conditional-access", null);

    public Task SetSecurityDefaultsAsync(bool on) => SendAsync(HttpMethod.Put, "security-defaults", new SwitchBody(on));

    public Task ForbidSecretsAsync() => SendAsync(HttpMethod.Put, "secret-rules", new SecretRulesBody(true, null));

    public Task LimitSecretsAsync(int maxLifetimeDays) => SendAsync(HttpMethod.Put, "secret-rules", new SecretRulesBody(false, maxLifetimeDays));

    public Task AllowSecretsAsync() => SendAsync(HttpMethod.Put, "secret-rules", new SecretRulesBody(false, null));

    /// <summary>How long objects written from now on stay invisible.</summary>
    public Task SetReplicationLagAsync(TimeSpan lag) => SendAsync(HttpMethod.Put, "replication", new LagBody(lag.TotalSeconds));

    public Task AddFaultAsync(Fault fault) => SendAsync(HttpMethod.Post, "faults", fault);

    public Task ClearFaultsAsync() => SendAsync(HttpMethod.Delete, "faults", null);

    /// <param name="host">Only requests for that host; null for all.</param>
    public async Task<IReadOnlyList<JournalEntry>> JournalAsync(string? host = SandboxHosts.Graph) =>
        await client.GetFromJsonAsync<JournalEntry[]>("journal" + (host is null ? "" : "?host=" + host), SandboxJson.Options) ?? [];

    public Task ClearJournalAsync() => SendAsync(HttpMethod.Delete, "journal", null);

    /// <summary>Tells the Bot Service where the bot listens, say <c>http://127.0.0.1:3978/api/messages</c>.</summary>
    public Task SetBotAsync(Uri endpoint) => SendAsync(HttpMethod.Put, "bot", new BotBody(endpoint));

    /// <param name="ask">True: the token service has no token until a person signed in. False: silent single sign-on.</param>
    public Task AskForSignInAsync(bool ask = true) => SendAsync(HttpMethod.Put, "sign-in", new SignInModeBody(ask));

    /// <summary>The Power Platform administrator makes an application user for an app, and names it in "Marketo Config".</summary>
    public Task AddApplicationUserAsync(Guid clientId, string email, bool syncRole = true) =>
        SendAsync(HttpMethod.Post, "application-users", new NewApplicationUser(clientId, email, syncRole));

    /// <summary>The person's own token for the backend (<c>Setup.Act</c>), as the bot gets it.</summary>
    public Task<string> BackendTokenAsync(Person user) => TokenAsync(user, "backend");

    /// <summary>The person's single sign-on token, as Teams offers it to the bot for exchange.</summary>
    public Task<string> TeamsTokenAsync(Person user) => TokenAsync(user, "teams");

    public void Dispose() => client.Dispose();

    private async Task<string> TokenAsync(Person user, string kind)
    {
        using var response = await client.PostAsJsonAsync("tokens", new PersonTokenBody(user.ObjectId.ToString(), kind), SandboxJson.Options);
        await CheckAsync(response);
        return (await response.Content.ReadFromJsonAsync<TokenBody>(SandboxJson.Options))!.Token;
    }

    private async Task SendAsync(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body, body.GetType(), options: SandboxJson.Options) };
        using var response = await client.SendAsync(request);
        await CheckAsync(response);
    }

    private static async Task CheckAsync(HttpResponseMessage response)
    {
        if (!response.IsSuccessStatusCode) throw new SandboxControlException(await response.Content.ReadAsStringAsync() is { Length: > 0 } words ? words : $"The sandbox answered {(int)response.StatusCode}.");
    }
}
