using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MarketoSetupBot.Backend.Tests;

public sealed class AccessTests
{
    [Fact]
    [Trait("Category", "Abuse")]
    public async Task Somebody_outside_the_team_opens_nothing_and_the_audit_says_so()
    {
        await using var office = await Office.OpenAsync();
        office.Change(t => t.Groups[Contoso.TeamGroupId] = t.Groups[Contoso.TeamGroupId] with { Members = [Contoso.Alex.ObjectId] });
        (await office.As(Contoso.Adele).OpenAsync()).MustBeRefused(403, ProblemCodes.NotAllowed);

        await using var db = await office.Services.GetRequiredService<IDbContextFactory<BackendContext>>().CreateDbContextAsync();
        var line = Assert.Single(await db.Audit.ToListAsync());
        Assert.Equal((Contoso.Adele.ObjectId.ToString(), "OpenRun", "refused:not-allowed"), (line.ActorId, line.Act, line.Outcome));
        Assert.NotNull(line.TraceId);
        Assert.Empty(office.GraphWrites());
    }

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task A_disabled_account_and_a_guest_are_refused_though_their_tokens_are_valid()
    {
        await using var office = await Office.OpenAsync();
        office.ChangeUser(Contoso.Adele, u => u with { AccountEnabled = false });
        office.ChangeUser(Contoso.Megan, u => u with { UserType = "Guest" });
        (await office.As(Contoso.Adele).OpenAsync()).MustBeRefused(403, ProblemCodes.AccountNotSuitable);
        (await office.As(Contoso.Megan).OpenAsync()).MustBeRefused(403, ProblemCodes.AccountNotSuitable);
        Assert.Empty(office.GraphWrites());
    }

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task A_failed_lookup_means_no()
    {
        await using var office = await Office.OpenAsync();
        office.Line.Cut = r => r.RequestUri!.AbsolutePath.Contains("/users", StringComparison.Ordinal) || r.RequestUri.AbsolutePath.Contains("batch", StringComparison.Ordinal);
        (await office.As(Contoso.Adele).OpenAsync()).MustBeRefused(503, ProblemCodes.TryAgain);
        Assert.Empty(office.GraphWrites());
    }

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task Only_a_role_approves_and_the_asking_side_does_not()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.PlannedAsync();
        (await office.As(Contoso.Megan).ApproveAsync(run)).MustBeRefused(403, ProblemCodes.NotAllowed);
        office.GiveRole(Contoso.Adele, "Global Administrator");
        (await office.As(Contoso.Adele).ApproveAsync(run)).MustBeRefused(403, ProblemCodes.SelfApproval);
        office.TakeRoles(Contoso.Alex);
        var refused = await office.As(Contoso.Alex).ApproveAsync(run);
        refused.MustBeRefused(403, ProblemCodes.NotAllowed);
        Assert.Contains(EntraRoles.CloudApplicationAdministrator, refused.Problem!.Values!["roles"], StringComparison.Ordinal);
        Assert.Empty(office.GraphWrites());
    }

    [Fact]
    public async Task Where_the_organisation_allows_it_a_requester_with_the_role_approves()
    {
        await using var office = await Office.OpenAsync(null, "--Access:AllowSelfApproval=true");
        office.GiveRole(Contoso.Adele, "Cloud Application Administrator");
        var run = await office.PlannedAsync();
        Assert.Equal(RunState.Applying, (await office.As(Contoso.Adele).ApproveAsync(run)).Value.State);
    }

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task The_recipient_and_an_editor_count_as_requester()
    {
        await using var office = await Office.OpenAsync();
        var adele = office.As(Contoso.Adele);
        var run = (await adele.OpenAsync()).Value;
        await adele.SendDetailsAsync(run.Id, Setups.Details(Contoso.Alex));
        run = await adele.UntilAsync(run.Id, RunState.Planned);
        (await office.As(Contoso.Alex).ApproveAsync(run)).MustBeRefused(403, ProblemCodes.SelfApproval);

        await office.As(Contoso.Alex).PostAsync(Routes.Change, run.Id);
        await office.As(Contoso.Alex).SendDetailsAsync(run.Id, Setups.Details(Contoso.Adele));
        run = await adele.UntilAsync(run.Id, RunState.Planned);
        (await office.As(Contoso.Alex).ApproveAsync(run)).MustBeRefused(403, ProblemCodes.SelfApproval);
        Assert.Empty(office.GraphWrites());
    }

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task A_run_is_cancelled_by_who_asked_or_by_a_role_and_by_nobody_else()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.PlannedAsync();
        (await office.As(Contoso.Megan).PostAsync(Routes.Cancel, run.Id)).MustBeRefused(403, ProblemCodes.NotAllowed);
        var cancelled = (await office.As(Contoso.Alex).PostAsync(Routes.Cancel, run.Id)).Value;
        Assert.Equal((RunState.Cancelled, Contoso.Alex.Name), (cancelled.State, cancelled.EndedBy!.Name));
        Assert.Empty(office.GraphWrites());
    }

    [Fact]
    public async Task An_unknown_run_is_not_found()
    {
        await using var office = await Office.OpenAsync();
        (await office.As(Contoso.Adele).ReadAsync(Guid.NewGuid())).MustBeRefused(404, ProblemCodes.NotFound);
    }
}
