using Journeys.TeamsClient;
using Xunit;

namespace Journeys.Conversation;

public sealed class Clients_and_weather(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    [Fact]
    public async Task A_client_that_knows_only_Submit_comes_as_far_but_never_gets_the_secret_in_a_message()
    {
        var talk = fixture.Talk();
        await talk.ToPlanAsync();

        await talk.Chat.SubmitAsync(talk.Person, talk.Step, "approve");
        await talk.SeesStepAsync("collect");
        await talk.Chat.SubmitAsync(talk.Person, talk.Step, "collect");

        await talk.SeesAsync("a card that only you can see");
        Assert.Contains("collect", talk.Step.CardFor(talk.Person)!.Verbs);
    }

    [Fact]
    public async Task What_Teams_throttles_is_shown_later()
    {
        var talk = fixture.Talk();
        await talk.BeginAsync();

        fixture.World.Teams.Throttle(3);
        await talk.SendDetailsAsync();

        await talk.SeesStepAsync("approve");
    }

    [Fact]
    public async Task The_way_from_the_progress_to_the_step_brings_the_step_below()
    {
        var talk = fixture.Talk();
        await talk.ToPlanAsync();

        await talk.Chat.PressAsync(talk.Person, talk.Progress, "show");
        var below = await talk.Chat.SeesAsync(m => m.Id != talk.Step.Id && m.CardFor(talk.Person)?.Verbs.Contains("approve") == true, "the plan below");

        Assert.Equal(["show"], talk.Step.Card!.Verbs);
        await talk.Chat.PressAsync(talk.Person, below, "approve");
        await talk.SeesStepAsync("collect");
    }

    [Fact]
    public async Task An_unreachable_backend_is_told_in_words_and_the_form_stays()
    {
        var talk = fixture.Talk();
        await talk.BeginAsync();
        await fixture.World.StopBackendAsync();
        try
        {
            var answer = await talk.SendDetailsAsync();

            Assert.Null(answer.Card);
            Assert.Contains("cannot reach my own service", answer.Line, StringComparison.Ordinal);
            Assert.Contains("details.send", talk.Step.CardFor(talk.Person)!.Verbs);
        }
        finally
        {
            await fixture.World.StartBackendAsync();
        }

        await talk.SendDetailsAsync();
        await talk.SeesStepAsync("approve");
    }

    [Fact]
    public async Task The_checks_stand_below_the_closing_card_and_do_not_cover_it()
    {
        var talk = fixture.Talk();
        await talk.ToCollectAsync();
        await talk.PressAsync("collect");
        await talk.PressAsync("copied");
        for (var act = 0; act < 6; act++) await talk.Chat.PressAsync(talk.Person, await talk.SeesStepAsync("marketo.done"), "marketo.done");
        var closing = await talk.SeesStepAsync("validate");

        await talk.Chat.PressAsync(talk.Person, closing, "validate");
        var checks = await talk.Chat.SeesAsync(m => m.Id != closing.Id && m.CardFor(talk.Person)?.Verbs.Contains("validate") == true, "the checks");

        Assert.DoesNotContain("✗", checks.Card!.Text, StringComparison.Ordinal);
        Assert.Contains("validate", closing.CardFor(talk.Person)!.Verbs);
    }

    [Fact]
    public async Task A_red_cross_in_Marketo_leads_to_its_remedies_and_back()
    {
        var talk = fixture.Talk();
        await talk.ToCollectAsync();
        await talk.PressAsync("collect");
        await talk.PressAsync("copied");
        var act = await talk.SeesStepAsync("marketo.done");
        for (var i = 0; i < 3; i++) await talk.Chat.PressAsync(talk.Person, act, "marketo.done");

        await talk.Chat.PressAsync(talk.Person, act, "marketo.problem");
        var remedies = await talk.Chat.PressAsync(talk.Person, act, "marketo.report", ("redChecks", "2"));
        Assert.Contains("marketo.problem", remedies.Card!.Verbs);
        var green = await talk.Chat.PressAsync(talk.Person, act, "marketo.report", ("redChecks", ""));

        Assert.Contains("marketo.done", green.Card!.Verbs);
    }
}
