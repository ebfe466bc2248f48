using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;

namespace MarketoSetupBot.Tests.State;

/// <summary>One suite for all storages, so that a bot cannot tell which one it has.</summary>
public sealed class What_every_storage_does(EveryStorage storages) : IClassFixture<EveryStorage>
{
    private readonly string key = Guid.NewGuid().ToString("N");

    public static TheoryData<string> Names => EveryStorage.Names;

    public static TheoryData<string> Careful => EveryStorage.Careful;

    [Theory, MemberData(nameof(Names))]
    public async Task What_is_not_there_is_left_out(string name)
    {
        var storage = await storages.OpenAsync(name);

        Assert.Empty(await storage.ReadAsync([key]));
        await storage.DeleteAsync([key]);
        Assert.Empty(await storage.ReadAsync([]));
    }

    [Theory, MemberData(nameof(Names))]
    public async Task What_is_written_comes_back_with_its_type(string name)
    {
        var storage = await storages.OpenAsync(name);
        await storage.WriteAsync(new Dictionary<string, object> { [key] = new Item { Id = "1" }, [key + "2"] = new Plain { Id = "2" } });

        var read = await storage.ReadAsync([key, key + "2", key + "3"]);

        Assert.Equal(2, read.Count);
        Assert.Equal("1", Assert.IsType<Item>(read[key]).Id);
        Assert.NotNull(((Item)read[key]).ETag);
        Assert.Equal("2", Assert.IsType<Plain>(read[key + "2"]).Id);
    }

    [Theory, MemberData(nameof(Names))]
    public async Task What_was_read_is_not_what_is_stored(string name)
    {
        var storage = await storages.OpenAsync(name);
        await WriteAsync(storage, new Plain { Count = 1 });

        ((Plain)(await storage.ReadAsync([key]))[key]).Count = 2;

        Assert.Equal(1, ((Plain)(await storage.ReadAsync([key]))[key]).Count);
    }

    [Theory, MemberData(nameof(Names))]
    public async Task A_stale_item_is_refused_and_each_write_makes_a_new_version(string name)
    {
        var storage = await storages.OpenAsync(name);
        await WriteAsync(storage, new Item { Count = 1 });
        var (one, other) = (await ItemAsync(storage), await ItemAsync(storage));
        one.Count = 2;
        await WriteAsync(storage, one);

        other.Count = 3;
        await Assert.ThrowsAsync<ArgumentException>(() => WriteAsync(storage, other));

        var now = await ItemAsync(storage);
        Assert.Equal(2, now.Count);
        Assert.NotEqual(other.ETag, now.ETag);
    }

    [Theory, MemberData(nameof(Names))]
    public async Task A_star_overwrites_and_no_version_or_an_empty_one_does_not(string name)
    {
        var storage = await storages.OpenAsync(name);
        await WriteAsync(storage, new Item { Count = 1, ETag = "*" });
        await WriteAsync(storage, new Item { Count = 2, ETag = "*" });

        await Assert.ThrowsAsync<ArgumentException>(() => WriteAsync(storage, new Item { Count = 3 }));
        await Assert.ThrowsAsync<ArgumentException>(() => WriteAsync(storage, new Item { Count = 4, ETag = "" }));
        await Assert.ThrowsAsync<ArgumentException>(() => WriteAsync(storage, new Item { Count = 5, ETag = "made up" }));

        Assert.Equal(2, (await ItemAsync(storage)).Count);
    }

    [Theory, MemberData(nameof(Names))]
    public async Task A_value_without_a_version_is_written_by_whoever_comes_last(string name)
    {
        var storage = await storages.OpenAsync(name);
        await WriteAsync(storage, new Plain { Count = 1 });
        var old = (await storage.ReadAsync([key]))[key];
        await WriteAsync(storage, new Plain { Count = 2 });

        await WriteAsync(storage, old);

        Assert.Equal(1, ((Plain)(await storage.ReadAsync([key]))[key]).Count);
    }

    [Theory, MemberData(nameof(Careful))]
    public async Task Of_a_batch_with_one_stale_item_nothing_is_written(string name)
    {
        var storage = await storages.OpenAsync(name);
        await WriteAsync(storage, new Item { Count = 1 });
        var stale = await ItemAsync(storage);
        await WriteAsync(storage, new Item { Count = 2, ETag = stale.ETag });

        await Assert.ThrowsAsync<ArgumentException>(() => storage.WriteAsync(new Dictionary<string, object> { ["a" + key] = new Plain(), [key] = stale, ["z" + key] = new Plain() }));

        Assert.Empty(await storage.ReadAsync(["a" + key, "z" + key]));
    }

