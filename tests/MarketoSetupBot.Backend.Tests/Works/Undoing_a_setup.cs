using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MarketoSetupBot.Backend.Tests.Works;

public sealed class Undoing_a_setup
{
    [DatabaseFact]
    public async Task Takes_back_what_it_made_credentials_before_the_app()
    {
        await using var office = await Office.OpenAsync();
        var setup = await office.CompletedAsync();
        var app = office.OurApplication;
        Assert.True(setup.Wrote);
        var seen = office.Seen();

        var plan = await office.UndoPlannedAsync(setup.Id);

        Assert.Equal((RunKind.Undo, RunState.Planned, setup.Id), (plan.Kind, plan.State, plan.Undoes));
        Assert.Empty(office.Writes(seen));
        Assert.Equal(
            [StepKey.RemoveSecrets, StepKey.RemoveConsent, StepKey.RemoveServicePrincipal, StepKey.RemoveApplication],
            plan.Plan!.Items.Select(i => i.Step));
        Assert.All(plan.Plan.Items, i => Assert.Equal(PlanEffect.Remove, i.Effect));
        Assert.Contains(plan.Plan.Risks, r => r.Code == PhraseCodes.UndoStopsSync);

        var done = await office.CarriedOutAsync(plan);

        Assert.Equal(RunState.Completed, done.State);
        Assert.Collection(
            office.Writes(seen),
            w => Assert.EndsWith("/removePassword", w, StringComparison.Ordinal),
            w => Assert.StartsWith("DELETE /oauth2PermissionGrants/", w, StringComparison.Ordinal),
            w => Assert.StartsWith("DELETE /servicePrincipals/", w, StringComparison.Ordinal),
            w => Assert.Equal($"DELETE /applications/{app.Id}", w));
        Assert.True(office.Tenant.Locked(() => office.Tenant.DeletedApplications.ContainsKey(app.Id)));
    }

    [Fact]
    public async Task Leaves_nothing_to_take_back_and_the_next_setup_begins_afresh()
    {
        await using var office = await Office.OpenAsync();
        var setup = await office.CompletedAsync();
        var first = office.OurApplication;
        await office.UndoneAsync(setup.Id);

        var again = await office.UndoPlannedAsync(setup.Id);
        Assert.Equal((RunState.Completed, true), (again.State, again.NothingChanged));

        await office.DeliveringAsync();
        Assert.NotEqual(first.AppId, office.OurApplication.AppId);
        Assert.NotEqual(first.UniqueName, office.OurApplication.UniqueName);
    }

    [Fact]
    public async Task Needs_an_approver_who_did_not_ask_for_it()
    {
        await using var office = await Office.OpenAsync();
        var setup = await office.CompletedAsync();
        var plan = await office.UndoPlannedAsync(setup.Id);
        (await office.As(Contoso.Adele).ApproveAsync(plan)).MustBeRefused(403, ProblemCodes.NotAllowed);
        office.GiveRole(Contoso.Adele, "Global Administrator");
        (await office.As(Contoso.Adele).ApproveAsync(plan)).MustBeRefused(403, ProblemCodes.SelfApproval);
    }

    [Fact]
    public async Task Leaves_the_app_with_its_consent_to_whoever_put_a_credential_there()
    {
        await using var office = await Office.OpenAsync();
        var setup = await office.CompletedAsync();
        var foreign = new PasswordCredential { KeyId = Guid.NewGuid(), DisplayName = "by hand", EndDateTime = DateTimeOffset.UtcNow.AddDays(9) };
        office.ChangeApplication(a => a with { PasswordCredentials = [.. a.PasswordCredentials, foreign] });

        var done = await office.UndoneAsync(setup.Id);

        Assert.Equal([foreign.KeyId], office.OurApplication.PasswordCredentials.Select(c => c.KeyId));
        Assert.Equal(PhraseCodes.UndoLeftForeignCredentials, done.Of(StepKey.RemoveApplication).Says!.Code);
        Assert.Equal(PhraseCodes.UndoLeftForeignCredentials, done.Of(StepKey.RemoveConsent).Says!.Code);
        Assert.Single(office.Tenant.Grants.Values, g => g.ClientId == office.Tenant.FindServicePrincipal(office.OurApplication.AppId)!.Id);
    }

