using System.Text.Json.Nodes;
using Journeys.TeamsClient;
using MarketoSetupBot.Sandbox.Control;
using Microsoft.Extensions.DependencyInjection;
using Tests.Shared;
using Xunit;
using Xunit.Abstractions;

namespace Journeys.Abuse;

/// <summary>
/// Two real secrets are the canaries of a whole life: set up, collected, issued again, collected, validated, undone. Each is in the one answer that handed
/// it out. The Playground's recording is searched by the journey in the browser.
/// </summary>
[Trait("Category", "Abuse")]
public sealed class A_secret_in_every_sink(ITestOutputHelper output)
{
    [Fact]
    public Task Is_in_one_answer_and_in_no_log_span_table_job_state_or_activity() => LiveAsync(postgreSql: false);

    [PostgreSqlFact]
    public Task Is_in_no_table_of_PostgreSQL_either() => LiveAsync(postgreSql: true);

    private async Task LiveAsync(bool postgreSql)
    {
        using var spans = new KeptSpans();
        await using var world = await World.StartTellingAllAsync(postgreSql);
        using var told = new Told(world, output);
        var talk = new SetupTalk(world.Teams.NewThread(), TeamsPerson.Alex);

        await talk.ToCollectAsync(("appName", talk.AppName));
        var run = (string)talk.Step.CardFor(talk.Person)!.Verb("collect")["data"]!["run"]!;
        var first = Canary.ShownBy((await talk.PressAsync("collect")).Card!);
        await PressUnseenAsync(world, talk, "issue-again", run);
        await talk.SeesStepAsync("collect");
        var second = Canary.ShownBy((await PressUnseenAsync(world, talk, "collect", run)).Card!);
        Assert.NotEqual(first, second);
        await PressUnseenAsync(world, talk, "copied", run);
        for (var act = 0; act < 6; act++)
            await talk.Chat.PressAsync(talk.Person, await talk.SeesStepAsync("marketo.done"), "marketo.done");
        var closing = await talk.SeesStepAsync("validate");
        await talk.Chat.PressAsync(talk.Person, closing, "validate");
        await talk.Chat.SeesAsync(m => m.Id != closing.Id && m.CardFor(talk.Person)?.Verbs.Contains("validate") == true, "the checks");
        await talk.Chat.PressAsync(talk.Person, await talk.AskForAsync(talk.Person, "undo", "undo"), "undo");
        var plan = await talk.Chat.SeesVerbAsync(talk.Person, "approve");
        await talk.Chat.PressAsync(talk.Person, plan, "approve");
        await talk.Chat.SeesAsync(m => m.Id == plan.Id && m.Card!.Verbs.All(v => v is not ("approve" or "show")), "the undo done");

        string[] answers = [.. world.Teams.Answers.Select(a => a.Value?.ToJsonString() ?? "")];
        // The secrets of bot and backend themselves are canaries of these runs too.
        string[] canaries = [first, second, .. world.Secrets];
        (string Sink, IEnumerable<string> Lines, string Known)[] sinks =
        [
            ("log", world.Log.Lines, "addPassword"),
            ("span", spans.Lines, "addPassword"),
            ("activity", world.Teams.Traffic, talk.AppName),
            ("journal", world.SandboxServices.GetRequiredService<Journal>().Read("graph.microsoft.com").Select(e => e.ToString()), "addPassword"),
            // Every table: runs, audit, outbox, the scheduler's job data, state and handled activities of the bot.
            ("backend's database", world.StoredByBackend(), talk.AppName),
            ("backend's database", world.StoredByBackend(), postgreSql ? "qrtz_job_details" : "QRTZ_JOB_DETAILS"),
            ("bot's database", world.StoredByBot(), run),
        ];
        foreach (var (sink, lines, known) in sinks)
        {
            // A sink that holds nothing would prove nothing.
            Assert.True(lines.Any(l => l.Contains(known, StringComparison.Ordinal)), $"The {sink} does not know {known}.");
            Assert.False(lines.Any(l => Canary.IsIn(l, canaries)), $"A secret is in a {sink}.");
        }
        foreach (var file in Directory.GetFiles(world.Folder))
            Assert.False(Canary.IsInFile(file, canaries), $"A secret is in {Path.GetFileName(file)}.");
        Assert.Contains(world.Log.Lines, l => l[0] == 'T');
        Assert.Single(answers, a => a.Contains(first, StringComparison.Ordinal));
        Assert.Single(answers, a => a.Contains(second, StringComparison.Ordinal));
    }

    private static Task<InvokeAnswer> PressUnseenAsync(World world, SetupTalk talk, string verb, string run) =>
        world.Teams.InvokeAsync(talk.Chat, talk.Person, talk.Step, new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["title"] = verb, ["verb"] = verb, ["data"] = new JsonObject { ["run"] = run } },
        });
}
