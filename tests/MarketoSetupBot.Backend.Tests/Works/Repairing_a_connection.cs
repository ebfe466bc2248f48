using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Backend.Tests.Works;

public sealed class Repairing_a_connection
{
    [Fact]
    public async Task Declares_the_permission_again_and_says_what_the_check_found()
    {
        await using var office = await Office.OpenAsync();
        var setup = await office.CompletedAsync();
        office.ChangeApplication(a => a with { RequiredResourceAccess = [] });
        var seen = office.Seen();

        var plan = await office.RepairPlannedAsync(setup.ConnectionId!.Value, Repairs.Permission);
        Assert.Equal((RunKind.Repair, RunState.Planned, Repairs.Permission), (plan.Kind, plan.State, plan.Repair));
        Assert.Equal((StepKey.Permission, PlanEffect.Change), Assert.Single(plan.Plan!.Items.Select(i => (i.Step, i.Effect))));
        Assert.Empty(office.Writes(seen));

        var done = await office.CarriedOutAsync(plan);
        Assert.Equal((RunState.Completed, StepState.Succeeded), (done.State, done.Of(StepKey.Recheck).State));
        Assert.Equal(PhraseCodes.CheckPermissionPresent, done.Of(StepKey.Recheck).Says!.Code);
        Assert.Equal([PhraseCodes.PlanApproved, PhraseCodes.CheckPermissionPresent], done.Notices.Select(n => n.Says.Code));
        Assert.Equal([$"PATCH /applications/{office.OurApplication.Id}"], office.Writes(seen));
    }

    [Fact]
    public async Task Grants_the_consent_again()
    {
        await using var office = await Office.OpenAsync();
        var setup = await office.CompletedAsync();
        office.Change(t => t.Grants.Remove(t.Grants.Values.Single(g => g.ClientId == t.FindServicePrincipal(office.OurApplication.AppId)!.Id).Id));

        var done = await office.CarriedOutAsync(await office.RepairPlannedAsync(setup.ConnectionId!.Value, Repairs.Consent));

        Assert.Equal((RunState.Completed, PhraseCodes.CheckConsentPresent), (done.State, done.Of(StepKey.Recheck).Says!.Code));
    }

    [Fact]
    public async Task Switches_public_client_flows_off_and_touches_nothing_else()
    {
        await using var office = await Office.OpenAsync();
        var setup = await office.CompletedAsync();
        office.ChangeApplication(a => a with { IsFallbackPublicClient = true, SignInAudience = "AzureADMultipleOrgs" });

        var done = await office.CarriedOutAsync(await office.RepairPlannedAsync(setup.ConnectionId!.Value, Repairs.PublicClient));

        Assert.Equal(RunState.Completed, done.State);
        Assert.Equal((false, "AzureADMultipleOrgs"), (office.OurApplication.IsFallbackPublicClient, office.OurApplication.SignInAudience));
    }

    [Fact]
    public async Task Removes_only_secrets_of_ours_that_nobody_got()
    {
        await using var office = await Office.OpenAsync();
        var setup = await office.CompletedAsync();
        var kept = office.OurApplication.PasswordCredentials.Single();
        await office.As(Contoso.Adele).PostAsync(Routes.Revoke, setup.Id);
        var foreign = new PasswordCredential { KeyId = Guid.NewGuid(), DisplayName = "by hand", EndDateTime = DateTimeOffset.UtcNow.AddDays(9) };
        // Entra shows the revoked one again, as a replica that came back does.
        office.ChangeApplication(a => a with { PasswordCredentials = [kept, foreign] });

        var plan = await office.RepairPlannedAsync(setup.ConnectionId!.Value, Repairs.OrphanedSecrets);
        Assert.Equal("1", Assert.Single(plan.Plan!.Items).Says.Values!["count"]);
        await office.CarriedOutAsync(plan);

        Assert.Equal([foreign.KeyId], office.OurApplication.PasswordCredentials.Select(c => c.KeyId));
    }

    [Fact]
    public async Task Does_not_repair_around_a_disabled_service_principal()
    {
        await using var office = await Office.OpenAsync();
        var setup = await office.CompletedAsync();
        office.Change(t => t.ServicePrincipals[t.FindServicePrincipal(office.OurApplication.AppId)!.Id] = t.FindServicePrincipal(office.OurApplication.AppId)! with { AccountEnabled = false });

        var plan = await office.RepairPlannedAsync(setup.ConnectionId!.Value, Repairs.Permission);

        Assert.Equal((RunState.Blocked, PhraseCodes.BlockedServicePrincipalDisabled), (plan.State, Assert.Single(plan.Plan!.Blockers).Code));
    }

    [Theory]
    [InlineData(Repairs.Permission)]
    [InlineData(Repairs.Consent)]
    [InlineData(Repairs.PublicClient)]
    [InlineData(Repairs.OrphanedSecrets)]
    [InlineData(Repairs.SignInPolicy)]
    public async Task Ends_at_once_where_there_is_nothing_to_repair(string repair)
    {
        await using var office = await Office.OpenAsync();
        var setup = await office.CompletedAsync();

        var done = await office.RepairPlannedAsync(setup.ConnectionId!.Value, repair);

        Assert.Equal((RunState.Completed, true), (done.State, done.NothingChanged));
    }

    [Fact]
    public async Task Is_refused_for_what_is_no_repair_and_for_connections_that_are_not_there()
    {
        await using var office = await Office.OpenAsync();
        var setup = await office.CompletedAsync();
        (await office.As(Contoso.Adele).RepairAsync(setup.ConnectionId!.Value, "everything")).MustBeRefused(400, ProblemCodes.BadRequest);
        (await office.As(Contoso.Adele).RepairAsync(Guid.NewGuid(), Repairs.Consent)).MustBeRefused(404, ProblemCodes.NotFound);
    }
}
