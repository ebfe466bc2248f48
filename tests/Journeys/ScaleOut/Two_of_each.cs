using Journeys.TeamsClient;
using MarketoSetupBot.Sandbox;
using Tests.Shared;

namespace Journeys.ScaleOut;

public sealed class Two_of_each(Fleet fleet) : IClassFixture<Fleet>
{
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(5);

    [PostgreSqlFact]
    public async Task Behave_as_one()
    {
        await fleet.Control.ClearJournalAsync();
        var talk = fleet.Talk(TeamsPerson.Alex);
        await talk.ToCollectAsync();

        var clicks = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => talk.PressAsync("collect")));
        var secret = Canary.ShownBy(Assert.Single(clicks, c => c.Card?.Verbs.Contains("copied") == true).Card!);
        var writes = (await fleet.Control.JournalAsync(SandboxHosts.Graph))
            .Where(w => w.IsWrite && w.Status < 300)
            .Select(w => $"{w.Method} {w.Path}").ToList();
        Assert.Equal(writes.Distinct(), writes);
        Assert.Single(writes, w => w.EndsWith("/addPassword", StringComparison.Ordinal));

        await talk.Chat.PressAsync(talk.Person, await talk.SeesStepAsync("copied"), "copied");
        for (var act = 0; act < 6; act++) await talk.Chat.PressAsync(talk.Person, await talk.SeesStepAsync("marketo.done"), "marketo.done");
        await talk.SeesStepAsync("validate");
        NothingWentBack(talk);
        var sinks = fleet.Sinks().ToList();
        Assert.Contains(sinks, s => s.Text.Contains(new Uri(talk.Organisation).Host, StringComparison.Ordinal));
        Assert.All(sinks, s => Assert.False(Canary.IsIn(s.Text, secret), $"The secret is in {s.Sink}."));
    }

    [PostgreSqlFact]
    public async Task Lose_nothing_when_one_after_the_other_is_killed()
    {
        // Everybody may approve what they asked for, so that four setups go on side by side.
        TeamsPerson[] people = [TeamsPerson.Alex, TeamsPerson.Megan, TeamsPerson.Adele, TeamsPerson.Isaiah];
        foreach (var person in people) await fleet.Control.SetRolesAsync(person.Account, "Cloud Application Administrator");
        var talks = people.Select(fleet.Talk).ToList();
        var replicas = fleet.Backends.Zip(fleet.Bots).SelectMany(pair => new[] { pair.First, pair.Second }).ToList();
        var setups = Task.WhenAll(talks.Select(InsistAsync));
        while (!setups.IsCompleted)
        {
            foreach (var replica in replicas)
            {
                await replica.KillAsync();
                await replica.StartAsync();
            }
        }

        await setups;
        foreach (var talk in talks)
        {
            var answer = await talk.Chat.PressAsync(talk.Person, await talk.SeesStepAsync("collect"), "collect");
            Assert.True(answer.Card?.Verbs.Contains("copied"), $"{answer.Http} {answer.Line} {answer.Card?.Text}\n{talk.Chat}");
            await talk.SeesStepAsync("copied");
            NothingWentBack(talk);
        }

        var tenant = fleet.Tenant;
        var ours = tenant.Locked(() => tenant.Applications.Values.Where(a => talks.Any(t => a.DisplayName == t.AppName)).ToList());
        Assert.Equal(talks.Count, ours.Count);
        Assert.All(ours, app => Assert.Single(app.PasswordCredentials));
        Assert.All(ours, app => Assert.Single(tenant.Locked(() => tenant.ServicePrincipals.Values.Where(p => p.AppId == app.AppId).ToList())));
    }

    /// <summary>As a person would whose bot does not answer: presses again, and says "set up" again, until the next thing is there.</summary>
    private static async Task InsistAsync(SetupTalk talk)
    {
        await UntilAsync(talk, "begin", () => talk.Chat.SayAsync(talk.Person, "set up"));
        await UntilAsync(talk, "details.send", () => PressAsync(talk, "begin"));
        await UntilAsync(talk, "approve", () => PressAsync(talk, "details.send", [.. talk.Details]));
        await UntilAsync(talk, "collect", () => PressAsync(talk, "approve"));
    }

    private static async Task UntilAsync(SetupTalk talk, string next, Func<Task> act)
    {
        using var patience = new CancellationTokenSource(TeamsService.Patience * 2);
        while (!patience.IsCancellationRequested)
        {
            try
            {
                await act();
                await talk.SeesStepAsync(next).WaitAsync(AnswerTime, patience.Token);
                return;
            }
            catch (Exception e) when (e is TimeoutException or HttpRequestException)
            {
                // The replica that had it died; another one answers the next try.
            }
            catch (OperationCanceledException) when (patience.IsCancellationRequested)
            {
                break;
            }
        }

        throw new TimeoutException($"Never saw \"{next}\". There is:\n{talk.Chat}");
    }

    private static Task PressAsync(SetupTalk talk, string verb, params (string Id, string Value)[] inputs) =>
        talk.Chat.Messages.LastOrDefault(m => m.CardFor(talk.Person)?.Verbs.Contains(verb) == true) is { } message
            ? talk.Chat.PressAsync(talk.Person, message, verb, inputs)
            : Task.CompletedTask;

    private static void NothingWentBack(SetupTalk talk) =>
        Assert.All(talk.Chat.Messages, message => Assert.Equal(message.Versions.Order(), message.Versions));
}
