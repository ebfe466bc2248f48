using System.Text.Json.Nodes;
using MarketoSetupBot.Sandbox.Control;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Sandbox.Tests.Entra;

/// <summary>What Marketo's sign-in is told, for everything that can be wrong with it.</summary>
public sealed class PasswordGrantTests(Sandbox sandbox) : IClassFixture<Sandbox>, IAsyncLifetime
{
    private MarketoApp app = null!;

    public async Task InitializeAsync()
    {
        await sandbox.Control.ResetAsync();
        app = await MarketoApp.SetUpAsync(sandbox);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_complete_setup_lets_the_sync_user_in()
    {
        var (status, body) = await TryAsync();

        Assert.Equal(200, status);
        Assert.Equal("Bearer", body["token_type"]!.ToString());
        Assert.Equal("https://contoso.crm.dynamics.com/user_impersonation", body["scope"]!.ToString());
    }

    public static TheoryData<string, string, int, string> WrongRequests => new()
    {
        { "client_id", Guid.Empty.ToString(), 700016, "unauthorized_client" },
        { "client_secret", "wrong", 7000215, "invalid_client" },
        { "client_secret", "", 7000218, "invalid_client" },
        { "scope", "https://fabrikam.crm.dynamics.com/.default", 500011, "invalid_resource" },
        { "scope", "https://contoso.crm.dynamics.com/.default https://graph.microsoft.com/.default", 70011, "invalid_scope" },
        { "scope", "", 900144, "invalid_request" },
        { "scope", "https://graph.microsoft.com/.default", 650057, "invalid_resource" },
        { "username", "nobody@contoso.com", 50034, "invalid_grant" },
        { "username", "marketo.sync@corp.contoso.com", 50126, "invalid_grant" },
        { "password", "wrong", 50126, "invalid_grant" },
        { "grant_type", "device_code", 70003, "unsupported_grant_type" },
    };

    [Theory]
    [MemberData(nameof(WrongRequests))]
    public async Task A_wrong_request_is_refused_with_Entras_code(string field, string value, int code, string error)
    {
        var form = app.SignIn(sandbox.Secrets.SyncPassword);
        form[field] = value;

        var (_, body) = await sandbox.TokenRequestAsync(form);

        AssertRefused(body, code, error);
    }

    [Theory]
    [InlineData("common", 9001023)]
    [InlineData("consumers", 9001023)]
    [InlineData("organizations", 50194)]
    [InlineData("fabrikam.com", 90002)]
    public async Task A_wrong_authority_is_refused_with_Entras_code(string tenant, int code)
    {
        var (status, body) = await sandbox.TokenRequestAsync(app.SignIn(sandbox.Secrets.SyncPassword), tenant);

        Assert.Equal(400, status);
        Assert.Equal(code, body["error_codes"]![0]!.GetValue<int>());
    }

    public static TheoryData<string, int> UserConditions => new()
    {
        { """{"enabled":false}""", 50057 },
        { """{"guest":true}""", 50020 },
        { """{"noPassword":true}""", 50056 },
        { """{"passwordExpired":true}""", 50055 },
        { """{"perUserMfa":true}""", 50076 },
    };

    [Theory]
    [MemberData(nameof(UserConditions))]
    public async Task A_condition_of_the_user_is_refused_with_Entras_code(string change, int code)
    {
        await sandbox.Control.ChangeUserAsync(Contoso.SyncUser, System.Text.Json.JsonSerializer.Deserialize<UserBody>(change, SandboxJson.Options)!);

        AssertRefused((await TryAsync()).Body, code, "invalid_grant");
    }

    [Theory]
    [InlineData("mfa", 50076)]
    [InlineData("block", 53003)]
    [InlineData("compliantDevice", 53000)]
    [InlineData("domainJoinedDevice", 53001)]
    public async Task A_conditional_access_policy_refuses_and_is_named_in_the_sign_in_log(string control, int code)
    {
        await sandbox.Control.AddConditionalAccessAsync(new ConditionalAccessBody("Demand " + control, [control]));

        AssertRefused((await TryAsync()).Body, code, "invalid_grant");

        var (_, log) = await sandbox.GraphAsync(HttpMethod.Get, $"auditLogs/signIns?$filter=appId eq '{app.AppId}' and status/errorCode eq {code}");
        Assert.Equal("Demand " + control, log!["value"]![0]!["appliedConditionalAccessPolicies"]![0]!["displayName"]!.ToString());
    }

    [Fact]
    public async Task A_policy_that_excludes_the_sync_user_lets_it_in()
    {
        await sandbox.Control.AddConditionalAccessAsync(new ConditionalAccessBody("MFA", ["mfa"], ExcludedUsers: [Contoso.SyncUser.ObjectId]));

        Assert.Equal(200, (await TryAsync()).Status);
    }

    [Fact]
    public async Task Security_defaults_refuse()
    {
        await sandbox.Control.SetSecurityDefaultsAsync(true);

        AssertRefused((await TryAsync()).Body, 530035, "invalid_grant");
    }

    [Fact]
    public async Task Without_consent_the_permission_list_of_the_app_decides_what_is_said()
    {
        await sandbox.GraphAsync(HttpMethod.Delete, "oauth2PermissionGrants/" + app.GrantId);
        AssertRefused((await TryAsync()).Body, 65001, "invalid_grant");

        await sandbox.GraphAsync(HttpMethod.Patch, "applications/" + app.ObjectId, new { requiredResourceAccess = Array.Empty<object>() });
        AssertRefused((await TryAsync()).Body, 650057, "invalid_resource");
    }

    [Fact]
    public async Task An_expired_secret_is_told_apart_from_a_wrong_one()
    {
        var (_, soon) = await sandbox.GraphAsync(HttpMethod.Post, $"applications/{app.ObjectId}/addPassword", new { passwordCredential = new { endDateTime = sandbox.Clock.GetUtcNow().AddDays(1) } });
        sandbox.Clock.Advance(TimeSpan.FromDays(2));
        var form = app.SignIn(sandbox.Secrets.SyncPassword);
        form["client_secret"] = soon!["secretText"]!.ToString();

        AssertRefused((await sandbox.TokenRequestAsync(form)).Body, 7000222, "invalid_client");
    }

    [Fact]
    public async Task A_removed_secret_and_a_secrets_id_are_wrong_secrets()
    {
        var form = app.SignIn(sandbox.Secrets.SyncPassword);
        form["client_secret"] = app.KeyId;
        AssertRefused((await sandbox.TokenRequestAsync(form)).Body, 7000215, "invalid_client");

        await sandbox.GraphAsync(HttpMethod.Post, $"applications/{app.ObjectId}/removePassword", new { keyId = app.KeyId });
        AssertRefused((await TryAsync()).Body, 7000215, "invalid_client");
    }

    [Fact]
    public async Task A_public_client_must_not_bring_a_secret()
    {
        await sandbox.GraphAsync(HttpMethod.Patch, "applications/" + app.ObjectId, new { isFallbackPublicClient = true });

        AssertRefused((await TryAsync()).Body, 700025, "invalid_client");
    }

    [Fact]
    public async Task A_disabled_principal_and_a_required_assignment_refuse()
    {
        await sandbox.GraphAsync(HttpMethod.Patch, "servicePrincipals/" + app.PrincipalId, new { appRoleAssignmentRequired = true });
        AssertRefused((await TryAsync()).Body, 50105, "invalid_grant");

        await sandbox.GraphAsync(HttpMethod.Patch, "servicePrincipals/" + app.PrincipalId, new { accountEnabled = false });
        AssertRefused((await TryAsync()).Body, 7000112, "unauthorized_client");
    }

    [Fact]
    public async Task Ten_wrong_passwords_lock_the_account_for_a_minute()
    {
        for (var i = 0; i < 10; i++) AssertRefused((await sandbox.TokenRequestAsync(app.SignIn("wrong"))).Body, 50126, "invalid_grant");

        AssertRefused((await TryAsync()).Body, 50053, "invalid_grant");
        sandbox.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(200, (await TryAsync()).Status);
    }

    [Fact]
    public async Task A_federated_user_gets_in_only_with_password_hashes_and_a_home_realm_discovery_policy()
    {
        var form = app.SignIn(sandbox.Secrets.SyncPassword, Contoso.FederatedSyncUser.UserPrincipalName);
        await sandbox.Control.SetPasswordHashSyncAsync(true, true);
        AssertRefused((await sandbox.TokenRequestAsync(form)).Body, 50126, "invalid_grant");

        var (_, policy) = await sandbox.GraphAsync(HttpMethod.Post, "policies/homeRealmDiscoveryPolicies", new { displayName = "cloud password", definition = new[] { """{"HomeRealmDiscoveryPolicy":{"AllowCloudPasswordValidation":true}}""" } });
        var attach = new JsonObject { ["@odata.id"] = "https://graph.microsoft.com/v1.0/policies/homeRealmDiscoveryPolicies/" + policy!["id"] };
        var (attached, _) = await sandbox.GraphAsync(HttpMethod.Post, $"servicePrincipals/{app.PrincipalId}/homeRealmDiscoveryPolicies/$ref", attach.ToJsonString());

        Assert.Equal(204, (int)attached.StatusCode);
        Assert.Equal(200, (await sandbox.TokenRequestAsync(form)).Status);
    }

    private Task<(int Status, JsonNode Body)> TryAsync() => sandbox.TokenRequestAsync(app.SignIn(sandbox.Secrets.SyncPassword));

    private static void AssertRefused(JsonNode body, int code, string error)
    {
        Assert.Equal((code, error), (body["error_codes"]?[0]?.GetValue<int>() ?? 0, body["error"]?.ToString()));
        Assert.StartsWith($"AADSTS{code}:", body["error_description"]!.ToString(), StringComparison.Ordinal);
        Assert.NotNull(body["trace_id"]);
        Assert.NotNull(body["correlation_id"]);
    }
}