    [Theory, MemberData(nameof(Names))]
    public async Task What_is_deleted_is_gone_and_its_versions_never_come_back(string name)
    {
        var storage = await storages.OpenAsync(name);
        await WriteAsync(storage, new Item { Count = 1 });
        var deleted = await ItemAsync(storage);

        await storage.DeleteAsync([key, key + " that never was"]);
        Assert.Empty(await storage.ReadAsync([key]));
        await WriteAsync(storage, new Item { Count = 2 });

        await Assert.ThrowsAsync<ArgumentException>(() => WriteAsync(storage, deleted));
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Of_many_who_read_the_same_version_one_writes(string name)
    {
        var storage = await storages.OpenAsync(name);
        await WriteAsync(storage, new Item());
        var eTag = (await ItemAsync(storage)).ETag;

        var wrote = await Task.WhenAll(Enumerable.Range(1, 16).Select(async n =>
        {
            var refused = await Record.ExceptionAsync(() => Task.Run(() => WriteAsync(storage, new Item { Count = n, ETag = eTag })));
            return refused is null ? n : 0;
        }));

        Assert.Equal(Assert.Single(wrote, n => n > 0), (await ItemAsync(storage)).Count);
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Batches_in_opposite_order_do_not_wait_for_each_other(string name)
    {
        var storage = await storages.OpenAsync(name);

        await Task.WhenAll(Enumerable.Range(0, 16).Select(n => Task.Run(() => storage.WriteAsync(n % 2 == 0
            ? new Dictionary<string, object> { ["a" + key] = new Plain { Count = n }, ["b" + key] = new Plain { Count = n } }
            : new Dictionary<string, object> { ["b" + key] = new Plain { Count = n }, ["a" + key] = new Plain { Count = n } }))));

        var read = await storage.ReadAsync(["a" + key, "b" + key]);
        Assert.Equal(((Plain)read["a" + key]).Count, ((Plain)read["b" + key]).Count);
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Unusual_keys_and_texts_come_back_as_they_were(string name)
    {
        var storage = await storages.OpenAsync(name);
        string[] keys = ["!@#$%^&*()~/\\><,.?';\"`~" + key, "% _ ' -- \n" + key, "会议/对话🙂" + key, "A" + key, "a" + key];
        var text = string.Concat(keys) + "\0\u2028 end";

        foreach (var unusual in keys) await storage.WriteAsync(new Dictionary<string, object> { [unusual] = new Plain { Id = unusual + text } });

        var read = await storage.ReadAsync(keys);
        Assert.All(keys, unusual => Assert.Equal(unusual + text, ((Plain)read[unusual]).Id));
    }

    [Theory, MemberData(nameof(Names))]
    public async Task A_big_value_comes_back_whole(string name)
    {
        var storage = await storages.OpenAsync(name);
        var big = new Plain { Lines = [new string('x', 3_000_000), new string('语', 1_000_000)] };

        await WriteAsync(storage, big);

        Assert.Equal(big.Lines, ((Plain)(await storage.ReadAsync([key]))[key]).Lines);
    }

    [Theory, MemberData(nameof(Names))]
    public async Task A_null_stands_for_nothing(string name)
    {
        var storage = await storages.OpenAsync(name);
        await WriteAsync(storage, new Plain());

        await WriteAsync(storage, null!);

        Assert.False((await storage.ReadAsync([key])).TryGetValue(key, out var left) && left is not null);
        await Assert.ThrowsAsync<ArgumentNullException>(() => storage.WriteAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => storage.ReadAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => storage.DeleteAsync(null!));
    }

    [Theory, MemberData(nameof(Careful))]
    public async Task Of_two_turns_that_read_one_state_the_second_is_refused(string name)
    {
        var storage = await storages.OpenAsync(name);
        var state = new UserState(storage);
        var count = state.CreateProperty<int>("count");
        await TurnAsync(async turn => await count.SetAsync(turn, 1), state);
        using var one = Turn();
        using var other = Turn();
        await count.SetAsync(one, await count.GetAsync(one) + 1);
        await count.SetAsync(other, await count.GetAsync(other) + 1);

        await state.SaveChangesAsync(one);
        await Assert.ThrowsAsync<ArgumentException>(() => state.SaveChangesAsync(other));

        await TurnAsync(async turn => Assert.Equal(2, await count.GetAsync(turn)), state);
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Dialogs_go_on_where_they_were(string name)
    {
        var storage = await storages.OpenAsync(name);
        var conversation = new ConversationState(storage);
        var stack = conversation.CreateProperty<DialogState>("stack");
        var dialogs = new ComponentDialog("component");
        dialogs.AddDialog(new WaterfallDialog("steps",
        [
            (step, token) => step.PromptAsync("text", new PromptOptions { Prompt = MessageFactory.Text("name?") }, token),
            (step, token) => { step.Values["name"] = step.Result; return step.PromptAsync("text", new PromptOptions { Prompt = MessageFactory.Text("colour?") }, token); },
            async (step, token) => { await step.Context.SendActivityAsync($"{step.Values["name"]} likes {step.Result}", cancellationToken: token); return await step.EndDialogAsync(null, token); },
        ]));
        dialogs.AddDialog(new TextPrompt("text"));
        var adapter = new TestAdapter(TestAdapter.CreateConversation(key)).Use(new AutoSaveStateMiddleware(conversation));

        await new TestFlow(adapter, async (turn, token) => await dialogs.RunAsync(turn, stack, token))
            .Test("hi", "name?").Test("Ada", "colour?").Test("blue", "Ada likes blue").StartTestAsync();
    }

    private Task WriteAsync(IStorage storage, object value) => storage.WriteAsync(new Dictionary<string, object> { [key] = value });

    private async Task<Item> ItemAsync(IStorage storage) => (Item)(await storage.ReadAsync([key]))[key];

    private TurnContext Turn()
    {
        var adapter = new TestAdapter(TestAdapter.CreateConversation(key));
        var activity = adapter.MakeActivity("hi");
        activity.ChannelId = adapter.Conversation.ChannelId;
        activity.From.Id = key;
        return new TurnContext(adapter, activity);
    }

    private async Task TurnAsync(Func<TurnContext, Task> act, BotState state)
    {
        using var turn = Turn();
        await act(turn);
        await state.SaveChangesAsync(turn);
    }
}
