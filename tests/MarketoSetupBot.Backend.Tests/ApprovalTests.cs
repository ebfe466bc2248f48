using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;

namespace MarketoSetupBot.Backend.Tests;

public sealed class ApprovalTests
{
    [Fact]
    public async Task Another_plans_hash_approves_nothing()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.PlannedAsync();
        var answer = await office.As(Contoso.Alex).PostAsync(Routes.Approve, run.Id, new ApproveRequest("00"));
        answer.MustBeRefused(409, ProblemCodes.PlanChanged);
        Assert.Equal(RunState.Planned, answer.Problem!.Run!.State);
    }

    [DatabaseFact]
    public async Task Two_approvals_at_once_set_the_engine_to_work_once()
    {
        await using var office = await Office.OpenAsync();
        office.GiveRole(Contoso.Megan, "Application Administrator");
        var run = await office.PlannedAsync();
        var answers = await Task.WhenAll(office.As(Contoso.Alex).ApproveAsync(run), office.As(Contoso.Megan).ApproveAsync(run));
        Assert.Single(answers, a => a.Status == 200);
        Assert.Single(answers, a => a.Problem?.Code == ProblemCodes.Stale);
        run = await office.As(Contoso.Adele).UntilAsync(run.Id, RunState.Delivering);
        Assert.Single(office.Tenant.Locked(() => office.Tenant.Applications.Values.Where(a => a.UniqueName is not null).ToArray()));
    }

    [DatabaseFact]
    public async Task A_quorum_of_two_takes_two_different_people()
    {
        await using var office = await Office.OpenAsync(null, "--Access:Quorum=2");
        office.GiveRole(Contoso.Megan, "Application Administrator");
        var run = await office.PlannedAsync();
        var first = (await office.As(Contoso.Alex).ApproveAsync(run)).Value;
        var again = (await office.As(Contoso.Alex).ApproveAsync(run)).Value;
        Assert.Equal((RunState.Planned, RunState.Planned), (first.State, again.State));
        Assert.Equal(PhraseCodes.ApprovalsSoFar, again.Steps.Single(s => s.Key is StepKey.Approve).Says!.Code);
        Assert.Equal(RunState.Applying, (await office.As(Contoso.Megan).ApproveAsync(run)).Value.State);
    }

    [Fact]
    public async Task An_approver_who_loses_the_role_before_the_job_starts_has_approved_nothing()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.PlannedAsync();
        var started = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        await office.As(Contoso.Alex).OpenAsync();
        var approving = true;
        // The first read of roles is the approval's own; the next is the job's.
        office.Line.Before = async request =>
        {
            if (approving || !request.RequestUri!.AbsolutePath.Contains("roleAssignments", StringComparison.OrdinalIgnoreCase))
                return;
            started.TrySetResult();
            await go.Task;
        };
        await office.As(Contoso.Alex).ApproveAsync(run);
        approving = false;
        office.TakeRoles(Contoso.Alex);
        go.SetResult();
        run = await office.As(Contoso.Adele).UntilAsync(run.Id, r => r.State is not (RunState.Applying or RunState.Planned));
        Assert.Equal(RunState.Failed, run.State);
        Assert.Equal(PhraseCodes.FailedApproverLostRole, run.Current!.Says!.Code);
        Assert.NotNull(run.Reference);
        Assert.DoesNotContain(office.Tenant.Locked(() => office.Tenant.Applications.Values.ToArray()), a => a.UniqueName is not null);

        office.GiveRole(Contoso.Alex, "Cloud Application Administrator");
        Assert.Equal(RunState.Applying, (await office.As(Contoso.Adele).PostAsync(Routes.Retry, run.Id)).Value.State);
        await office.As(Contoso.Adele).UntilAsync(run.Id, RunState.Delivering);
    }

    [DatabaseFact]
    public async Task A_plan_that_nobody_approves_expires()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.PlannedAsync();
        office.Clock.Forward(TimeSpan.FromDays(4));
        run = await office.As(Contoso.Adele).UntilAsync(run.Id, RunState.Expired);
        (await office.As(Contoso.Alex).ApproveAsync(run)).MustBeRefused(409, ProblemCodes.Stale);
        // The organisation is free again.
        Assert.Equal(RunState.Planned, (await office.PlannedAsync()).State);
    }

    [Fact]
    public async Task A_federated_sync_user_blocks_the_plan_and_change_leads_back()
    {
        await using var office = await Office.OpenAsync();
        var adele = office.As(Contoso.Adele);
        var run = (await adele.OpenAsync()).Value;
        await adele.SendDetailsAsync(run.Id, Setups.Details(Contoso.Adele) with { SyncUser = Contoso.FederatedSyncUser.UserPrincipalName });
        run = await adele.UntilAsync(run.Id, RunState.Blocked);
        Assert.Contains(run.Plan!.Blockers, b => b.Code == PhraseCodes.BlockedFederated);
        var draft = (await adele.PostAsync(Routes.Change, run.Id)).Value;
        Assert.Equal((RunState.Draft, Contoso.FederatedSyncUser.UserPrincipalName), (draft.State, draft.Details!.SyncUser));
    }

    [Fact]
    public async Task A_tenant_that_changed_after_the_plan_wants_a_new_approval()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.PlannedAsync();
        office.Change(t => t.Domains[Contoso.InitialDomain] = t.Domains[Contoso.InitialDomain] with { AuthenticationType = "Federated" });
        await office.As(Contoso.Alex).ApproveAsync(run);
        run = await office.As(Contoso.Adele).UntilAsync(run.Id, r => r.State is not (RunState.Applying or RunState.Planned));
        Assert.Equal(RunState.Blocked, run.State);
        Assert.Null(run.Approver);
        Assert.DoesNotContain(office.Tenant.Locked(() => office.Tenant.Applications.Values.ToArray()), a => a.UniqueName is not null);
    }
}
