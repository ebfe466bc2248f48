using System.Net.Http.Json;
using System.Text.Json;
using MarketoSetupBot.Sandbox.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace MarketoSetupBot.Sandbox.Tests.Marketo;

/// <summary>A person before Marketo's page: a running sandbox with an app registered for the sync, and the page's own requests.</summary>
public sealed class MarketoDesk : IAsyncDisposable
{
    private readonly WebApplication _sandbox;

    private MarketoDesk(WebApplication sandbox)
    {
        _sandbox = sandbox;
        Browser = new HttpClient { BaseAddress = new Uri(sandbox.Urls.First(url => url.StartsWith("http://", StringComparison.Ordinal))) };
        Cloud = new HttpClient(new SandboxReroute(Browser.BaseAddress) { InnerHandler = new HttpClientHandler() });
        App = Register();
    }

    public HttpClient Browser { get; }
    /// <summary>A client that knows the cloud by its real names.</summary>
    public HttpClient Cloud { get; }
    /// <summary>The app that Marketo signs in with: single tenant, permission, grant, no secret yet.</summary>
    public Application App { get; }
    public Tenant Tenant => _sandbox.Services.GetRequiredService<Tenant>();
    public ContosoSecrets Secrets => _sandbox.Services.GetRequiredService<ContosoSecrets>();
    public IEnumerable<string> Urls => _sandbox.Urls;

    public static async Task<MarketoDesk> SitDownAsync(params string[] args)
    {
        var sandbox = SandboxHost.Build(["--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning", .. args]);
        await sandbox.StartAsync();
        return new MarketoDesk(sandbox);
    }

    /// <summary>Creates a client secret as Entra would, and forgets nothing: the test plays the recipient.</summary>
    public (Guid KeyId, string Value) IssueSecret(TimeSpan? life = null)
    {
        var (keyId, value, now) = (Guid.NewGuid(), ContosoSecrets.Random(), DateTimeOffset.UtcNow);
        lock (Tenant.Gate)
        {
            Tenant.Remember(keyId, value);
            var app = Tenant.Applications[App.Id];
            var credential = new PasswordCredential { KeyId = keyId, Hint = value[..3], StartDateTime = now.AddDays(-1), EndDateTime = now + (life ?? TimeSpan.FromDays(180)) };
            Tenant.Applications[App.Id] = app with { PasswordCredentials = [.. app.PasswordCredentials, credential] };
        }
        return (keyId, value);
    }

    /// <summary>Disable Sync, Edit, Save.</summary>
    public async Task SaveAsync(string secret, string? clientId = null, string? username = null, string? password = null, string? url = null)
    {
        (await Browser.PostAsync(new Uri("/marketo/account/sync/disable", UriKind.Relative), null)).EnsureSuccessStatusCode();
        (await PutAsync(secret, clientId, username, password, url)).EnsureSuccessStatusCode();
    }

    public async Task<HttpResponseMessage> PutAsync(string? secret, string? clientId = null, string? username = null, string? password = null, string? url = null)
    {
        var shown = await ShownAsync();
        return await Browser.PutAsJsonAsync("/marketo/account/credentials", new
        {
            username = username ?? shown.GetProperty("username").GetString(),
            password,
            url = url ?? shown.GetProperty("url").GetString(),
            clientId = clientId ?? App.AppId.ToString(),
            clientSecret = secret,
        });
    }

    public Task<JsonElement> ShownAsync() => Browser.GetFromJsonAsync<JsonElement>("/marketo/account");

    /// <summary>Validate Sync Setup, Next.</summary>
    /// <returns>Seven marks, in order: a tick or a cross each.</returns>
    public async Task<string> ValidateAsync()
    {
        using var answer = await Browser.PostAsync(new Uri("/marketo/account/validation", UriKind.Relative), null);
        var checks = (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("checks");
        return string.Concat(checks.EnumerateArray().Select(check => check.GetProperty("passed").GetBoolean() ? '✓' : '✗'));
    }

    /// <summary>Changes the Dynamics organisation through the control API.</summary>
    public async Task OrganisationAsync(object change) =>
        (await Browser.PatchAsJsonAsync("/control/dataverse", change)).EnsureSuccessStatusCode();

    private Application Register()
    {
        var app = new Application
        {
            Id = Guid.NewGuid(),
            AppId = Guid.NewGuid(),
            DisplayName = "Marketo Integration",
            SignInAudience = "AzureADMyOrg",
            RequiredResourceAccess = [new(WellKnown.DynamicsAppId.ToString(), [new(WellKnown.DynamicsUserImpersonation, "Scope")])],
        };
        lock (Tenant.Gate)
        {
            Tenant.Applications.Add(app.Id, app);
            var principal = Tenant.Add(new ServicePrincipal { Id = Guid.NewGuid(), AppId = app.AppId, DisplayName = app.DisplayName, ServicePrincipalNames = [app.AppId.ToString()] });
            Tenant.Consent(principal, Tenant.FindServicePrincipal(WellKnown.DynamicsAppId)!, WellKnown.UserImpersonation);
        }
        return app;
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        Cloud.Dispose();
        await _sandbox.DisposeAsync();
    }
}
