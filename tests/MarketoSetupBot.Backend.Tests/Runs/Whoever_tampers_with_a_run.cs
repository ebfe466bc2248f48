using MarketoSetupBot.Backend.Audit;
using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Runs;
using MarketoSetupBot.Backend.Tests.Works;
using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Extensions.DependencyInjection;

namespace MarketoSetupBot.Backend.Tests.Runs;

/// <summary>Somebody who can write to the database changes what a run is for, who approved it, or who gets the secret.</summary>
[Trait("Category", "Abuse")]
public sealed class Whoever_tampers_with_a_run
{
    [Fact]
    public async Task Gets_no_secret_by_becoming_its_recipient()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.DeliveringAsync();
        await RewriteAsync(office, set => set.SetProperty(r => r.RecipientId, Contoso.Megan.ObjectId.ToString()));
        var seen = office.Seen();

        (await office.As(Contoso.Megan).CollectAsync(run.Id)).MustBeRefused(409, ProblemCodes.RecordChanged);
        (await office.As(Contoso.Adele).CollectAsync(run.Id)).MustBeRefused(403, ProblemCodes.NotRecipient);

        Assert.Empty(office.Writes(seen));
        Assert.Equal(0, office.Passwords());
    }

    [DatabaseFact]
    public async Task Has_no_plan_carried_out_that_nobody_approved()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.PlannedAsync();
        var seen = office.Seen();
        IReadOnlyList<PersonView> forged = [new PersonView(Contoso.Alex.ObjectId.ToString(), Contoso.Alex.Name)];
        DateTimeOffset? now = office.Clock.GetUtcNow();
        await RewriteAsync(office, set => set
            .SetProperty(r => r.State, RunState.Applying).SetProperty(r => r.Approvals, forged).SetProperty(r => r.Cleared, true).SetProperty(r => r.DueAt, now));

        run = await office.As(Contoso.Adele).UntilAsync(run.Id, r => r.Notices.Any(n => n.Says.Code == PhraseCodes.RecordChanged));

        Assert.Empty(office.Writes(seen));
        Assert.Contains(office.Log.Lines, l => l.Contains("Critical", StringComparison.Ordinal) && l.Contains(run.Id.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Has_no_other_user_or_lifetime_approved_than_was_shown()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.PlannedAsync();
        await using (var db = office.Services.GetRequiredService<Ledger>().Open())
        {
            var row = await db.Runs.AsNoTracking().SingleAsync();
            var details = row.Details! with { SecretLifetimeDays = 730 };
            await db.Runs.ExecuteUpdateAsync(set => set.SetProperty(r => r.Details, details));
        }
        var seen = office.Seen();

        (await office.As(Contoso.Alex).PostAsync(Routes.Approve, run.Id, new ApproveRequest(run.Plan!.Hash))).MustBeRefused(409, ProblemCodes.RecordChanged);

        Assert.Empty(office.Writes(seen));
    }

    [Fact]
    public async Task Has_no_plan_approved_by_a_lesser_role_than_it_asks_for()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.PlannedAsync();
        await using (var db = office.Services.GetRequiredService<Ledger>().Open())
        {
            var plan = (await db.Runs.AsNoTracking().SingleAsync()).Plan! with { ApproverRoles = [EntraRoles.SecurityReader] };
            await db.Runs.ExecuteUpdateAsync(set => set.SetProperty(r => r.Plan, plan));
        }
        office.Change(t => t.Assign(Contoso.Megan.ObjectId, Guid.Parse(EntraRoles.SecurityReader)));
        var seen = office.Seen();

        (await office.As(Contoso.Megan).PostAsync(Routes.Approve, run.Id, new ApproveRequest(run.Plan!.Hash))).MustBeRefused(409, ProblemCodes.RecordChanged);

        Assert.Empty(office.Writes(seen));
    }

    [Fact]
    public async Task Is_not_helped_by_a_later_change_of_the_product_itself_and_the_run_can_be_cancelled()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.DeliveringAsync();
        await RewriteAsync(office, set => set.SetProperty(r => r.RecipientId, Contoso.Megan.ObjectId.ToString()));
        await using (var db = office.Services.GetRequiredService<Ledger>().Open())
        {
            var row = (await RunStore.FindAsync(db, run.Id, default))!;
            row.TellOnce(new Phrase("x"), office.Clock.GetUtcNow());
            await office.Services.GetRequiredService<RunStore>().CommitAsync(db, row, null, default);
        }

        (await office.As(Contoso.Megan).CollectAsync(run.Id)).MustBeRefused(409, ProblemCodes.RecordChanged);
        var ended = (await office.As(Contoso.Adele).PostAsync(Routes.Cancel, run.Id)).Value;

        Assert.Equal(RunState.Cancelled, ended.State);
        Assert.Equal(RunState.Planned, (await office.PlannedAsync()).State);
    }

    [DatabaseFact]
    public async Task Gets_no_secret_from_a_record_of_before_the_run_was_cancelled()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.DeliveringAsync();
        await using var before = await RowOfBefore.KeepAsync(office);
        Assert.Equal(RunState.Cancelled, (await office.As(Contoso.Alex).PostAsync(Routes.Cancel, run.Id)).Value.State);

        await before.PutBackAsync();

        Assert.Equal(RunState.Delivering, (await office.As(Contoso.Adele).ReadAsync(run.Id)).Value.State);
        (await office.As(Contoso.Adele).CollectAsync(run.Id)).MustBeRefused(409, ProblemCodes.RecordChanged);
        Assert.Equal(0, office.Passwords());
    }

    [Fact]
    public async Task Does_not_make_a_record_of_before_the_newest_by_having_the_product_change_it()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.DeliveringAsync();
        await using var before = await RowOfBefore.KeepAsync(office);
        Assert.Equal(RunState.Cancelled, (await office.As(Contoso.Alex).PostAsync(Routes.Cancel, run.Id)).Value.State);
        await before.PutBackAsync();

        for (var change = 0; change < 3; change++)
        {
            await using var db = office.Services.GetRequiredService<Ledger>().Open();
            var row = (await RunStore.FindAsync(db, run.Id, default))!;
            row.TellOnce(new Phrase($"x{change}"), office.Clock.GetUtcNow());
            await office.Services.GetRequiredService<RunStore>().CommitAsync(
                db, row, office.Services.GetRequiredService<AuditTrail>().Line(AuditEntry.Backend, AuditEvents.TimedOut, run.Id, "x"), default);
        }

        (await office.As(Contoso.Adele).CollectAsync(run.Id)).MustBeRefused(409, ProblemCodes.RecordChanged);
        Assert.Equal(0, office.Passwords());
    }

    private static async Task RewriteAsync(Office office, Action<UpdateSettersBuilder<Run>> change)
    {
        await using var db = office.Services.GetRequiredService<Ledger>().Open();
        await db.Runs.ExecuteUpdateAsync(change);
    }
}
