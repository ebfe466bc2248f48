using System.Net;
using System.Net.Http.Json;
using MarketoSetupBot.Backend.Connections;
using MarketoSetupBot.Backend.Database;
using MarketoSetupBot.Backend.Tests.World;
using MarketoSetupBot.Backend.Validations;
using MarketoSetupBot.Contracts;
using MarketoSetupBot.Sandbox.World;
using Microsoft.Extensions.DependencyInjection;

namespace MarketoSetupBot.Backend.Tests;

public sealed class ValidationTests : IAsyncLifetime
{
    private Office office = null!;
    private PersonClient alex = null!;
    private readonly TaskCompletionSource slow = new();
    private Guid connection;

    public async Task InitializeAsync()
    {
        office = await Office.OpenInRealTimeAsync();
        alex = office.As(Contoso.Alex);
        connection = await AddConnectionAsync();
    }

    public async Task DisposeAsync() => await office.DisposeAsync();

    [Fact]
    public async Task A_validation_ends_with_every_check_and_is_kept()
    {
        var done = await ValidateAsync();

        Assert.True(done.IsComplete);
        Assert.Equal(CheckIds.All, done.Checks.Select(c => c.Id));
        Assert.Equal(CheckIds.All.Count, done.Expected);
        Assert.Equal(Contoso.Alex.ObjectId.ToString(), done.By!.ObjectId);
        var last = (await LastAsync()).Value;
        Assert.Equal(done.Id, last.Id);
        Assert.Equal(done.Checks.Select(c => (c.Id, c.State)), last.Checks.Select(c => (c.Id, c.State)));
    }

    [Fact]
    public async Task Of_the_only_connection_it_needs_no_name_and_of_several_the_list_is_shown()
    {
        var only = (await alex.SendAsync<ValidationStart>(HttpMethod.Post, ValidationRoutes.Only)).Value;
        Assert.Equal(connection, only.Begun!.ConnectionId);
        await UntilCompleteAsync(only.Begun.Id);

        var another = await AddConnectionAsync("another.crm.dynamics.com");
        var several = (await alex.SendAsync<ValidationStart>(HttpMethod.Post, ValidationRoutes.Only)).Value;
        Assert.Null(several.Begun);
        Assert.Equal([another, connection], several.Choices.Select(c => c.Id));
    }

    [Fact]
    public async Task First_results_are_there_while_one_provider_is_slow()
    {
        office.Line.Before = request => request.RequestUri!.AbsolutePath.EndsWith("/solutions", StringComparison.Ordinal) ? slow.Task : Task.CompletedTask;

        var first = (await BeginAsync()).Value;
        Assert.False(first.IsComplete);
        Assert.Contains(first.Checks, c => c.Id == CheckIds.SyncUser && c.State is CheckState.Passed);
        Assert.DoesNotContain(first.Checks, c => c.Id == CheckIds.DynamicsSolution);

        slow.SetResult();
        var done = await UntilCompleteAsync(first.Id);
        Assert.Equal(CheckIds.All, done.Checks.Select(c => c.Id));
    }

    [Fact]
    public async Task What_got_worse_and_better_is_told_and_what_nobody_could_check_is_neither()
    {
        var first = await ValidateAsync();
        Assert.Empty(first.Better.Concat(first.Worse));

        await office.ChangeDynamicsAsync(new { language = 1036 });
        Assert.Equal([CheckIds.DynamicsLanguage], (await ValidateAsync()).Worse);

        await office.ChangeDynamicsAsync(new { applicationUserMayRead = false });
        var blind = await ValidateAsync();
        Assert.Empty(blind.Better.Concat(blind.Worse));

        await office.ChangeDynamicsAsync(new { applicationUserMayRead = true, language = 1033 });
        var mended = await ValidateAsync();
        Assert.Equal([CheckIds.DynamicsLanguage], mended.Better);
        Assert.Empty(mended.Worse);
    }

    [Fact]
    public async Task Marketos_seven_stand_beside_our_own_reading_and_a_contradiction_is_said()
    {
        await office.ChangeDynamicsAsync(new { disabledSteps = new[] { "Marketo: Update of lead" } });
        var before = await ValidateAsync();
        Assert.Equal(Enum.GetValues<MarketoCheck>(), before.Marketo.Select(m => m.Check));
        Assert.All(before.Marketo, m => Assert.Equal((null, MarketoVerdict.Unknown), (m.Red, m.Verdict)));

        var reported = await alex.Http.PutAsync(Routes.For(ValidationRoutes.Report, connection), JsonContent.Create(new MarketoReportRequest([MarketoCheck.SolutionIsInstalled]), options: Wire.Json));
        Assert.Equal(HttpStatusCode.OK, reported.StatusCode);

        var seven = (await ValidateAsync()).Marketo.ToDictionary(m => m.Check);
        Assert.Equal((CheckState.Passed, MarketoVerdict.RedButGood), (seven[MarketoCheck.SolutionIsInstalled].State, seven[MarketoCheck.SolutionIsInstalled].Verdict));
        Assert.Equal((CheckState.Failed, MarketoVerdict.GreenButBad), (seven[MarketoCheck.StepsAreEnabled].State, seven[MarketoCheck.StepsAreEnabled].Verdict));
        Assert.Equal([CheckIds.DynamicsSteps], seven[MarketoCheck.StepsAreEnabled].Because);
        Assert.Equal(MarketoVerdict.Agree, seven[MarketoCheck.UrlIsValid].Verdict);
    }

