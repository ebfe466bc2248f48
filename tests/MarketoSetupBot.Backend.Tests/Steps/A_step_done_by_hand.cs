using MarketoSetupBot.Backend.Steps;
using MarketoSetupBot.Backend.Tests.Tenant;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Backend.Tests.Steps;

public sealed class A_step_done_by_hand : IAsyncLifetime
{
    private readonly ContosoTenant contoso = new();

    public Task InitializeAsync() => contoso.InitializeAsync();

    public Task DisposeAsync() => contoso.DisposeAsync();

    [Fact]
    public async Task Consent_given_in_the_portal_is_seen_and_nothing_is_written()
    {
        contoso.Withhold("DelegatedPermissionGrant.ReadWrite.All");
        Assert.IsType<StepResult.ByHandResult>((await contoso.ApplyAsync())[^1].Result);
        contoso.Change(t => t.Consent(OurPrincipal(t), t.FindServicePrincipal(WellKnown.DynamicsAppId)!, "user_impersonation"));
        contoso.Road.Forget();

        var seen = await contoso.StepAsync(StepKey.Consent, claim: Claim());

        Assert.Equal(PhraseCodes.SeenDoneByHand, Assert.IsType<StepResult.SucceededResult>(seen).Says.Code);
        Assert.Empty(contoso.Road.Writes);
    }

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task The_word_alone_is_not_enough()
    {
        contoso.Withhold("DelegatedPermissionGrant.ReadWrite.All");
        await contoso.ApplyAsync();
        var writes = contoso.GraphWrites().Count;

        Assert.IsType<StepResult.ByHandResult>(await contoso.StepAsync(StepKey.Consent, claim: Claim()));

        // To see whether the permission is there at all, the grant itself is tried; Graph refuses it.
        Assert.All(contoso.GraphWrites().Skip(writes), w => Assert.Equal(("/v1.0/oauth2PermissionGrants", 403), (w.Path, w.Status)));
    }

    [Fact]
    public async Task An_app_registered_in_the_portal_is_found_by_its_client_id_and_not_by_its_name()
    {
        contoso.Withhold("Application.ReadWrite.OwnedBy");
        contoso.Grant("Application.Read.All");
        var made = Register("Marketo Integration");

        var first = Assert.IsType<StepResult.ByHandResult>(await contoso.StepAsync(StepKey.Application));
        Assert.Equal((HandActs.RegisterApplication, HandAnswers.ClientId), (first.Act.Code, first.Act.Asks));
        var done = await contoso.StepAsync(StepKey.Application, claim: Claim(made.AppId.ToString()));

        Assert.IsType<StepResult.SucceededResult>(done);
        Assert.Equal((made.Id.ToString(), true), (contoso.Connection.ApplicationObjectId, contoso.Connection.ApplicationAdopted));
        Assert.DoesNotContain(contoso.Road.Writes, w => w.Contains(made.Id.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("not an id", PhraseCodes.ClientIdInvalid)]
    [InlineData("5f3e2d1c-8b7a-4c69-b5d4-a3f2e1d0c9b8", PhraseCodes.AdoptProductApp)]
    [InlineData("c0a8e6d4-5b1f-4f0e-8a37-9d2b64f7e021", PhraseCodes.AdoptProductApp)]
    [InlineData("00000007-0000-0000-c000-000000000000", PhraseCodes.AdoptUnknownApp)]
    [Trait("Category", "Abuse")]
    public async Task An_app_of_the_product_or_of_another_tenant_is_never_taken(string typed, string says)
    {
        contoso.Withhold("Application.ReadWrite.OwnedBy");
        contoso.Grant("Application.Read.All");

        var result = Assert.IsType<StepResult.ByHandResult>(await contoso.StepAsync(StepKey.Application, claim: Claim(typed)));

        Assert.Equal(says, result.Says.Code);
        Assert.Null(contoso.Connection.ApplicationObjectId);
        Assert.DoesNotContain(contoso.GraphWrites(), w => w.Path.Contains(typed, StringComparison.OrdinalIgnoreCase) || w.Status < 300);
    }

    [Fact]
    public async Task Service_principal_and_permission_are_done_by_hand_where_applications_may_only_be_read()
    {
        var made = Register("By hand", withPrincipal: false);
        (contoso.Connection.ApplicationObjectId, contoso.Connection.ClientId) = (made.Id.ToString(), made.AppId.ToString());
        contoso.Withhold("Application.ReadWrite.OwnedBy");
        contoso.Grant("Application.Read.All");

        var principal = Assert.IsType<StepResult.ByHandResult>(await contoso.StepAsync(StepKey.ServicePrincipal));
        var permission = Assert.IsType<StepResult.ByHandResult>(await contoso.StepAsync(StepKey.Permission));

        Assert.Equal((HandActs.CreateServicePrincipal, HandActs.DeclarePermission), (principal.Act.Code, permission.Act.Code));
    }

    private static HandClaim Claim(string? answer = null) => new(new PersonView(Contoso.Alex.ObjectId.ToString(), "Alex Wilber"), DateTimeOffset.UtcNow, answer);

    private ServicePrincipal OurPrincipal(Sandbox.World.Tenant t) => t.ServicePrincipals[Guid.Parse(contoso.Connection.ServicePrincipalObjectId!)];

    private Application Register(string name, bool withPrincipal = true)
    {
        var app = new Application { Id = Guid.NewGuid(), AppId = Guid.NewGuid(), DisplayName = name, SignInAudience = "AzureADMyOrg" };
        contoso.Change(t =>
        {
            t.Applications.Add(app.Id, app);
            if (withPrincipal) t.Add(new ServicePrincipal { Id = Guid.NewGuid(), AppId = app.AppId, DisplayName = name });
        });
        return app;
    }
}
