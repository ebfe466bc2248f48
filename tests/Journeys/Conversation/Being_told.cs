using System.Text.Json.Nodes;
using Journeys.TeamsClient;
using Xunit;

namespace Journeys.Conversation;

public sealed class Being_told(TwoApprovers fixture) : IClassFixture<TwoApprovers>
{
    [Fact]
    public async Task The_requester_is_mentioned_when_the_plan_is_approved()
    {
        var talk = fixture.Talk();
        await talk.ToPlanAsync();

        await talk.Chat.PressAsync(TwoApprovers.Alex, talk.Step, "approve");

        var told = await ToldAsync(talk, "approved the plan");
        Assert.Equal(["29:adele"], Mentioned(told));
        Assert.StartsWith("<at>Adele Vance</at>:", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_mentions_the_requester_its_answer_whoever_asked_and_typed_markup_nobody()
    {
        var talk = fixture.Talk();
        await talk.ToPlanAsync();

        await talk.Chat.PressAsync(TwoApprovers.Alex, talk.Step, "ask", ("remark", "<at>Megan Bowen</at> \uE000 **really**?"));
        var asked = await ToldAsync(talk, "really");
        await talk.SeesStepAsync("reply");
        await talk.PressAsync("reply", ("remark", "yes indeed"));
        var answered = await ToldAsync(talk, "yes indeed");

        Assert.Equal(["29:adele"], Mentioned(asked));
        Assert.DoesNotContain("<at>Megan", asked.Text, StringComparison.Ordinal);
        Assert.Equal(1, Occurrences(asked.Text!, "<at>"));
        Assert.Equal(["29:alex"], Mentioned(answered));
    }

    [Fact]
    public async Task A_no_mentions_the_requester()
    {
        var talk = fixture.Talk();
        await talk.ToPlanAsync();

        await talk.Chat.PressAsync(TwoApprovers.Alex, talk.Step, "reject", ("remark", "not this week"));

        Assert.Equal(["29:adele"], Mentioned(await ToldAsync(talk, "not this week")));
    }

    [Fact]
    public async Task A_plan_that_waits_mentions_those_who_could_approve_it()
    {
        await using var world = await World.StartAsync(("Access:AllowSelfApproval", "false"), ("Access:ApprovalTimeout", "00:00:20"), ("Access:Reminders", "10"));
        var talk = new SetupTalk(world.Teams.NewThread(), TeamsPerson.Adele);
        await talk.ToPlanAsync();

        var told = await ToldAsync(talk, "Last reminder");

        Assert.Equal(["29:adele", "29:alex"], Mentioned(told).Order());
        Assert.EndsWith("<at>Alex Wilber</at>", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_recipient_is_named_on_the_card_and_collects()
    {
        var talk = fixture.Talk();
        await talk.ToPlanAsync();
        var question = await talk.PressAsync("hand-over.ask");
        var missing = await talk.Chat.PressAsync(talk.Person, talk.Step, question.Card!, "hand-over", ("personId", TeamsPerson.Adele.Account.ObjectId.ToString()));
        Assert.Contains("somebody else", missing.Card!.Text, StringComparison.Ordinal);

        await talk.Chat.PressAsync(talk.Person, talk.Step, missing.Card, "hand-over", ("personId", TeamsPerson.Megan.Account.ObjectId.ToString()));

        Assert.Equal(["29:megan"], Mentioned(await ToldAsync(talk, "right to collect")));
        await talk.Chat.SeesAsync(m => m.Id == talk.Step.Id && m.Card!.Verbs.Contains("approve") && m.Card.Text.Contains("Megan Bowen", StringComparison.Ordinal), "the new plan");
        await talk.Chat.PressAsync(TwoApprovers.Alex, talk.Step, "approve");
        await talk.SeesStepAsync("collect");
        Assert.Null((await talk.PressAsync("collect")).Card);

        // Approved: now it takes an approver who did not ask.
        var later = await talk.Chat.PressAsync(TwoApprovers.Isaiah, talk.Step, "hand-over.ask");
        Assert.NotNull((await talk.Chat.PressAsync(talk.Person, talk.Step, later.Card!, "hand-over", ("personId", TeamsPerson.Adele.Account.ObjectId.ToString()))).Line);
        await talk.Chat.PressAsync(TwoApprovers.Isaiah, talk.Step, later.Card!, "hand-over", ("personId", TeamsPerson.Adele.Account.ObjectId.ToString()));
        await talk.Chat.SeesAsync(m => m.Id == talk.Step.Id && m.Card!.Text.Contains("Adele Vance", StringComparison.Ordinal), "the offer to the other recipient");
        Assert.NotNull((await talk.PressAsync("collect")).Card);
        var tooLate = await talk.Chat.PressAsync(TwoApprovers.Isaiah, talk.Step, later.Card!, "hand-over", ("personId", TeamsPerson.Megan.Account.ObjectId.ToString()));
        Assert.Contains("collected the secret already", tooLate.Line, StringComparison.Ordinal);
    }

    /// <summary>As a message of its own, not on a card.</summary>
    private static Task<TeamsMessage> ToldAsync(SetupTalk talk, string words) =>
        talk.Chat.SeesAsync(m => m.Text?.Contains(words, StringComparison.Ordinal) == true, $"a message with \"{words}\"");

    private static IEnumerable<string> Mentioned(TeamsMessage message) =>
        (message.Activity["entities"] as JsonArray ?? []).Where(e => (string?)e!["type"] == "mention").Select(e => (string)e!["mentioned"]!["id"]!);

    private static int Occurrences(string text, string what) => text.Split(what).Length - 1;
}
