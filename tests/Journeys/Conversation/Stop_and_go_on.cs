using Journeys.TeamsClient;
using Xunit;

namespace Journeys.Conversation;

public sealed class Stop_and_go_on(TwoApprovers fixture) : IClassFixture<TwoApprovers>
{
    [Fact]
    public async Task A_run_waits_visibly_until_another_approver_lets_writes_go_on()
    {
        var talk = fixture.Talk();
        await talk.ToPlanAsync(("appName", talk.AppName));
        var halt = await talk.AskForAsync(TwoApprovers.Isaiah, "halt", "halt");
        var stopped = await talk.Chat.PressAsync(TwoApprovers.Isaiah, halt, "halt", ("reason", "Something looks wrong"));
        Assert.Contains("halt.lift", stopped.Card!.Verbs);

        await talk.Chat.PressAsync(TwoApprovers.Alex, talk.Step, "approve");
        await talk.Chat.SeesAsync(m => m.Id == talk.Progress.Id && m.Card!.Text.Contains("Waiting: Isaiah Langer", StringComparison.Ordinal), "the progress saying whom it waits for");
        await talk.Chat.SeesAsync(m => m.Text?.Contains("Something looks wrong", StringComparison.Ordinal) == true, "the thread told why");
        Assert.Null(fixture.World.ClientIdOf(talk));

        var resume = await talk.AskForAsync(TwoApprovers.Isaiah, "resume", "halt.lift");
        var byTheSame = await talk.Chat.PressAsync(TwoApprovers.Isaiah, resume, "halt.lift");
        Assert.NotNull(byTheSame.Line);
        var byNobody = await talk.Chat.PressAsync(TeamsPerson.Megan, resume, "halt.lift");
        Assert.NotNull(byNobody.Line);
        await talk.Chat.PressAsync(TwoApprovers.Alex, resume, "halt.lift");

        await talk.SeesStepAsync("collect");
        Assert.NotNull(fixture.World.ClientIdOf(talk));
    }

    [Fact]
    public async Task The_audit_is_seen_by_whoever_pressed_and_by_nobody_else()
    {
        var talk = fixture.Talk();
        await talk.ToPlanAsync();
        await talk.Chat.PressAsync(TwoApprovers.Alex, talk.Step, "ask", ("remark", "why?"));
        var question = await talk.AskForAsync(TwoApprovers.Alex, "audit", "audit");

        var refused = await talk.Chat.PressAsync(TwoApprovers.Adele, question, "audit");
        var shown = await talk.Chat.PressAsync(TwoApprovers.Alex, question, "audit");

        Assert.NotNull(refused.Line);
        Assert.Contains("Asked a question", shown.Card!.Text, StringComparison.Ordinal);
        Assert.Contains("Adele Vance", shown.Card.Text, StringComparison.Ordinal);
        await talk.Chat.SubmitAsync(TwoApprovers.Alex, question, "audit");
        await talk.SeesAsync("that nobody else can see");
        Assert.Equal(0, question.Updates);
        Assert.DoesNotContain("Asked a question", question.CardFor(TwoApprovers.Adele)!.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(fixture.World.Teams.Traffic, body => body.Contains("Asked a question", StringComparison.Ordinal));
    }
}
