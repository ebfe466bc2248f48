using System.Text.Json.Nodes;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Sandbox.Tests.Graph;

/// <summary>The answers of Graph that a careful caller must understand.</summary>
public sealed class GraphRulesTests(Sandbox sandbox) : IClassFixture<Sandbox>, IAsyncLifetime
{
    public Task InitializeAsync() => sandbox.Control.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task An_upsert_creates_with_a_body_and_updates_without_one()
    {
        var (created, app) = await UpsertAsync("first");
        var (updated, nothing) = await UpsertAsync("second");
        var (_, read) = await sandbox.GraphAsync(HttpMethod.Get, "applications(uniqueName='setup-1')?$select=id,displayName,uniqueName");

        Assert.Equal((201, 204), ((int)created.StatusCode, (int)updated.StatusCode));
        Assert.Null(nothing);
        Assert.Equal(app!["id"]!.ToString(), read!["id"]!.ToString());
        Assert.Equal("second", read["displayName"]!.ToString());
        Assert.Equal("https://graph.microsoft.com/v1.0/$metadata#applications(id,displayName,uniqueName)/$entity", read["@odata.context"]!.ToString());
    }

    [Fact]
    public async Task A_patch_by_unique_name_without_the_preference_does_not_create()
    {
        var (response, body) = await sandbox.GraphAsync(HttpMethod.Patch, "applications(uniqueName='setup-2')", new { displayName = "x" });

        Assert.Equal(404, (int)response.StatusCode);
        Assert.Equal("Request_ResourceNotFound", body!["error"]!["code"]!.ToString());
    }

    [Fact]
    public async Task An_error_carries_the_ids_of_its_headers()
    {
        var (response, body) = await sandbox.GraphAsync(HttpMethod.Get, "applications/" + Guid.NewGuid(), null, ("client-request-id", "1d3f2c4b-0000-4000-8000-00000000beef"));

        var inner = body!["error"]!["innerError"]!;
        Assert.Equal("1d3f2c4b-0000-4000-8000-00000000beef", inner["client-request-id"]!.ToString());
        Assert.Equal(response.Headers.GetValues("request-id").Single(), inner["request-id"]!.ToString());
    }

    [Fact]
    public async Task A_caller_without_the_permission_is_denied()
    {
        await sandbox.Control.WithholdAsync("DelegatedPermissionGrant.ReadWrite.All");
        var app = (await sandbox.GraphAsync(HttpMethod.Post, "applications", MarketoApp.Wanted())).Body!;
        var principal = (await sandbox.GraphAsync(HttpMethod.Post, "servicePrincipals", new { appId = app["appId"] })).Body!;

        var (response, body) = await sandbox.GraphAsync(HttpMethod.Post, "oauth2PermissionGrants", MarketoApp.Grant(principal["id"]!.ToString(), await MarketoApp.DynamicsAsync(sandbox)));

        Assert.Equal(403, (int)response.StatusCode);
        Assert.Equal("Authorization_RequestDenied", body!["error"]!["code"]!.ToString());
    }

    [Fact]
    public async Task An_app_made_by_somebody_else_can_be_read_and_not_written()
    {
        var (_, list) = await sandbox.GraphAsync(HttpMethod.Get, $"applications?$filter=appId eq '{Contoso.BotAppId}'");
        var theirs = list!["value"]![0]!["id"]!.ToString();

        var (changed, _) = await sandbox.GraphAsync(HttpMethod.Patch, "applications/" + theirs, new { displayName = "mine now" });
        var (secret, _) = await sandbox.GraphAsync(HttpMethod.Post, $"applications/{theirs}/addPassword", new { });
        var (deleted, _) = await sandbox.GraphAsync(HttpMethod.Delete, "applications/" + theirs);

        Assert.Equal((403, 403, 403), ((int)changed.StatusCode, (int)secret.StatusCode, (int)deleted.StatusCode));
    }

    [Theory]
    [InlineData("""{"displayName":"x","colour":"red"}""")]
    [InlineData("""{"displayName":"x","appId":"c0a8e6d4-5b1f-4f0e-8a37-9d2b64f7e021"}""")]
    [InlineData("""{"displayName":"x","passwordCredentials":[{"displayName":"y"}]}""")]
    [InlineData("""{"displayName":"x","signInAudience":"Everybody"}""")]
    [InlineData("""{"signInAudience":"AzureADMyOrg"}""")]
    [InlineData("not json")]
    public async Task A_body_that_graph_would_not_take_is_a_bad_request(string body)
    {
        var (response, answer) = await sandbox.GraphAsync(HttpMethod.Post, "applications", body);

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Equal("Request_BadRequest", answer!["error"]!["code"]!.ToString());
    }

