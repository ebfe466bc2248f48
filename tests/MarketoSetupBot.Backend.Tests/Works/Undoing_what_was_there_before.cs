using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MarketoSetupBot.Backend.Tests.Works;

/// <summary>An undo gives back an app that was taken over, and a policy that was swapped, as they were.</summary>
public sealed class Undoing_what_was_there_before
{
    private const string Theirs = """{"HomeRealmDiscoveryPolicy":{"AccelerateToFederatedDomain":true,"PreferredDomain":"corp.contoso.com"}}""";

    [Fact]
    public async Task Gives_back_an_app_that_was_taken_over_with_nothing_of_ours_on_it()
    {
        await using var office = await Office.OpenAsync();
        var before = MakeByHand(office);
        var run = await TakenOverAsync(office, before);
        _ = (await office.As(Contoso.Adele).CollectAsync(run.Id)).Value;

        var plan = await office.UndoPlannedAsync(run.Id);
        Assert.Contains(plan.Plan!.Items, i => i is { Effect: PlanEffect.Restore, Says.Code: PhraseCodes.UndoRestore } && i.Says.Values!["what"] == "Tags");
        var done = await office.CarriedOutAsync(plan);

        Assert.Equal(RunState.Completed, done.State);
        var (after, grants) = office.Tenant.Locked(() => (office.Tenant.Applications[before.Id], office.Tenant.Grants.Values.Count(g => g.ClientId == office.Tenant.FindServicePrincipal(before.AppId)!.Id)));
        Assert.Equal(["made by hand"], after.PasswordCredentials.Select(c => c.DisplayName));
        Assert.Equal(before.Tags, after.Tags);
        Assert.Equal((before.RequiredResourceAccess.Count, 0), (after.RequiredResourceAccess.Count, grants));
        var connection = await ConnectionAsync(office);
        Assert.Null(connection.ApplicationObjectId);
        Assert.False(connection.ApplicationAdopted);
    }

    [Fact]
    public async Task Leaves_consent_to_an_app_that_got_another_credential_since()
    {
        await using var office = await Office.OpenAsync();
        var before = MakeByHand(office);
        var run = await TakenOverAsync(office, before);
        var since = new PasswordCredential { KeyId = Guid.NewGuid(), DisplayName = "since", StartDateTime = office.Clock.GetUtcNow(), EndDateTime = office.Clock.GetUtcNow().AddDays(9) };
        office.Change(t => t.Applications[before.Id] = t.Applications[before.Id] with { PasswordCredentials = [.. t.Applications[before.Id].PasswordCredentials, since] });

        var done = await office.UndoneAsync(run.Id);

        Assert.Equal(PhraseCodes.UndoLeftForeignCredentials, done.Of(StepKey.RemoveConsent).Says!.Code);
        Assert.Equal(2, office.Tenant.Locked(() => office.Tenant.Applications[before.Id].PasswordCredentials.Count));
    }

    [Fact]
    public async Task Puts_a_policy_back_whose_place_ours_had_taken_and_deletes_ours()
    {
        await using var office = await Office.OpenAsync();
        var (run, theirs) = await FederatedAsync(office);

        await office.UndoneAsync(run.Id);

        Assert.Equal([theirs], office.Tenant.Locked(() => office.Tenant.FindServicePrincipal(office.OurApplication.AppId)!.HomeRealmDiscoveryPolicies));
        Assert.Equal([theirs], office.Tenant.Locked(() => office.Tenant.HomeRealmDiscoveryPolicies.Keys));
        var connection = await ConnectionAsync(office);
        Assert.Equal((null, null), (connection.PolicyId, connection.ReplacedPolicyId));
    }

    [Fact]
    public async Task Detaches_our_policy_but_leaves_it_where_somebody_else_uses_it_too()
    {
        await using var office = await Office.OpenAsync();
        var (run, theirs) = await FederatedAsync(office);
        var ours = Guid.Parse((await ConnectionAsync(office)).PolicyId!);
        office.Change(t => t.Add(new ServicePrincipal { Id = Guid.NewGuid(), AppId = Guid.NewGuid(), DisplayName = "Other", HomeRealmDiscoveryPolicies = [ours] }));

        var done = await office.UndoneAsync(run.Id);

        Assert.Equal(PhraseCodes.UndoLeftChanged, done.Of(StepKey.RemovePolicy).Says!.Code);
        Assert.Equal([theirs], office.Tenant.Locked(() => office.Tenant.FindServicePrincipal(office.OurApplication.AppId)!.HomeRealmDiscoveryPolicies));
        Assert.True(office.Tenant.Locked(() => office.Tenant.HomeRealmDiscoveryPolicies.ContainsKey(ours)));
    }

