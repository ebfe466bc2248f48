using MarketoSetupBot.Backend.Checks;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Tests.Works;
using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MarketoSetupBot.Backend.Tests.Steps;

/// <summary>The backend may not make secrets of the app: an administrator does, in the portal.</summary>
public sealed class A_secret_made_by_hand
{
    [Fact]
    public async Task Is_asked_for_seen_by_its_key_id_and_lets_the_run_go_on()
    {
        await using var office = await Office.OpenAsync();
        var run = await AskedAsync(office);
        Assert.Equal(
            (RunState.Delivering, HandActs.MakeSecret, "Marketo sync", GraphApplications),
            (run.State, run.HandAct!.Code, run.HandAct.Copy["description"], run.HandAct.Permission));
        Assert.Contains(office.OurApplication.AppId.ToString(), run.HandAct.Portal!.ToString(), StringComparison.Ordinal);
        Assert.Equal(office.Clock.GetUtcNow().AddDays(180).ToString("yyyy-MM-dd", null), run.HandAct.Copy["end"]);

        var key = Make(office, days: 180);
        await office.As(Contoso.Alex).PostAsync(HandActRoutes.Done, run.Id, new HandActDoneRequest(StepKey.Secret));
        run = await office.As(Contoso.Adele).UntilAsync(run.Id, RunState.Guiding);

        Assert.Equal((StepKey.DisableSync, true, DeliveryState.Confirmed), (run.Marketo!.Current, run.Delivery!.ByHand, run.Delivery.State));
        Assert.Equal(PhraseCodes.SecretByHand, run.Steps.Single(s => s.Key is StepKey.Secret).Says!.Code);
        var connection = await ConnectionAsync(office);
        Assert.Equal((key, SecretFate.MadeByHand), connection.Secrets.Where(s => s.KeyId is not null).Select(s => (s.KeyId!.Value, s.Fate)).Single());
    }

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task Is_not_believed_on_anybodys_word_nor_taken_from_what_was_there()
    {
        await using var office = await Office.OpenAsync();
        var run = await AskedAsync(office, before: () => Make(office, days: 90));
        var writes = office.GraphWrites().Count;

        await office.As(Contoso.Alex).PostAsync(HandActRoutes.Done, run.Id, new HandActDoneRequest(StepKey.Secret));
        run = await office.As(Contoso.Adele).UntilAsync(run.Id, r => Says(r) is PhraseCodes.NotSeenYet);

        Assert.Equal(RunState.Delivering, run.State);
        Assert.Equal(writes, office.GraphWrites().Count);
    }

    [Fact]
    [Trait("Category", "Abuse")]
    public async Task Is_not_taken_when_it_lives_longer_than_was_approved()
    {
        await using var office = await Office.OpenAsync();
        var run = await AskedAsync(office);
        var writes = office.GraphWrites().Count;
        Make(office, days: 720);
        await office.As(Contoso.Alex).PostAsync(HandActRoutes.Done, run.Id, new HandActDoneRequest(StepKey.Secret));
        run = await office.As(Contoso.Adele).UntilAsync(run.Id, r => Says(r) is PhraseCodes.SecretByHandTooLong);
        Assert.Equal(RunState.Delivering, run.State);

        var key = Make(office, days: 30);
        await office.As(Contoso.Alex).PostAsync(HandActRoutes.Done, run.Id, new HandActDoneRequest(StepKey.Secret));
        await office.As(Contoso.Adele).UntilAsync(run.Id, RunState.Guiding);

        Assert.Contains((await ConnectionAsync(office)).Secrets, s => s.KeyId == key);
        // Nor is the one that lives too long taken away: it is not ours.
        Assert.Equal(writes, office.GraphWrites().Count);
    }