    [Fact]
    public async Task A_secret_is_shown_once()
    {
        var app = await MarketoApp.SetUpAsync(sandbox);

        var (_, read) = await sandbox.GraphAsync(HttpMethod.Get, $"applications(appId='{app.AppId}')?$select=passwordCredentials");

        var credential = read!["passwordCredentials"]![0]!;
        Assert.Null(credential["secretText"]);
        Assert.Equal(app.KeyId, credential["keyId"]!.ToString());
        Assert.DoesNotContain(app.Secret, read.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_for_secrets_forbid_or_shorten_them()
    {
        var app = await MarketoApp.SetUpAsync(sandbox);
        object Lasting(int days) => new { passwordCredential = new { endDateTime = sandbox.Clock.GetUtcNow().AddDays(days) } };

        await sandbox.Control.LimitSecretsAsync(90);
        var (tooLong, _) = await sandbox.GraphAsync(HttpMethod.Post, $"applications/{app.ObjectId}/addPassword", Lasting(180));
        var (fits, _) = await sandbox.GraphAsync(HttpMethod.Post, $"applications/{app.ObjectId}/addPassword", Lasting(89));
        await sandbox.Control.ForbidSecretsAsync();
        var (forbidden, _) = await sandbox.GraphAsync(HttpMethod.Post, $"applications/{app.ObjectId}/addPassword", Lasting(1));

        Assert.Equal((400, 200, 400), ((int)tooLong.StatusCode, (int)fits.StatusCode, (int)forbidden.StatusCode));
    }

    [Theory]
    [InlineData("applications?$filter=displayName eq 'MarketoSetupBot'", 1)]
    [InlineData("applications?$filter=startswith(displayName,'Marketo')", 2)]
    [InlineData("applications?$filter=appId eq '5f3e2d1c-8b7a-4c69-b5d4-a3f2e1d0c9b8' or displayName eq 'nobody''s'", 1)]
    [InlineData("applications?$filter=tags/any(t:t eq 'none')", 0)]
    [InlineData("servicePrincipals?$filter=appId in ('00000003-0000-0000-c000-000000000000','00000007-0000-0000-c000-000000000000')", 2)]
    [InlineData("domains?$select=id,authenticationType", 3)]
    [InlineData("roleManagement/directory/roleAssignments?$filter=principalId eq '3a1f0b52-0000-4000-8000-000000000001'", 1)]
    [InlineData("groups/9b2f4c6e-1a3d-4e5f-8c7b-6d9e0f1a2b3c/transitiveMembers", 6)]
    public async Task A_query_finds_what_it_asks_for(string query, int count)
    {
        var (_, body) = await sandbox.GraphAsync(HttpMethod.Get, query);

        Assert.Equal(count, body!["value"]!.AsArray().Count);
    }

    [Fact]
    public async Task Roles_held_through_membership_are_read_with_eventual_consistency()
    {
        var (_, body) = await sandbox.GraphAsync(HttpMethod.Get,
            $"users/{Contoso.Alex.ObjectId}/transitiveMemberOf/microsoft.graph.directoryRole?$count=true&$select=displayName,roleTemplateId", null, ("ConsistencyLevel", "eventual"));

        Assert.Equal(1, body!["@odata.count"]!.GetValue<int>());
        Assert.Equal("158c047a-c907-4556-b7ef-446551a6b5f7", body["value"]![0]!["roleTemplateId"]!.ToString());
    }

    [Fact]
    public async Task A_role_held_through_a_group_shows_among_the_persons_roles()
    {
        await sandbox.Control.AddRoleGroupAsync("App admins", "Application Administrator", Contoso.Megan);

        var (plain, body) = await sandbox.GraphAsync(HttpMethod.Get, $"users/{Contoso.Megan.ObjectId}/transitiveMemberOf?$select=id,isAssignableToRole,roleTemplateId");
        var (cast, _) = await sandbox.GraphAsync(HttpMethod.Get, $"users/{Contoso.Megan.ObjectId}/transitiveMemberOf/microsoft.graph.group");

        Assert.Equal((200, 400), ((int)plain.StatusCode, (int)cast.StatusCode));
        Assert.Contains(body!["value"]!.AsArray(), one => one!["isAssignableToRole"]?.GetValue<bool>() is true);
        Assert.Contains(body["value"]!.AsArray(), one => one!["roleTemplateId"]?.ToString() == "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3");
    }

    [Fact]
    public async Task A_negated_filter_needs_eventual_consistency()
    {
        const string query = "applications?$filter=displayName ne 'x'&$count=true";
        var (plain, body) = await sandbox.GraphAsync(HttpMethod.Get, query);
        var (eventual, _) = await sandbox.GraphAsync(HttpMethod.Get, query, null, ("ConsistencyLevel", "eventual"));

        Assert.Equal((400, 200), ((int)plain.StatusCode, (int)eventual.StatusCode));
        Assert.Equal("Request_UnsupportedQuery", body!["error"]!["code"]!.ToString());
    }

    [Fact]
    public async Task A_long_list_comes_in_pages()
    {
        var (_, first) = await sandbox.GraphAsync(HttpMethod.Get, "users?$top=5&$select=id");
        var next = first!["@odata.nextLink"]!.ToString();
        var (_, second) = await sandbox.GraphAsync(HttpMethod.Get, next["https://graph.microsoft.com/v1.0/".Length..]);

        Assert.Equal((5, 3), (first["value"]!.AsArray().Count, second!["value"]!.AsArray().Count));
        Assert.Null(second["@odata.nextLink"]);
    }

    [Fact]
    public async Task A_user_shows_whether_it_is_enabled_only_when_asked()
    {
        var (_, plain) = await sandbox.GraphAsync(HttpMethod.Get, "users/" + Contoso.Alex.UserPrincipalName);
        var (_, asked) = await sandbox.GraphAsync(HttpMethod.Get, $"users/{Contoso.Alex.ObjectId}?$select=accountEnabled,userType");

        Assert.False(plain!.AsObject().ContainsKey("accountEnabled"));
        Assert.True(asked!["accountEnabled"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Whether_passwords_are_synchronised_is_told_to_no_application()
    {
        var (response, _) = await sandbox.GraphAsync(HttpMethod.Get, "directory/onPremisesSynchronization");

        Assert.Equal(403, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_batch_answers_each_part_and_skips_what_depends_on_a_failure()
    {
        var (_, body) = await sandbox.GraphAsync(HttpMethod.Post, "$batch", new
        {
            requests = new object[]
            {
                new { id = "1", method = "GET", url = "/organization" },
                new { id = "2", method = "GET", url = "/applications/" + Guid.NewGuid() },
                new { id = "3", method = "GET", url = "/domains", dependsOn = (string[])["2"] },
            },
        });

        Assert.Equal([200, 404, 424], body!["responses"]!.AsArray().Select(one => one!["status"]!.GetValue<int>()));
    }

    [Fact]
    public async Task A_principal_has_one_home_realm_discovery_policy_at_most()
    {
        var app = await MarketoApp.SetUpAsync(sandbox);
        var statuses = new List<int>();
        foreach (var name in (string[])["one", "two"])
        {
            var (_, policy) = await sandbox.GraphAsync(HttpMethod.Post, "policies/homeRealmDiscoveryPolicies", new { displayName = name, definition = new[] { """{"HomeRealmDiscoveryPolicy":{}}""" } });
            var link = new JsonObject { ["@odata.id"] = "https://graph.microsoft.com/v1.0/policies/homeRealmDiscoveryPolicies/" + policy!["id"] };
            statuses.Add((int)(await sandbox.GraphAsync(HttpMethod.Post, $"servicePrincipals/{app.PrincipalId}/homeRealmDiscoveryPolicies/$ref", link.ToJsonString())).Response.StatusCode);
        }

        Assert.Equal([204, 400], statuses);
    }

    [Fact]
    public async Task A_deleted_app_takes_its_principal_and_grant_along_and_can_be_restored()
    {
        var app = await MarketoApp.SetUpAsync(sandbox);

        var (deleted, _) = await sandbox.GraphAsync(HttpMethod.Delete, "applications/" + app.ObjectId);
        var (principal, _) = await sandbox.GraphAsync(HttpMethod.Get, "servicePrincipals/" + app.PrincipalId);
        var (restored, _) = await sandbox.GraphAsync(HttpMethod.Post, $"directory/deletedItems/{app.ObjectId}/restore");

        Assert.Equal((204, 404, 200), ((int)deleted.StatusCode, (int)principal.StatusCode, (int)restored.StatusCode));
    }

    private Task<(HttpResponseMessage Response, JsonNode? Body)> UpsertAsync(string name) =>
        sandbox.GraphAsync(HttpMethod.Patch, "applications(uniqueName='setup-1')", MarketoApp.Wanted(name), ("Prefer", "create-if-missing"));
}
