using MarketoSetupBot.Backend.Targets;
using MarketoSetupBot.Backend.Tenant;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Backend.Tests.Tenant;

/// <summary>Every shape of a write, aimed at what is the product's own, a stranger's, or ours.</summary>
[Trait("Category", "Abuse")]
public sealed class The_guard_of_writes : IAsyncLifetime
{
    private readonly ContosoTenant contoso = new();

    public async Task InitializeAsync()
    {
        await contoso.InitializeAsync();
        await contoso.ApplyAsync();
        await contoso.KeepAsync();
    }

    public Task DisposeAsync() => contoso.DisposeAsync();

    [Theory]
    [InlineData("PATCH", "applications/{app}")]
    [InlineData("DELETE", "applications/{app}")]
    [InlineData("POST", "applications/{app}/addPassword")]
    [InlineData("POST", "applications/{app}/removePassword")]
    [InlineData("POST", "servicePrincipals", """{"appId":"{client}"}""")]
    [InlineData("DELETE", "servicePrincipals/{principal}")]
    [InlineData("POST", "servicePrincipals/{principal}/homeRealmDiscoveryPolicies/$ref", "{}")]
    [InlineData("DELETE", "servicePrincipals/{principal}/homeRealmDiscoveryPolicies/1/$ref")]
    [InlineData("POST", "oauth2PermissionGrants", """{"clientId":"{principal}"}""")]
    [InlineData("PATCH", "oauth2PermissionGrants/{grant}", "{}")]
    [InlineData("DELETE", "oauth2PermissionGrants/{grant}")]
    public async Task Lets_none_leave_for_the_products_own_apps_or_a_strangers_and_all_for_ours(string method, string path, string? body = null)
    {
        await KeepsInAsync(ForeignTargetException.OwnApplication, method, path, body, Contoso.BackendAppId);
        await KeepsInAsync(ForeignTargetException.OwnApplication, method, path, body, Contoso.BotAppId);
        await KeepsInAsync(ForeignTargetException.NotOurs, method, path, body, Stranger());
        Assert.Null(await AskAsync(method, path, body, contoso.App.AppId));
    }

    [Theory]
    [InlineData("POST", "users")]
    [InlineData("POST", "$batch")]
    [InlineData("POST", "applications")]
    [InlineData("POST", "applications/{app}/owners/$ref")]
    [InlineData("POST", "servicePrincipals/{principal}/appRoleAssignments")]
    [InlineData("POST", "servicePrincipals/{principal}/addPassword")]
    [InlineData("PUT", "applications/{app}")]
    public Task Lets_nothing_leave_that_this_product_never_writes(string method, string path)
        => KeepsInAsync(ForeignTargetException.UnknownWrite, method, path, null, contoso.App.AppId);

    [Fact]
    public async Task Knows_our_app_by_its_key_where_the_answer_that_named_it_was_lost()
    {
        var app = contoso.App.AppId;
        (contoso.Connection.ApplicationObjectId, contoso.Connection.ClientId, contoso.Connection.ServicePrincipalObjectId) = (null, null, null);
        await contoso.KeepAsync();

        foreach (var path in (string[])["applications/{app}", "servicePrincipals/{principal}", "oauth2PermissionGrants/{grant}"])
            Assert.Null(await AskAsync("DELETE", path, null, app));
    }

    [Fact]
    public async Task Takes_no_policy_but_ours()
    {
        var (ours, theirs) = (Policy(contoso.Connection.ApplicationKey), Policy("by hand"));

        Assert.Null(await AskAsync("DELETE", $"policies/homeRealmDiscoveryPolicies/{ours}", null, contoso.App.AppId));
        await KeepsInAsync(ForeignTargetException.NotOurs, "DELETE", $"policies/homeRealmDiscoveryPolicies/{theirs}", null, contoso.App.AppId);
    }

    [Fact]
    public async Task Takes_no_key_but_one_on_record()
    {
        Assert.Null(await AskAsync("PATCH", $"applications(uniqueName='{contoso.Connection.ApplicationKey}')", "{}", contoso.App.AppId));
        await KeepsInAsync(ForeignTargetException.NotOurs, "PATCH", "applications(uniqueName='payroll')", "{}", contoso.App.AppId);
    }

    /// <summary>Really sent, through the client that every write to Graph goes through; and by its journal the sandbox has seen nothing of it.</summary>
    private async Task KeepsInAsync(string why, string method, string path, string? body, Guid clientId)
    {
        var before = contoso.GraphWrites().Count;
        using var graph = contoso.Get<IHttpClientFactory>().CreateClient(TenantRegistration.GraphClient);
        using var request = Request(method, path, body, clientId);
        Assert.Equal(why, (await Assert.ThrowsAsync<ForeignTargetException>(() => graph.SendAsync(request))).Code);
        Assert.Equal(before, contoso.GraphWrites().Count);
    }

    private async Task<string?> AskAsync(string method, string path, string? body, Guid clientId)
    {
        using var request = Request(method, path, body, clientId);
        return await contoso.Get<TargetGuard>().WhyNotAsync(request, default);
    }

    private HttpRequestMessage Request(string method, string path, string? body, Guid clientId)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), "https://graph.microsoft.com/v1.0/" + Fill(path, clientId));
        if (body is not null) request.Content = new StringContent(Fill(body, clientId), System.Text.Encoding.UTF8, "application/json");
        return request;
    }

    private string Fill(string text, Guid clientId) => contoso.World.Locked(() =>
    {
        var principal = contoso.World.FindServicePrincipal(clientId)!.Id;
        var grant = contoso.World.Grants.Values.FirstOrDefault(g => g.ClientId == principal)
            ?? contoso.World.Consent(contoso.World.FindServicePrincipal(clientId)!, contoso.World.FindServicePrincipal(WellKnown.GraphAppId)!, "User.Read");
        return text.Replace("{client}", clientId.ToString(), StringComparison.Ordinal).Replace("{principal}", principal.ToString(), StringComparison.Ordinal)
            .Replace("{app}", contoso.World.Applications.Values.Single(a => a.AppId == clientId).Id.ToString(), StringComparison.Ordinal)
            .Replace("{grant}", grant.Id, StringComparison.Ordinal);
    });

    private Guid Stranger()
    {
        var app = new Application { Id = Guid.NewGuid(), AppId = Guid.NewGuid(), DisplayName = "Payroll", SignInAudience = "AzureADMyOrg" };
        contoso.Change(t =>
        {
            t.Applications.Add(app.Id, app);
            t.Add(new ServicePrincipal { Id = Guid.NewGuid(), AppId = app.AppId, DisplayName = app.DisplayName });
        });
        return app.AppId;
    }

    private Guid Policy(string description)
    {
        var policy = new HomeRealmDiscoveryPolicy { Id = Guid.NewGuid(), DisplayName = "p", Description = description, Definition = ["{}"] };
        contoso.Change(t => t.HomeRealmDiscoveryPolicies.Add(policy.Id, policy));
        return policy.Id;
    }
}