    [Fact]
    public async Task Is_known_to_the_checks_and_removed_by_neither_revoke_nor_undo()
    {
        await using var office = await Office.OpenAsync();
        var run = await AskedAsync(office);
        var key = Make(office, days: 180);
        // Nobody says so: the engine looks now and then.
        office.Clock.Forward(TimeSpan.FromMinutes(3));
        run = await office.As(Contoso.Adele).UntilAsync(run.Id, RunState.Guiding);
        var (connection, there) = (await ConnectionAsync(office), new Microsoft.Graph.Models.Application { PasswordCredentials = [new() { KeyId = key, EndDateTime = DateTimeOffset.MaxValue }] });
        Assert.Equal((1, 0, 0), (there.HandedOut(connection).Count, there.Foreign(connection).Count, there.Orphaned(connection, office.Clock.GetUtcNow()).Count));
        office.ChangeApplication(a => a with { Owners = [BackendPrincipal(office)] });

        (await office.As(Contoso.Alex).PostAsync(Routes.Revoke, run.Id)).MustBeRefused(409, ProblemCodes.SecretMadeByHand);
        var plan = await office.UndoPlannedAsync(run.Id);
        Assert.Contains(plan.Plan!.Items, i => i.Says.Code == PhraseCodes.UndoLeftSecretByHand);
        if (plan.State is RunState.Planned) await office.CarriedOutAsync(plan);

        Assert.Contains(office.OurApplication.PasswordCredentials, c => c.KeyId == key);
    }

    [Fact]
    public async Task Is_asked_for_once_more_beside_a_lost_one_and_is_not_needed_once_the_permission_is_there()
    {
        await using var office = await Office.OpenAsync();
        var run = await AskedAsync(office);
        var lost = Make(office, days: 180);
        office.Clock.Forward(TimeSpan.FromMinutes(3));
        run = await office.As(Contoso.Adele).UntilAsync(run.Id, RunState.Guiding);

        run = (await office.As(Contoso.Adele).PostAsync(Routes.IssueAgain, run.Id)).Value;
        Assert.Equal((RunState.Delivering, DeliveryState.Waiting), (run.State, run.Delivery!.State));
        run = await RefusedAsync(office, run.Id);
        office.ChangeApplication(a => a with { Owners = [BackendPrincipal(office)] });
        var secret = (await office.As(Contoso.Adele).CollectAsync(run.Id)).Value;

        Assert.Null(secret.Run.HandAct);
        Assert.Contains(office.OurApplication.PasswordCredentials, c => c.KeyId == lost);
        Assert.Equal(2, office.OurApplication.PasswordCredentials.Count);
    }

    private const string GraphApplications = "Application.ReadWrite.OwnedBy";

    /// <summary>As far as an administrator is asked, and what the app had is known.</summary>
    private static async Task<RunView> AskedAsync(Office office, Action? before = null)
    {
        var run = await office.DeliveringAsync();
        // Somebody took the app away from us: from now on we may read it and no more.
        office.ChangeApplication(a => a with { Owners = [] });
        before?.Invoke();
        // Right after our own writes a 403 may only mean that the app has not arrived everywhere.
        (await office.As(Contoso.Adele).CollectAsync(run.Id)).MustBeRefused(503, ProblemCodes.TryAgain);
        office.Clock.Forward(TimeSpan.FromMinutes(4));
        return await RefusedAsync(office, run.Id);
    }

    private static async Task<RunView> RefusedAsync(Office office, Guid run)
    {
        var answer = await office.As(Contoso.Adele).CollectAsync(run);
        answer.MustBeRefused(409, ProblemCodes.SecretByHand);
        var asked = answer.Problem!.Run!;
        return await office.As(Contoso.Adele).UntilAsync(run, r => r.Version > asked.Version);
    }

    private static Guid Make(Office office, int days)
    {
        var now = office.Clock.GetUtcNow();
        var made = new PasswordCredential { KeyId = Guid.NewGuid(), DisplayName = "in the portal", StartDateTime = now, EndDateTime = now.AddDays(days) };
        office.ChangeApplication(a => a with { PasswordCredentials = [.. a.PasswordCredentials, made] });
        return made.KeyId;
    }

    private static Guid BackendPrincipal(Office office) => office.Tenant.FindServicePrincipal(Contoso.BackendAppId)!.Id;

    private static string? Says(RunView run) => run.Steps.Single(s => s.Key is StepKey.Secret).Says?.Code;

    private static async Task<Connection> ConnectionAsync(Office office)
    {
        await using var db = office.Services.GetRequiredService<Ledger>().Open();
        return await db.Connections.AsNoTracking().SingleAsync();
    }
}
