using MarketoSetupBot.State;
using MarketoSetupBot.Threads;
using Microsoft.Bot.Builder.Dialogs;
using Newtonsoft.Json;

namespace MarketoSetupBot.Tests.State;

public sealed class What_a_turn_leaves_behind(TemporaryDatabase temporary) : IClassFixture<TemporaryDatabase>
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly string key = Guid.NewGuid().ToString("N");

    [Fact]
    public async Task A_turn_on_state_that_another_turn_changed_is_stale()
    {
        await WriteAsync(Turn(), "first");
        var (one, other) = (Turn(), Turn());
        await one.State.ReadAsync([key], None);
        await other.State.ReadAsync([key], None);

        Assert.Equal(Saved.Yes, await WriteAsync(one, "one"));
        Assert.Equal(Saved.Stale, await WriteAsync(other, "other"));
        Assert.Equal("one", await ReadAsync());
    }

    [Fact]
    public async Task Two_turns_that_both_begin_a_state_cannot_both_save()
    {
        var (one, other) = (Turn(), Turn());

        Assert.Equal(Saved.Yes, await WriteAsync(one, "one"));
        Assert.Equal(Saved.Stale, await WriteAsync(other, "other"));
    }

    [Fact]
    public async Task A_stale_turn_leaves_nothing_at_all()
    {
        await WriteAsync(Turn(), "first");
        var stale = Turn();
        stale.Handled = "activity " + key;
        stale.Posts.Add(Post());

        Assert.Equal(Saved.Stale, await WriteAsync(stale, "never"));
        Assert.Null(await new HandledActivities(temporary.Database).AnswerToAsync("activity " + key, None));
        Assert.Empty(await new Posts(temporary.Database, TimeProvider.System).OfConversationAsync(key, None));
    }

    [Fact]
    public async Task An_activity_that_is_delivered_twice_at_once_is_handled_once()
    {
        var (one, other) = (Turn(), Turn());
        (one.Handled, one.Answer) = (key, "the answer");
        other.Handled = key;

        Assert.Equal(Saved.Yes, await one.SaveAsync(None));
        Assert.Equal(Saved.AlreadyHandled, await other.SaveAsync(None));
        Assert.Equal("the answer", await new HandledActivities(temporary.Database).AnswerToAsync(key, None));
    }

    [Fact]
    public void State_that_names_a_type_of_its_own_choice_is_refused() =>
        Assert.Throws<JsonSerializationException>(() => StateJson.Journey.Read("""{"$type":"System.IO.FileInfo, System.IO.FileSystem","fileName":"/etc/passwd"}"""));

    [Fact]
    public void A_dialog_stack_comes_back_as_it_was_without_naming_an_assembly()
    {
        var stack = new DialogState([new DialogInstance { Id = "journey", State = new Dictionary<string, object> { ["dialogs"] = new DialogState([new DialogInstance { Id = "inner" }]) } }]);

        var json = StateJson.Journey.Write(new Dictionary<string, object> { ["dialogs"] = stack });
        var read = (Dictionary<string, object>)StateJson.Journey.Read(json);

        Assert.DoesNotContain("Microsoft", json, StringComparison.Ordinal);
        var outer = Assert.IsType<DialogState>(read["dialogs"]);
        Assert.Equal("inner", Assert.IsType<DialogState>(outer.DialogStack[0].State["dialogs"]).DialogStack[0].Id);
    }

    [Fact]
    public async Task A_message_never_goes_back_to_an_older_version()
    {
        var posts = new Posts(temporary.Database, TimeProvider.System);
        var post = Post() with { Activity = "1", Version = 3 };
        var turn = Turn();
        turn.Posts.Add(post);
        await turn.SaveAsync(None);

        await posts.UpdatedAsync(post with { Version = 5 }, None);
        await posts.UpdatedAsync(post with { Version = 4 }, None);

        Assert.Equal(5, Assert.Single(await posts.OfConversationAsync(key, None)).Version);
    }

    [Fact]
    public async Task Of_all_who_report_an_installation_one_welcomes()
    {
        var welcomes = new Welcomes(temporary.Database, TimeProvider.System);

        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => welcomes.ClaimAsync(key, None)));

        Assert.Single(claims, claimed => claimed);
    }

    private TurnRecord Turn() => new(temporary.Database, TimeProvider.System);

    private Post Post() => new() { Run = Guid.NewGuid(), Kind = PostKind.Step, Conversation = key, Version = 1, Holds = Holds.Plain, Culture = "en" };

    private async Task<Saved> WriteAsync(TurnRecord turn, string value)
    {
        await turn.State.WriteAsync(new Dictionary<string, object> { [key] = new Dictionary<string, string> { ["value"] = value } }, None);
        return await turn.SaveAsync(None);
    }

    private async Task<string> ReadAsync() => ((Dictionary<string, string>)(await Turn().State.ReadAsync([key], None))[key])["value"];
}