    [Fact]
    public async Task Leaves_a_disabled_service_principal_as_it_is()
    {
        await using var office = await Office.OpenAsync();
        var setup = await office.CompletedAsync();
        office.Change(t => t.ServicePrincipals[t.FindServicePrincipal(office.OurApplication.AppId)!.Id] = t.FindServicePrincipal(office.OurApplication.AppId)! with { AccountEnabled = false });

        var done = await office.UndoneAsync(setup.Id);

        Assert.Equal((StepState.Skipped, PhraseCodes.UndoLeftDisabled), (done.Of(StepKey.RemoveServicePrincipal).State, done.Of(StepKey.RemoveServicePrincipal).Says!.Code));
        Assert.NotNull(office.OurApplication);
    }

    [Fact]
    public async Task Leaves_what_a_later_setup_uses()
    {
        await using var office = await Office.OpenAsync();
        var first = await office.CompletedAsync();
        var second = await office.CompletedAsync();

        var done = await office.UndoneAsync(first.Id);

        Assert.Equal(PhraseCodes.UndoLeftUsedByRun, done.Of(StepKey.RemoveApplication).Says!.Code);
        Assert.Single(office.OurApplication.PasswordCredentials);
        await office.UndoneAsync(second.Id);
        Assert.Empty(office.OurApplication.PasswordCredentials);
        await office.UndoneAsync(first.Id);
        Assert.Empty(office.Tenant.Locked(() => office.Tenant.Applications.Values.Where(a => a.UniqueName is not null).ToList()));
    }

    [Fact]
    public async Task Restores_values_of_an_app_that_was_there_before()
    {
        await using var office = await Office.OpenAsync();
        await office.CompletedAsync();
        office.ChangeApplication(a => a with { RequiredResourceAccess = [], IsFallbackPublicClient = true });
        var second = await office.DeliveringAsync();

        var done = await office.UndoneAsync(second.Id);

        Assert.Equal(RunState.Completed, done.State);
        Assert.Equal((true, 0), (office.OurApplication.IsFallbackPublicClient, office.OurApplication.RequiredResourceAccess.Count));
        Assert.Equal(PhraseCodes.UndoLeftThere, done.Of(StepKey.RemoveApplication).Says!.Code);
    }

    [Fact]
    public async Task Leaves_a_value_that_somebody_changed_since()
    {
        await using var office = await Office.OpenAsync();
        await office.CompletedAsync();
        office.ChangeApplication(a => a with { RequiredResourceAccess = [] });
        var second = await office.DeliveringAsync();
        var theirs = new RequiredResourceAccess(WellKnown.GraphAppId.ToString(), [new ResourceAccess(Guid.NewGuid(), "Scope")]);
        office.ChangeApplication(a => a with { RequiredResourceAccess = [.. a.RequiredResourceAccess, theirs] });

        var done = await office.UndoPlannedAsync(second.Id);

        Assert.Equal((RunState.Completed, true), (done.State, done.NothingChanged));
        Assert.Contains(done.Plan!.Items, i => i.Says.Code == PhraseCodes.UndoLeftChanged);
        Assert.Equal(2, office.OurApplication.RequiredResourceAccess.Count);
    }

    [DatabaseFact]
    public async Task Of_a_run_in_flight_cancels_it_and_takes_back_what_it_had_made()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.PlannedAsync();
        office.Line.Cut = r => r.Method == HttpMethod.Post && r.RequestUri!.AbsolutePath.EndsWith("/servicePrincipals", StringComparison.Ordinal);
        await office.As(Contoso.Alex).ApproveAsync(run);
        run = await office.As(Contoso.Adele).UntilAsync(run.Id, r => r.Of(StepKey.ServicePrincipal).State is StepState.Waiting);
        Assert.True(run.Wrote);

        var plan = await office.UndoPlannedAsync(run.Id);

