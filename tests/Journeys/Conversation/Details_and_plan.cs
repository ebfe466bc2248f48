using Journeys.TeamsClient;
using Xunit;

namespace Journeys.Conversation;

public sealed class Details_and_plan(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    [Fact]
    public async Task What_is_wrong_is_said_beside_the_field_and_what_was_typed_stays()
    {
        var talk = fixture.Talk();
        await talk.BeginAsync();

        var answer = await talk.SendDetailsAsync(("organisationUrl", "http://contoso.crm.dynamics.com"), ("syncUser", "nobody"), ("appName", "Our very own name"));

        var form = Assert.IsType<CardView>(answer.Card);
        Assert.Equal("http://contoso.crm.dynamics.com", form.Inputs["organisationUrl"]);
        Assert.Equal("nobody", form.Inputs["syncUser"]);
        Assert.Equal("Our very own name", form.Inputs["appName"]);
        Assert.Contains("https", form.Text, StringComparison.Ordinal);

        await talk.SendDetailsAsync(("appName", "Our very own name"));
        await talk.SeesStepAsync("approve");
    }

    [Fact]
    public async Task A_federated_sync_user_stops_the_setup_at_the_plan_with_the_reason()
    {
        var talk = new SetupTalk(fixture.World.Teams.NewThread(), TeamsPerson.Alex) { SyncUser = "marketo.sync@corp.contoso.com" };
        await talk.BeginAsync();
        await talk.SendDetailsAsync();

        var blocked = await talk.SeesAsync("corp.contoso.com");
        var card = (await talk.SeesStepAsync("change")).CardFor(talk.Person)!;
        Assert.DoesNotContain("approve", card.Verbs);
        Assert.NotNull(blocked);
    }

    [Fact]
    public async Task Change_leads_back_to_the_form_with_what_was_typed()
    {
        var talk = fixture.Talk();
        await talk.ToPlanAsync(("appName", "To be changed"));

        var form = (await talk.PressAsync("change")).Card!;

        Assert.Equal(talk.Organisation, form.Inputs["organisationUrl"].TrimEnd('/'));
        Assert.Equal("To be changed", form.Inputs["appName"]);
        await talk.SendDetailsAsync(("appName", "Changed"));
        await talk.SeesAsync("Changed");
    }

    [Fact]
    public async Task An_on_premises_server_gets_the_acts_in_Marketo_alone()
    {
        var talk = new SetupTalk(fixture.World.Teams.NewThread(), TeamsPerson.Alex) { Organisation = $"https://crm{Environment.TickCount64}.corp-example.com" };
        await talk.BeginAsync();
        var answer = await talk.SendDetailsAsync();

        Assert.DoesNotContain("approve", answer.Card?.Verbs ?? []);
        var first = (await talk.SeesStepAsync("marketo.done")).CardFor(talk.Person)!;
        Assert.Contains("on your own servers", first.Text, StringComparison.Ordinal);
        Assert.Contains("Step 2 of 7", first.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_only_planned_is_not_offered_for_validation()
    {
        var talk = fixture.Talk();
        await talk.ToPlanAsync();

        await talk.Chat.SayAsync(talk.Person, "validate sync");

        await talk.SeesAsync("nothing to validate");
    }

    [Fact]
    public async Task A_click_on_an_outdated_card_answers_where_the_run_stands_now()
    {
        var talk = fixture.Talk();
        await talk.BeginAsync();
        var form = talk.Step.CardFor(talk.Person)!;
        await talk.SendDetailsAsync();
        await talk.SeesStepAsync("approve");

        var again = await talk.Chat.PressAsync(talk.Person, talk.Step, form, "details.send", ("organisationUrl", talk.Organisation), ("syncUser", talk.SyncUser));

        Assert.Contains("approve", again.Card!.Verbs);
    }

    [Fact]
    public async Task A_copy_of_a_card_points_to_the_live_one()
    {
        var talk = fixture.Talk();
        await talk.ToPlanAsync();
        var copy = new TeamsMessage("1795000000000", talk.Step.Activity);

        var answer = await talk.Chat.PressAsync(talk.Person, copy, talk.Step.CardFor(talk.Person)!, "approve");

        Assert.Equal(["show"], answer.Card!.Verbs);
        Assert.Contains("approve", talk.Step.CardFor(talk.Person)!.Verbs);
    }

    [Fact]
    public async Task Somebody_without_a_role_may_not_approve_and_is_told_why()
    {
        var talk = fixture.Talk();
        await talk.ToPlanAsync();

        var refused = await talk.Chat.PressAsync(TeamsPerson.Megan, talk.Step, "approve");

        Assert.Contains("Cloud Application Administrator", refused.Line, StringComparison.Ordinal);
        Assert.Contains("approve", talk.Step.CardFor(TeamsPerson.Megan)!.Verbs);
    }

    [Fact]
    public async Task The_same_click_delivered_twice_is_one_act_with_one_answer()
    {
        var talk = fixture.Talk();
        await talk.BeginAsync();
        var card = talk.Step.CardFor(talk.Person)!;
        var data = card.Verb("details.send")["data"]!.DeepClone().AsObject();
        foreach (var (id, value) in card.Inputs) data[id] = value;
        (data["organisationUrl"], data["syncUser"]) = (talk.Organisation, talk.SyncUser);
        var action = new System.Text.Json.Nodes.JsonObject
        {
            ["action"] = new System.Text.Json.Nodes.JsonObject { ["type"] = "Action.Execute", ["verb"] = "details.send", ["data"] = data },
        };
        var id2 = Guid.NewGuid().ToString();

        var first = await fixture.World.Teams.InvokeAsync(talk.Chat, talk.Person, talk.Step, action.DeepClone().AsObject(), id2);
        var second = await fixture.World.Teams.InvokeAsync(talk.Chat, talk.Person, talk.Step, action.DeepClone().AsObject(), id2);

        Assert.Equal(first.Card!.Json.ToJsonString(), second.Card!.Json.ToJsonString());
    }
}