    [Fact]
    public async Task What_is_red_below_a_red_sign_in_says_nothing()
    {
        var seven = MarketoSeven.Read((await ValidateAsync()).Checks, new([MarketoCheck.UsernameAndPasswordAreValid, MarketoCheck.StepsAreEnabled], new("x", "Alex"), office.Clock.GetUtcNow()));

        Assert.Equal(MarketoVerdict.RedBelowSignIn, seven.Single(m => m.Check is MarketoCheck.StepsAreEnabled).Verdict);
    }

    [Fact]
    public async Task Nobody_outside_the_team_begins_or_reads_one()
    {
        var id = (await ValidateAsync()).Id;
        office.Change(t => t.Groups[Contoso.TeamGroupId] = t.Groups[Contoso.TeamGroupId] with { Members = [] });

        (await BeginAsync()).MustBeRefused(403, ProblemCodes.NotAllowed);
        (await alex.SendAsync<ValidationStart>(HttpMethod.Post, ValidationRoutes.Only)).MustBeRefused(403, ProblemCodes.NotAllowed);
        (await ReadAsync(id)).MustBeRefused(403, ProblemCodes.NotAllowed);
        // What was read while that was decided is gone.
        await using var db = office.Services.GetRequiredService<Ledger>().Open();
        Assert.Equal([id], db.Validations.Select(v => v.Id));
    }

    [Fact]
    public async Task The_night_tells_the_bot_of_changes_only()
    {
        await NightAsync();
        await office.ChangeDynamicsAsync(new { language = 1036 });
        await NightAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var told = await office.Bot.NextValidationAsync(patience.Token);

        Assert.Equal([CheckIds.DynamicsLanguage], (await ReadAsync(told.Validation)).Value.Worse);
        Assert.Single(office.Bot.Validations);
    }

    [Fact]
    public async Task Nothing_that_only_some_may_see_is_kept()
    {
        var shown = new CheckView("x", CheckState.Failed, new Phrase("y")) { Details = [new Phrase("secret-name", ("policy", "Block everything"))] };
        var history = office.Services.GetRequiredService<History>();
        var record = await history.BeginAsync(connection, null, default);

        await history.FinishAsync(record.Id, [shown], _ => false, default);

        var stored = await office.StoredAsync();
        Assert.Contains(record.Id.ToString(), stored, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Block everything", stored, StringComparison.Ordinal);
        Assert.True((await LastAsync()).Value.Checks.Single().DetailsWithheld);
    }

    private async Task NightAsync()
    {
        using var scope = office.Services.CreateScope();
        await ActivatorUtilities.CreateInstance<NightJob>(scope.ServiceProvider).Execute(null!);
    }

    private async Task<ValidationView> ValidateAsync() => await UntilCompleteAsync((await BeginAsync()).Value.Id);

    private Task<Answer<ValidationView>> BeginAsync() => alex.SendAsync<ValidationView>(HttpMethod.Post, Routes.For(Routes.Validate, connection));

    private Task<Answer<ValidationView>> ReadAsync(Guid id, int seen = 0) =>
        alex.SendAsync<ValidationView>(HttpMethod.Get, $"{Routes.For(ValidationRoutes.One, id)}?seen={seen}");

    private Task<Answer<ValidationView>> LastAsync() => alex.SendAsync<ValidationView>(HttpMethod.Get, Routes.For(ValidationRoutes.Last, connection));

    private async Task<ValidationView> UntilCompleteAsync(Guid id)
    {
        var view = (await ReadAsync(id)).Value;
        for (var look = 0; !view.IsComplete && look < 200; look++) view = (await ReadAsync(id, view.Checks.Count)).Value;
        Assert.True(view.IsComplete);
        return view;
    }

    private async Task<Guid> AddConnectionAsync(string host = Contoso.OrganizationHost)
    {
        var ledger = office.Services.GetRequiredService<Ledger>();
        await using var db = ledger.Open();
        var one = Connection.New(Contoso.TenantId.ToString(), host, office.Clock.GetUtcNow());
        one.SyncUser = Contoso.SyncUser.UserPrincipalName;
        one.ClientId = Guid.NewGuid().ToString();
        db.Connections.Add(one);
        await ledger.SaveAsync(db, default);
        return one.Id;
    }
}
