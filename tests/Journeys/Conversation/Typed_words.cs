using System.Net.Http.Json;
using Journeys.TeamsClient;
using Xunit;

namespace Journeys.Conversation;

public sealed class Typed_words(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    [Fact]
    public async Task An_unknown_word_gets_help_and_help_gets_help()
    {
        var (chat, alex) = (fixture.World.Teams.NewThread(), TeamsPerson.Alex);

        await chat.SayAsync(alex, "make me a sandwich");
        await chat.SeesTextAsync(alex, "validate sync");
        await chat.SayAsync(alex, "HELP");

        Assert.Equal(2, chat.Messages.Count);
    }

    [Fact]
    public async Task Status_tells_of_the_setups_of_this_conversation_only()
    {
        var talk = fixture.Talk();
        await talk.ToPlanAsync();
        var elsewhere = fixture.World.Teams.PersonalChat(talk.Person);

        await talk.Chat.SayAsync(talk.Person, "status");
        await elsewhere.SayAsync(talk.Person, "status");

        Assert.Contains(new Uri(talk.Organisation).Host, talk.Chat.Last.Card!.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(new Uri(talk.Organisation).Host, elsewhere.Last.Card!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_in_a_new_thread_of_the_channel_finds_the_setup_of_another_and_leads_to_it()
    {
        var talk = fixture.Talk();
        await talk.ToPlanAsync();
        var thread = fixture.World.Teams.NewThread();

        await thread.SayAsync(talk.Person, "status");

        var status = thread.Last;
        Assert.Contains(new Uri(talk.Organisation).Host, status.Card!.Text, StringComparison.Ordinal);
        await thread.PressAsync(talk.Person, status, "show");
        await thread.SeesVerbAsync(talk.Person, "approve");
    }

    [Fact]
    public async Task Set_up_shows_the_way_back_to_what_is_open_here_before_it_begins_another()
    {
        var talk = fixture.Talk();
        await talk.ToPlanAsync();

        await talk.Chat.SayAsync(talk.Person, "set up");

        var intro = talk.Chat.Last;
        Assert.Contains(new Uri(talk.Organisation).Host, intro.Card!.Text, StringComparison.Ordinal);
        Assert.Equal(["show", "begin"], intro.Card.Verbs);
        await talk.Chat.PressAsync(talk.Person, intro, "show");
        await talk.Chat.SeesVerbAsync(talk.Person, "approve");
    }

    [Fact]
    public async Task Cancel_asks_first_and_then_ends_the_setup_for_everybody()
    {
        var talk = fixture.Talk();
        await talk.ToPlanAsync();

        await talk.Chat.SayAsync(talk.Person, "cancel");
        var question = talk.Chat.Last;
        Assert.Contains("approve", talk.Step.CardFor(talk.Person)!.Verbs);
        await talk.Chat.PressAsync(talk.Person, question, "cancel");

        await talk.Chat.SeesAsync(m => m.Id == talk.Step.Id && m.Card!.Verbs.All(v => v != "approve"), "the plan withdrawn");
    }

    [Fact]
    public async Task The_form_that_is_open_when_somebody_cancels_is_taken_away()
    {
        var talk = fixture.Talk();
        await talk.BeginAsync();

        await talk.Chat.SayAsync(talk.Person, "cancel");
        await talk.Chat.PressAsync(talk.Person, talk.Chat.Last, "cancel");

        await talk.Chat.SeesAsync(m => m.Id == talk.Step.Id && !m.Card!.Verbs.Contains("details.send"), "the form taken away");
    }

    [Fact]
    public async Task Validate_sync_asks_by_a_button_whoever_has_not_signed_in()
    {
        var (chat, alex) = (fixture.World.Teams.NewThread(), TeamsPerson.Alex);
        using var control = new HttpClient { BaseAddress = fixture.World.SandboxUrl };
        await control.PutAsJsonAsync("control/sign-in", new { ask = true });
        try
        {
            await chat.SayAsync(alex, "validate sync");
            var button = await chat.SeesVerbAsync(alex, "validate");
            var answer = await chat.PressAsync(alex, button, "validate");

            Assert.True(answer.AsksForSignIn);
            Assert.DoesNotContain(chat.Messages, m => m.Activity.ToJsonString().Contains("card.oauth", StringComparison.Ordinal));
        }
        finally
        {
            await control.PutAsJsonAsync("control/sign-in", new { ask = false });
        }
    }

    [Fact]
    public async Task A_Chinese_reader_is_answered_in_Chinese()
    {
        var alex = TeamsPerson.Alex with { Locale = "zh-CN" };
        var talk = new SetupTalk(fixture.World.Teams.NewThread(), alex);

        await talk.Chat.SayAsync(alex, "设置");
        await talk.ToPlanAsync();

        Assert.Contains("批准", talk.Step.CardFor(alex)!.Text, StringComparison.Ordinal);
        Assert.Contains("步", talk.Progress.Card!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_welcome_comes_once_however_often_Teams_reports_the_installation()
    {
        var megan = TeamsPerson.Megan;

        await Task.WhenAll(fixture.World.Teams.InstallForAsync(megan), fixture.World.Teams.InstallForAsync(megan));

        Assert.Single(fixture.World.Teams.PersonalChat(megan).Messages);
    }
}
