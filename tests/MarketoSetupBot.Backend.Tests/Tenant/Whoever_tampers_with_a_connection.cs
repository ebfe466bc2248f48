using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Targets;
using MarketoSetupBot.Backend.Tests.Works;
using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Backend.Undo;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MarketoSetupBot.Backend.Tests.Tenant;

/// <summary>Somebody who can write to the database makes a connection name another app.</summary>
[Trait("Category", "Abuse")]
public sealed class Whoever_tampers_with_a_connection
{
    [Theory]
    [InlineData("backend", ForeignTargetException.OwnApplication)]
    [InlineData("bot", ForeignTargetException.OwnApplication)]
    [InlineData("stranger", ForeignTargetException.NotOurs)]
    public async Task Gets_no_secret_of_that_app(string whose, string outcome)
    {
        await using var office = await Office.OpenAsync();
        var run = await office.DeliveringAsync();
        var victim = Victim(office, whose);
        var credentials = office.Tenant.Locked(() => office.Tenant.Applications[victim].PasswordCredentials.Count);
        await RewriteAsync(office, victim);
        var seen = office.Seen();

        (await office.As(Contoso.Adele).CollectAsync(run.Id)).MustBeRefused(409, ProblemCodes.TargetNotOurs);

        Assert.Empty(office.Writes(seen));
        Assert.Equal(credentials, office.Tenant.Locked(() => office.Tenant.Applications[victim].PasswordCredentials.Count));
        await TellsAsync(office, $"POST /v1.0/applications/{victim}/addPassword", outcome);
        run = (await office.As(Contoso.Adele).ReadAsync(run.Id)).Value;
        Assert.Equal((DeliveryState.Waiting, PhraseCodes.TargetNotOurs), (run.Delivery!.State, run.Steps.Single(s => s.Key is StepKey.Secret).Says!.Code));
        Assert.Single(run.Notices, n => n.Says.Code == PhraseCodes.TargetNotOurs);
    }

    [Fact]
    public async Task Gets_nothing_of_the_products_own_app_even_with_the_key_of_the_seals()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.DeliveringAsync();
        var victim = Victim(office, "backend");
        var ledger = office.Services.GetRequiredService<Ledger>();
        await using (var db = ledger.Open())
        {
            (await db.Connections.SingleAsync()).ApplicationObjectId = victim.ToString();
            await ledger.SaveAsync(db, default);
        }
        var seen = office.Seen();

        (await office.As(Contoso.Adele).CollectAsync(run.Id)).MustBeRefused(409, ProblemCodes.TargetNotOurs);

        Assert.Empty(office.Writes(seen));
        await TellsAsync(office, $"POST /v1.0/applications/{victim}/addPassword", ForeignTargetException.OwnApplication);
    }

    [Theory]
    [InlineData("backend")]
    [InlineData("stranger")]
    public async Task Has_no_app_deleted_by_an_undo(string whose)
    {
        await using var office = await Office.OpenAsync();
        var setup = await office.CompletedAsync();
        var plan = await office.UndoPlannedAsync(setup.Id);
        var victim = Victim(office, whose);
        await RewriteAsync(office, victim);
        var seen = office.Seen();

        await office.As(Contoso.Alex).ApproveAsync(plan);
        var after = await office.As(Contoso.Adele).UntilAsync(plan.Id, r => r.State is not (RunState.Planned or RunState.Applying));

        Assert.Equal(RunState.Blocked, after.State);
        Assert.Equal(PhraseCodes.TargetNotOurs, after.Plan!.Blockers[0].Code);
        Assert.Empty(office.Writes(seen));
        Assert.True(office.Tenant.Locked(() => office.Tenant.Applications.ContainsKey(victim)));
    }

    [Fact]
    public async Task Has_no_app_deleted_that_the_ledger_of_effects_names()
    {
        await using var office = await Office.OpenAsync();
        var setup = await office.CompletedAsync();
        var victim = Victim(office, "stranger");
        await using (var db = office.Services.GetRequiredService<Ledger>().Open())
            await db.Effects.Where(e => e.Kind == EffectKind.Application).ExecuteUpdateAsync(set => set.SetProperty(e => e.ObjectId, victim.ToString()));
        var seen = office.Seen();

        var done = await office.UndoneAsync(setup.Id);

        Assert.Equal((RunState.Failed, PhraseCodes.TargetNotOurs), (done.State, done.Of(StepKey.RemoveApplication).Says!.Code));
        Assert.DoesNotContain(office.Writes(seen), w => w.Contains(victim.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Has_no_secret_removed_from_that_app()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.GuidingAsync();
        await RewriteAsync(office, Victim(office, "backend"));
        var seen = office.Seen();

        (await office.As(Contoso.Alex).PostAsync(Routes.Revoke, run.Id)).MustBeRefused(409, ProblemCodes.TargetNotOurs);

        Assert.Empty(office.Writes(seen));
    }

    [Fact]
    public async Task Gets_no_plan_that_anybody_could_approve()
    {
        await using var office = await Office.OpenAsync();
        await office.CompletedAsync();
        await RewriteAsync(office, Victim(office, "stranger"));
        var seen = office.Seen();

        var run = await office.PlannedAsync();

        Assert.Equal((RunState.Blocked, PhraseCodes.TargetNotOurs), (run.State, run.Plan!.Blockers[0].Code));
        Assert.Empty(office.Writes(seen));
    }

    [Fact]
    public async Task Is_not_helped_by_a_later_change_of_the_product_itself()
    {
        await using var office = await Office.OpenAsync();
        var run = await office.DeliveringAsync();
        await RewriteAsync(office, Victim(office, "stranger"));
        var ledger = office.Services.GetRequiredService<Ledger>();
        await using (var db = ledger.Open())
        {
            (await db.Connections.SingleAsync()).GrantId = "another";
            await ledger.SaveAsync(db, default);
        }
        var seen = office.Seen();

        (await office.As(Contoso.Adele).CollectAsync(run.Id)).MustBeRefused(409, ProblemCodes.TargetNotOurs);

        Assert.Empty(office.Writes(seen));
    }

    private static Guid Victim(Office office, string whose)
    {
        if (whose is not "stranger")
            return office.Tenant.Locked(() => office.Tenant.Applications.Values.Single(a => a.AppId == (whose is "bot" ? Contoso.BotAppId : Contoso.BackendAppId)).Id);
        // One that the backend could well write to: it owns it.
        var app = new Application { Id = Guid.NewGuid(), AppId = Guid.NewGuid(), DisplayName = "Payroll", SignInAudience = "AzureADMyOrg" };
        office.Change(t => t.Applications.Add(app.Id, app with { Owners = [t.FindServicePrincipal(Contoso.BackendAppId)!.Id] }));
        return app.Id;
    }

    private static async Task RewriteAsync(Office office, Guid applicationObjectId)
    {
        await using var db = office.Services.GetRequiredService<Ledger>().Open();
        await db.Connections.ExecuteUpdateAsync(set => set.SetProperty(c => c.ApplicationObjectId, applicationObjectId.ToString()));
    }

    private static async Task TellsAsync(Office office, string act, string outcome)
    {
        await using var db = office.Services.GetRequiredService<Ledger>().Open();
        Assert.Contains(await db.Audit.Where(a => a.Act == act).ToListAsync(), a => a.Outcome == "refused:" + outcome);
        Assert.Contains(office.Log.Lines, l => l.Contains("Critical", StringComparison.Ordinal) && l.Contains(outcome, StringComparison.Ordinal));
    }
}
