using Journeys.TeamsClient;
using Xunit;

namespace Journeys.Conversation;

public sealed class Beside_yes(TwoApprovers fixture) : IClassFixture<TwoApprovers>
{
    [Fact]
    public async Task A_no_without_a_reason_stays_on_the_card_with_what_was_typed()
    {
        var talk = fixture.Talk();
        await talk.ToPlanAsync();
        var long_ = new string('x', 501);

        var empty = await talk.Chat.PressAsync(TwoApprovers.Alex, talk.Step, "reject", ("remark", " "));
        var tooLong = await talk.Chat.PressAsync(TwoApprovers.Alex, talk.Step, "reject", ("remark", long_));

        Assert.Contains("reject", empty.Card!.Verbs);
        Assert.Equal(long_, tooLong.Card!.Inputs["remark"]);
        Assert.Contains("500", tooLong.Card.Text, StringComparison.Ordinal);
        Assert.Contains("approve", talk.Step.CardFor(talk.Person)!.Verbs);
    }

    [Fact]
    public async Task A_no_closes_every_copy_and_the_requester_hears_the_reason()
    {
        var talk = fixture.Talk();
        await talk.ToPlanAsync();
        var elsewhere = new SetupTalk(fixture.World.Teams.NewThread(), TwoApprovers.Adele) { Organisation = talk.Organisation };
        await elsewhere.BeginAsync();
        await elsewhere.SendDetailsAsync();
        await elsewhere.PressAsync("join");
        Assert.Contains("approve", elsewhere.Step.CardFor(TwoApprovers.Adele)!.Verbs);

        await talk.Chat.PressAsync(TwoApprovers.Alex, talk.Step, "reject", ("remark", "*wrong* sync user"));

        var told = await talk.SeesAsync("\\*wrong\\* sync user");
        Assert.Contains("Adele Vance", told.Text ?? told.Card!.Text, StringComparison.Ordinal);
        Assert.Contains("Alex Wilber", told.Text ?? told.Card!.Text, StringComparison.Ordinal);
        await elsewhere.Chat.SeesAsync(m => m.Id == elsewhere.Step.Id && !m.Card!.Verbs.Contains("approve"), "the copy closed");
        await elsewhere.SeesAsync("\\*wrong\\* sync user");
        Assert.DoesNotContain("approve", talk.Step.CardFor(talk.Person)!.Verbs);
        // The requester corrects it in the form, and the new plan waits again.
        await talk.SeesStepAsync("details.send");
        await talk.SendDetailsAsync(("appName", "Corrected"));
        await talk.SeesAsync("Corrected");
        await talk.SeesStepAsync("approve");
    }

    [Fact]
    public async Task A_question_is_answered_in_the_thread_and_then_decided()
    {
        var talk = fixture.Talk();
        await talk.ToPlanAsync();

        await talk.Chat.PressAsync(TwoApprovers.Alex, talk.Step, "ask", ("remark", "Whose organisation is that?"));
        await talk.Chat.SeesAsync(m => m.Text?.Contains("Whose organisation is that?", StringComparison.Ordinal) == true, "the question as a message");
        await talk.SeesStepAsync("reply");
        var byStranger = await talk.Chat.PressAsync(TeamsPerson.Megan, talk.Step, "reply", ("remark", "mine"));
        await talk.PressAsync("reply", ("remark", "Ours, the new one."));
        await talk.Chat.SeesAsync(m => m.Text?.Contains("Ours, the new one.", StringComparison.Ordinal) == true, "the answer as a message");
        await talk.Chat.PressAsync(TwoApprovers.Alex, talk.Step, "approve");

        Assert.NotNull(byStranger.Line);
        Assert.DoesNotContain("mine", talk.Chat.ToString(), StringComparison.Ordinal);
        await talk.SeesStepAsync("collect");
    }

    [Fact]
    public async Task Of_two_approvers_at_once_one_decides_and_the_other_hears_who_did()
    {
        var talk = fixture.Talk();
        await talk.ToPlanAsync(("appName", talk.AppName));

        var answers = await Task.WhenAll(
            talk.Chat.PressAsync(TwoApprovers.Alex, talk.Step, "approve"), talk.Chat.PressAsync(TwoApprovers.Isaiah, talk.Step, "approve"));

        var decided = await talk.Chat.SeesAsync(m => m.Card?.Text.Contains("pproved by", StringComparison.Ordinal) == true, "who approved");
        var winner = decided.Card!.Text.Contains("pproved by Alex", StringComparison.Ordinal) ? "Alex Wilber" : "Isaiah Langer";
        Assert.All(answers, a => Assert.DoesNotContain("approve", a.Card!.Verbs));
        Assert.All(answers, a => Assert.Contains(winner, a.Card!.Text, StringComparison.Ordinal));
        await talk.SeesStepAsync("collect");
        Assert.NotNull(fixture.World.ClientIdOf(talk));
    }

    [Fact]
    public async Task A_requester_who_may_not_decide_is_told_so_and_the_plan_stays()
    {
        var talk = fixture.Talk();
        await talk.ToPlanAsync();

        var approved = await talk.PressAsync("approve");
        var rejected = await talk.PressAsync("reject", ("remark", "never mind"));

        Assert.NotNull(approved.Line);
        Assert.NotNull(rejected.Line);
        Assert.Contains("approve", talk.Step.CardFor(talk.Person)!.Verbs);
    }

    [Fact]
    public async Task A_card_of_another_run_becomes_a_look_at_the_one_that_is_there()
    {
        var (one, other) = (fixture.Talk(), fixture.Talk());
        await one.ToPlanAsync();
        await other.ToPlanAsync();

        var answer = await other.Chat.PressAsync(TwoApprovers.Alex, other.Step, one.Step.CardFor(TwoApprovers.Alex)!, "approve");
        var copy = await other.Chat.PressAsync(TwoApprovers.Alex, new TeamsMessage("1795000000001", one.Step.Activity), one.Step.CardFor(TwoApprovers.Alex)!, "approve");

        Assert.Contains(new Uri(other.Organisation).Host, answer.Card!.Text, StringComparison.Ordinal);
        Assert.Null(copy.Card);
        Assert.NotNull(copy.Line);
        Assert.Contains("approve", one.Step.Card!.Verbs);
        Assert.Contains("approve", other.Step.Card!.Verbs);
    }
}
