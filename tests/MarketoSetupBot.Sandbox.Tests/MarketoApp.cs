using System.Text.Json.Nodes;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Sandbox.Tests;

/// <summary>An app as a finished setup leaves it, made through Graph.</summary>
public sealed record MarketoApp(string ObjectId, string AppId, string PrincipalId, string GrantId, string KeyId, string Secret)
{
    public static async Task<MarketoApp> SetUpAsync(Sandbox sandbox)
    {
        var app = await PostAsync(sandbox, "applications", Wanted());
        var principal = await PostAsync(sandbox, "servicePrincipals", new { appId = app["appId"]!.ToString() });
        var grant = await PostAsync(sandbox, "oauth2PermissionGrants", Grant(principal["id"]!.ToString(), await DynamicsAsync(sandbox)));
        var secret = await PostAsync(sandbox, $"applications/{app["id"]}/addPassword", new { passwordCredential = new { displayName = "Marketo sync" } });
        return new(app["id"]!.ToString(), app["appId"]!.ToString(), principal["id"]!.ToString(), grant["id"]!.ToString(), secret["keyId"]!.ToString(), secret["secretText"]!.ToString());
    }

    public static object Wanted(string name = "Marketo Integration") => new
    {
        displayName = name,
        signInAudience = "AzureADMyOrg",
        requiredResourceAccess = new[] { new { resourceAppId = WellKnown.DynamicsAppId, resourceAccess = new[] { new { id = WellKnown.DynamicsUserImpersonation, type = "Scope" } } } },
    };

    public static object Grant(string client, string resource) => new { clientId = client, consentType = "AllPrincipals", resourceId = resource, scope = "user_impersonation" };

    public static async Task<string> DynamicsAsync(Sandbox sandbox) =>
        (await sandbox.GraphAsync(HttpMethod.Get, $"servicePrincipals(appId='{WellKnown.DynamicsAppId}')?$select=id")).Body!["id"]!.ToString();

    /// <summary>The password grant that Marketo makes.</summary>
    public Dictionary<string, string> SignIn(string password, string? userName = null) => new()
    {
        ["grant_type"] = "password",
        ["client_id"] = AppId,
        ["client_secret"] = Secret,
        ["scope"] = "https://contoso.crm.dynamics.com/.default",
        ["username"] = userName ?? Contoso.SyncUser.UserPrincipalName,
        ["password"] = password,
    };

    private static async Task<JsonNode> PostAsync(Sandbox sandbox, string path, object body)
    {
        var (response, answer) = await sandbox.GraphAsync(HttpMethod.Post, path, body);
        return response.IsSuccessStatusCode ? answer! : throw new InvalidOperationException($"{path}: {response.StatusCode} {answer}");
    }
}
