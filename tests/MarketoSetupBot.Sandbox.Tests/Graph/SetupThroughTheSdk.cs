using MarketoSetupBot.Sandbox.World;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;

namespace MarketoSetupBot.Sandbox.Tests.Graph;

/// <summary>The calls of one setup, through the real SDK.</summary>
public sealed class SetupThroughTheSdk(Sandbox sandbox) : IClassFixture<Sandbox>
{
    [Fact]
    public async Task An_app_a_principal_a_grant_and_a_secret_are_made_and_let_the_sync_user_in()
    {
        var graph = sandbox.Graph();
        var app = await graph.Applications.PostAsync(NewApp());
        var principal = await graph.ServicePrincipals.PostAsync(new Microsoft.Graph.Models.ServicePrincipal { AppId = app!.AppId });
        var dynamics = await graph.ServicePrincipalsWithAppId(WellKnown.DynamicsAppId.ToString()).GetAsync();
        var grant = await graph.Oauth2PermissionGrants.PostAsync(new OAuth2PermissionGrant { ClientId = principal!.Id, ConsentType = "AllPrincipals", ResourceId = dynamics!.Id, Scope = "user_impersonation" });
        var secret = await graph.Applications[app.Id].AddPassword.PostAsync(new() { PasswordCredential = new() { DisplayName = "Marketo" } });

        var msal = sandbox.Msal(Guid.Parse(app.AppId!), secret!.SecretText!);
#pragma warning disable CS0618 // The password grant is deprecated in MSAL; Marketo uses it all the same.
        var token = await ((Microsoft.Identity.Client.IByUsernameAndPassword)msal)
            .AcquireTokenByUsernamePassword(["https://contoso.crm.dynamics.com/.default"], Contoso.SyncUser.UserPrincipalName, sandbox.Secrets.SyncPassword).ExecuteAsync();
#pragma warning restore CS0618

        Assert.Equal("AzureADMyOrg", app.SignInAudience);
        Assert.NotNull(grant!.Id);
        Assert.Contains("https://contoso.crm.dynamics.com/user_impersonation", token.Scopes);
        var read = await graph.Applications[app.Id].GetAsync();
        Assert.Null(Assert.Single(read!.PasswordCredentials!).SecretText);
        Assert.Equal(secret.SecretText![..3], read.PasswordCredentials![0].Hint);
    }

    [Fact]
    public async Task A_second_grant_for_the_same_pair_is_a_conflict()
    {
        var graph = sandbox.Graph();
        var app = await graph.Applications.PostAsync(NewApp());
        var principal = await graph.ServicePrincipals.PostAsync(new Microsoft.Graph.Models.ServicePrincipal { AppId = app!.AppId });
        var dynamics = await graph.ServicePrincipalsWithAppId(WellKnown.DynamicsAppId.ToString()).GetAsync();
        OAuth2PermissionGrant Grant() => new() { ClientId = principal!.Id, ConsentType = "AllPrincipals", ResourceId = dynamics!.Id, Scope = "user_impersonation" };
        await graph.Oauth2PermissionGrants.PostAsync(Grant());

        var refused = await Assert.ThrowsAsync<ODataError>(() => graph.Oauth2PermissionGrants.PostAsync(Grant()));

        Assert.Equal(409, refused.ResponseStatusCode);
        Assert.Equal("Request_MultipleObjectsWithSameKeyValue", refused.Error!.Code);
        var found = await graph.Oauth2PermissionGrants.GetAsync(request => request.QueryParameters.Filter = $"clientId eq '{principal!.Id}' and consentType eq 'AllPrincipals'");
        Assert.Equal("user_impersonation", Assert.Single(found!.Value!).Scope);
    }

    private static Microsoft.Graph.Models.Application NewApp() => new()
    {
        DisplayName = "Marketo Integration",
        SignInAudience = "AzureADMyOrg",
        IsFallbackPublicClient = false,
        Tags = ["MarketoSetupBot"],
        RequiredResourceAccess =
        [
            new() { ResourceAppId = WellKnown.DynamicsAppId.ToString(), ResourceAccess = [new() { Id = WellKnown.DynamicsUserImpersonation, Type = "Scope" }] },
        ],
    };
}