    [Fact]
    public async Task Leaves_a_policy_that_somebody_attached_in_place_of_ours()
    {
        await using var office = await Office.OpenAsync();
        var (run, _) = await FederatedAsync(office);
        var newer = Attach(office, Theirs);

        var done = await office.UndoneAsync(run.Id);

        Assert.Equal(PhraseCodes.UndoLeftChanged, done.Of(StepKey.RemovePolicy).Says!.Code);
        Assert.Equal([newer], office.Tenant.Locked(() => office.Tenant.FindServicePrincipal(office.OurApplication.AppId)!.HomeRealmDiscoveryPolicies));
    }

    [Fact]
    public async Task Shows_only_the_steps_that_the_plan_has_something_for()
    {
        await using var office = await Office.OpenAsync();
        var plan = await office.UndoPlannedAsync((await office.CompletedAsync()).Id);

        Assert.Equal(
            [StepKey.RemoveSecrets, StepKey.RemoveConsent, StepKey.RemoveServicePrincipal, StepKey.RemoveApplication],
            plan.Steps.Where(s => s.State is StepState.Pending).Select(s => s.Key));
        Assert.Equal([StepKey.RemovePolicy, StepKey.RestoreValues], plan.Steps.Where(s => s.State is StepState.Skipped).Select(s => s.Key));
    }

    private static Application MakeByHand(Office office)
    {
        var now = office.Clock.GetUtcNow();
        var app = new Application
        {
            Id = Guid.NewGuid(),
            AppId = Guid.NewGuid(),
            DisplayName = "Made by hand",
            SignInAudience = "AzureADMyOrg",
            Tags = ["theirs"],
            PasswordCredentials = [new() { KeyId = Guid.NewGuid(), DisplayName = "made by hand", StartDateTime = now.AddDays(-30), EndDateTime = now.AddDays(90) }],
        };
        office.Change(t =>
        {
            Guid[] owners = [t.FindServicePrincipal(Contoso.BackendAppId)!.Id];
            t.Applications.Add(app.Id, app with { Owners = owners });
            t.Add(new ServicePrincipal { Id = Guid.NewGuid(), AppId = app.AppId, DisplayName = app.DisplayName, Owners = owners });
        });
        return app;
    }

    private static async Task<RunView> TakenOverAsync(Office office, Application app)
    {
        var adele = office.As(Contoso.Adele);
        var run = (await adele.OpenAsync()).Value;
        _ = (await adele.SendDetailsAsync(run.Id, Setups.Details(Contoso.Adele) with { ExistingClientId = app.AppId.ToString() })).Value;
        run = await adele.UntilAsync(run.Id, RunState.Planned);
        _ = (await office.As(Contoso.Alex).ApproveAsync(run)).Value;
        return await adele.UntilAsync(run.Id, RunState.Delivering);
    }

    /// <summary>A second setup, of a federated user, on an app to which somebody had attached a policy.</summary>
    private static async Task<(RunView Run, Guid Theirs)> FederatedAsync(Office office)
    {
        office.GiveRole(Contoso.Alex, "Application Administrator");
        await office.CompletedAsync();
        var theirs = Attach(office, Theirs);
        var adele = office.As(Contoso.Adele);
        var run = (await adele.OpenAsync()).Value;
        _ = (await adele.SendDetailsAsync(run.Id, Setups.Details(Contoso.Adele) with { SyncUser = Contoso.FederatedSyncUser.UserPrincipalName })).Value;
        run = await adele.UntilAsync(run.Id, RunState.Blocked);
        await adele.PostAsync(ChoiceRoutes.Choose, run.Id, new ChooseRequest(SignInChoice.CloudPasswords));
        run = await adele.UntilAsync(run.Id, RunState.Planned);
        await office.As(Contoso.Alex).PostAsync(Routes.Approve, run.Id, new ApproveRequest(run.Plan!.Hash, run.Plan.MustAccept));
        return (await adele.UntilAsync(run.Id, RunState.Delivering), theirs);
    }

    private static Guid Attach(Office office, string definition)
    {
        var policy = new HomeRealmDiscoveryPolicy { Id = Guid.NewGuid(), DisplayName = "By hand", Definition = [definition] };
        office.Change(t =>
        {
            t.HomeRealmDiscoveryPolicies.Add(policy.Id, policy);
            var principal = t.FindServicePrincipal(t.Applications.Values.Single(a => a.UniqueName is not null).AppId)!;
            t.ServicePrincipals[principal.Id] = principal with { HomeRealmDiscoveryPolicies = [policy.Id] };
        });
        return policy.Id;
    }

    private static async Task<Connection> ConnectionAsync(Office office)
    {
        await using var db = office.Services.GetRequiredService<Ledger>().Open();
        return await db.Connections.AsNoTracking().SingleAsync();
    }
}