        Assert.Equal(RunState.Cancelled, (await office.As(Contoso.Adele).ReadAsync(run.Id)).Value.State);
        Assert.Equal([StepKey.RemoveApplication], plan.Plan!.Items.Select(i => i.Step));
        Assert.Equal(RunState.Completed, (await office.CarriedOutAsync(plan)).State);
        Assert.Empty(office.Tenant.Locked(() => office.Tenant.Applications.Values.Where(a => a.UniqueName is not null).ToList()));
    }

    [Fact]
    public async Task Finds_an_app_whose_201_was_lost_before_the_run_was_cancelled()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.PlannedAsync();
        var lost = false;
        office.Line.LoseAnswer = r => r.Method == HttpMethod.Patch && (lost = true);
        office.Line.Cut = r => lost && r.RequestUri!.AbsolutePath.Contains("/applications", StringComparison.Ordinal);
        await office.As(Contoso.Alex).ApproveAsync(run);
        await office.As(Contoso.Adele).UntilAsync(run.Id, r => r.Of(StepKey.Application).State is StepState.Waiting);
        var undo = (await office.As(Contoso.Adele).UndoAsync(run.Id)).Value;
        office.Line.Cut = _ => false;

        var plan = await office.As(Contoso.Adele).UntilAsync(undo.Id, r => r.State is not RunState.Planning);

        Assert.Equal([PhraseCodes.UndoRemoveApp], plan.Plan!.Items.Select(i => i.Says.Code));
        Assert.Equal(RunState.Completed, (await office.CarriedOutAsync(plan)).State);
        Assert.Empty(office.Tenant.Locked(() => office.Tenant.Applications.Values.Where(a => a.UniqueName is not null).ToList()));
    }

    [Fact]
    public async Task Ends_well_when_every_answer_to_a_removal_is_lost()
    {
        await using var office = await Office.OpenAsync();
        var setup = await office.CompletedAsync();
        var lost = new HashSet<string>();
        office.Line.LoseAnswer = r => (r.Method == HttpMethod.Delete || r.RequestUri!.AbsolutePath.EndsWith("/removePassword", StringComparison.Ordinal)) && lost.Add(r.RequestUri!.AbsolutePath);

        var done = await office.UndoneAsync(setup.Id);

        Assert.Equal((RunState.Completed, 4), (done.State, lost.Count));
        Assert.Empty(office.Tenant.Locked(() => office.Tenant.Applications.Values.Where(a => a.UniqueName is not null).ToList()));
    }

    [Fact]
    public async Task Starts_anew_when_the_tenant_changed_after_the_approval_was_asked_for()
    {
        await using var office = await Office.OpenAsync();
        var setup = await office.CompletedAsync();
        var plan = await office.UndoPlannedAsync(setup.Id);
        office.ChangeApplication(a => a with { PasswordCredentials = [.. a.PasswordCredentials, new PasswordCredential { KeyId = Guid.NewGuid(), DisplayName = "by hand" }] });
        var seen = office.Seen();

        _ = (await office.As(Contoso.Alex).ApproveAsync(plan)).Value;
        var back = await office.As(Contoso.Adele).UntilAsync(plan.Id, r => r.Plan!.Hash != plan.Plan!.Hash || !r.IsOpen);

        Assert.Equal((RunState.Planned, PhraseCodes.PlanDrifted), (back.State, back.Of(StepKey.Plan).Says!.Code));
        Assert.Empty(office.Writes(seen));
    }

    [Fact]
    public async Task Is_refused_for_strangers_unknown_runs_and_while_another_run_is_open()
    {
        await using var office = await Office.OpenAsync();
        var first = await office.CompletedAsync();
        (await office.As(Contoso.Adele).UndoAsync(Guid.NewGuid())).MustBeRefused(404, ProblemCodes.NotFound);
        var second = await office.PlannedAsync();
        var inTheWay = await office.As(Contoso.Adele).UndoAsync(first.Id);
        inTheWay.MustBeRefused(409, ProblemCodes.RunAlreadyOpen);
        Assert.Equal(second.Id, inTheWay.Problem!.Run!.Id);
        (await office.As(Contoso.Adele).UndoAsync(second.Id)).MustBeRefused(409, ProblemCodes.Stale);
    }

    [DatabaseFact]
    public async Task Pressed_twice_is_one_undo()
    {
        await using var office = await Office.OpenAsync();
        var setup = await office.CompletedAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => office.As(Contoso.Adele).UndoAsync(setup.Id, "one")));
        Assert.Single(answers.Select(a => a.Value.Id).Distinct());
    }

    [Fact]
    public async Task Goes_by_the_ledger_which_is_written_with_the_steps()
    {
        await using var office = await Office.OpenAsync();
        var setup = await office.DeliveringAsync();
        await using var db = await office.Services.GetRequiredService<IDbContextFactory<BackendContext>>().CreateDbContextAsync();
        var effects = await db.Effects.Where(e => e.RunId == setup.Id).OrderBy(e => e.Id).ToListAsync();
        Assert.Equal(
            [Undo.EffectKind.Application, Undo.EffectKind.ServicePrincipal, Undo.EffectKind.Permissions, Undo.EffectKind.Grant], effects.Select(e => e.Kind));
        Assert.All(effects, e => Assert.True(e.DoneAt >= e.IntendedAt && e.ObjectId is not null));
    }
}
