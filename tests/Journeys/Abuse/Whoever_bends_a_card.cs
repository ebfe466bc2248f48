using System.Net;
using System.Text.Json.Nodes;
using Journeys.TeamsClient;
using Xunit;

namespace Journeys.Abuse;

/// <summary>Clicks as no card of ours would send them. Teams signs whatever a client sends; so each comes in by the front door, and nothing leaves for Graph.</summary>
[Trait("Category", "Abuse")]
public sealed class Whoever_bends_a_card(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    private static readonly TeamsPerson Weak = TeamsPerson.Adele;

    [Fact]
    public Task Presses_Approve_on_the_card_of_another_without_a_role() => NothingLeavesAsync(async talk => await SendAsync(talk, Weak, "approve"));

    [Fact]
    public Task Turns_Show_into_Approve() => NothingLeavesAsync(async talk =>
    {
        var show = talk.Progress.CardFor(Weak)!.Verb("show")["data"]!.DeepClone().AsObject();
        show["plan"] = PlanOf(talk);
        await SendAsync(talk, Weak, "approve", show);
    });

    [Fact]
    public Task Turns_Approve_into_Collect() => NothingLeavesAsync(async talk =>
    {
        var answer = await SendAsync(talk, talk.Person, "collect", DataOf(talk));
        Assert.DoesNotContain("copied", answer.Card?.Verbs ?? []);
    });

    [Fact]
    public Task Puts_another_hash_into_Approve() => NothingLeavesAsync(async talk =>
    {
        var data = DataOf(talk);
        data["plan"] = new string('0', 64);
        await SendAsync(talk, talk.Person, "approve", data);
    });

    [Fact]
    public Task Takes_the_hash_out_of_Approve() => NothingLeavesAsync(async talk =>
    {
        var data = DataOf(talk);
        data.Remove("plan");
        await SendAsync(talk, talk.Person, "approve", data);
    });

    [Fact]
    public Task Approves_one_setup_with_the_hash_of_another() => NothingLeavesAsync(async talk =>
    {
        var other = fixture.Talk();
        await other.ToPlanAsync();
        var data = DataOf(talk);
        data["plan"] = PlanOf(other);
        await SendAsync(talk, talk.Person, "approve", data);
    });

    [Fact]
    public Task Names_somebody_else_as_the_presser_in_the_payload() => NothingLeavesAsync(async talk =>
    {
        var data = DataOf(talk);
        foreach (var name in (string[])["oid", "aadObjectId", "person", "from", "approver"])
            data[name] = TeamsPerson.Alex.Account.ObjectId.ToString("D");
        await SendAsync(talk, Weak, "approve", data);
    });

    [Fact]
    public Task Claims_roles_and_another_state_in_the_payload() => NothingLeavesAsync(async talk =>
    {
        var data = DataOf(talk);
        (data["roles"], data["state"], data["isApprover"], data["quorum"]) = ("Global Administrator", "Applying", true, 0);
        await SendAsync(talk, Weak, "approve", data);
    });

    [Fact]
    public Task Sends_the_button_of_a_setup_into_another_conversation() => NothingLeavesAsync(async talk =>
    {
        var elsewhere = fixture.World.Teams.NewThread();
        await elsewhere.SayAsync(Weak, "help");
        await SendAsync(talk, Weak, "approve", DataOf(talk), elsewhere, elsewhere.Last);
    });

    [Theory]
    [InlineData("sudo")]
    [InlineData("")]
    [InlineData("Approve")]
    [InlineData("approve ")]
    [InlineData("../approve")]
    public Task Says_a_verb_that_no_card_says(string verb) => NothingLeavesAsync(async talk => await SendAsync(talk, Weak, verb, DataOf(talk)));

    [Theory]
    [InlineData("not-an-id")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("' OR 1=1 --")]
    public Task Names_a_run_that_is_none(string run) => NothingLeavesAsync(async talk =>
    {
        var data = DataOf(talk);
        data["run"] = run;
        await SendAsync(talk, talk.Person, "approve", data);
    });

    [Fact]
    public Task Sends_lists_and_objects_where_words_belong() => NothingLeavesAsync(async talk =>
    {
        var data = DataOf(talk);
        data["plan"] = new JsonArray(PlanOf(talk), new JsonObject { ["$ne"] = "" });
        data["version"] = new JsonObject { ["a"] = 1 };
        await SendAsync(talk, talk.Person, "approve", data);
    });

    [Fact]
    public Task Sends_a_click_of_a_megabyte() => NothingLeavesAsync(async talk =>
    {
        var data = DataOf(talk);
        data["plan"] = new string('a', 1_000_000);
        await SendAsync(talk, talk.Person, "approve", data);
    });

    [Fact]
    public async Task Presses_the_button_of_a_card_from_before_an_edit()
    {
        var talk = fixture.Talk();
        await talk.ToPlanAsync();
        var old = new CardView(talk.Step.CardFor(talk.Person)!.Json.DeepClone().AsObject());
        await talk.PressAsync("change");
        await talk.SeesStepAsync("details.send");
        await talk.SendDetailsAsync(("appName", "Something else"));
        await talk.SeesStepAsync("approve");
        var before = Writes();

        await talk.Chat.PressAsync(talk.Person, talk.Step, old, "approve");

        Assert.Equal(before, Writes());
        Assert.Contains("approve", talk.Step.CardFor(talk.Person)!.Verbs);
    }

    [Fact]
    public async Task Sends_the_same_click_again_with_the_same_id()
    {
        var talk = fixture.Talk();
        await talk.ToCollectAsync();
        var value = Value("collect", talk.Step.CardFor(talk.Person)!.Verb("collect")["data"]!.DeepClone().AsObject());
        var id = Guid.NewGuid().ToString("D");
        var before = fixture.World.Passwords();

        var first = await fixture.World.Teams.InvokeAsync(talk.Chat, talk.Person, talk.Step, value.DeepClone().AsObject(), id);
        var again = await fixture.World.Teams.InvokeAsync(talk.Chat, talk.Person, talk.Step, value.DeepClone().AsObject(), id);

        Assert.Contains("copied", first.Card!.Verbs);
        Assert.Null(again.Card);
        Assert.Equal(before + 1, fixture.World.Passwords());
    }

    [Fact]
    public async Task Collects_what_is_meant_for_another_by_naming_themselves_the_recipient()
    {
        var talk = fixture.Talk();
        await talk.ToCollectAsync();
        var data = talk.Step.CardFor(talk.Person)!.Verb("collect")["data"]!.DeepClone().AsObject();
        data["recipientId"] = Weak.Account.ObjectId.ToString("D");
        var before = Writes();

        var answer = await SendAsync(talk, Weak, "collect", data);

        Assert.Null(answer.Card);
        Assert.Equal(before, Writes());
    }

    [Fact]
    public Task Comes_from_another_tenant() => NothingLeavesAsync(async talk =>
    {
        var answer = await fixture.World.Teams.SendForgedAsync(talk.Chat, talk.Person, "invoke", new()
        {
            ["name"] = "adaptiveCard/action",
            ["replyToId"] = talk.Step.Id,
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = "11111111-1111-1111-1111-111111111111" } },
            ["value"] = Value("approve", DataOf(talk)),
        });
        Assert.NotEqual(HttpStatusCode.OK, answer.Http);
    });

    [Fact]
    public Task Sends_as_a_person_whose_token_names_another() => NothingLeavesAsync(async talk =>
    {
        // The Teams id decides whose token the token service gives; the object id beside it is a claim of the activity only.
        await fixture.World.Teams.SendForgedAsync(talk.Chat, Weak, "invoke", new()
        {
            ["name"] = "adaptiveCard/action",
            ["replyToId"] = talk.Step.Id,
            ["from"] = new JsonObject { ["id"] = Weak.TeamsId, ["name"] = "Alex Wilber", ["aadObjectId"] = TeamsPerson.Alex.Account.ObjectId.ToString("D") },
            ["value"] = Value("approve", DataOf(talk)),
        });
    });

    /// <summary>At a plan that waits for its approval: whatever is sent, it still waits, and Graph has heard of no write.</summary>
    private async Task NothingLeavesAsync(Func<SetupTalk, Task> abuse)
    {
        var talk = fixture.Talk();
        await talk.ToPlanAsync();
        var before = Writes();

        await abuse(talk);

        Assert.Equal(before, Writes());
        await talk.Chat.SayAsync(talk.Person, "status");
        Assert.Contains(talk.Chat.Messages, m => m.CardFor(talk.Person)?.Verbs.Contains("approve") == true);
    }

    private Task<InvokeAnswer> SendAsync(SetupTalk talk, TeamsPerson person, string verb, JsonObject? data = null, TeamsChat? chat = null, TeamsMessage? message = null) =>
        fixture.World.Teams.InvokeAsync(chat ?? talk.Chat, person, message ?? talk.Step, Value(verb, data ?? DataOf(talk)));

    private static JsonObject Value(string verb, JsonObject data) =>
        new() { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["title"] = "x", ["verb"] = verb, ["data"] = data } };

    private static JsonObject DataOf(SetupTalk talk) => talk.Step.CardFor(talk.Person)!.Verb("approve")["data"]!.DeepClone().AsObject();

    private static string PlanOf(SetupTalk talk) => (string)DataOf(talk)["plan"]!;

    private int Writes() => fixture.World.GraphWrites().Count;
}
