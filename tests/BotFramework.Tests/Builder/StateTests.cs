using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace BotFramework.Tests.Builder;

public class StateTests
{
    private readonly Dictionary<string, JObject> memory = [];
    private readonly MemoryStorage storage;

    public StateTests() => storage = new MemoryStorage(memory);

    [Theory]
    [InlineData("conversation", "test/conversations/Conversation1")]
    [InlineData("user", "test/users/user1")]
    [InlineData("private", "test/conversations/Conversation1/users/user1")]
    public async Task Each_state_has_the_documented_key(string kind, string key)
    {
        using var turn = Turn();
        BotState state = kind switch
        {
            "conversation" => new ConversationState(storage),
            "user" => new UserState(storage),
            _ => new PrivateConversationState(storage),
        };

        await state.CreateProperty<string>("name").SetAsync(turn, "Ada");
        await state.SaveChangesAsync(turn);

        Assert.Equal("Ada", (string?)memory[key]["name"]);
    }

    [Fact]
    public async Task A_property_is_there_again_in_the_next_turn_with_its_type()
    {
        await SaveAsync(new Person { Name = "Ada", Likes = ["blue"] });

        using var next = Turn();
        var person = await new UserState(storage).CreateProperty<Person>("person").GetAsync(next);

        Assert.Equal("Ada", person.Name);
        Assert.Equal(["blue"], person.Likes);
    }

    [Fact]
    public async Task A_change_of_the_value_itself_is_saved()
    {
        await SaveAsync(new Person { Name = "Ada" });
        using (var turn = Turn())
        {
            var state = new UserState(storage);
            (await state.CreateProperty<Person>("person").GetAsync(turn)).Name = "Grace";
            await state.SaveChangesAsync(turn);
        }

        using var next = Turn();
        Assert.Equal("Grace", (await new UserState(storage).CreateProperty<Person>("person").GetAsync(next)).Name);
    }

    [Fact]
    public async Task State_that_did_not_change_is_not_written()
    {
        await SaveAsync(new Person { Name = "Ada" });
        var before = memory["test/users/user1"];
        using var turn = Turn();
        var state = new UserState(storage);

        await state.CreateProperty<Person>("person").GetAsync(turn);
        await state.SaveChangesAsync(turn);

        Assert.Same(before, memory["test/users/user1"]);
    }

    [Fact]
    public async Task Of_two_turns_that_read_the_same_state_only_the_first_may_write_it()
    {
        await SaveAsync(new Person { Name = "Ada" });
        using var first = Turn();
        using var second = Turn();
        var state = new UserState(storage);
        (await state.CreateProperty<Person>("person").GetAsync(first)).Name = "Grace";
        (await state.CreateProperty<Person>("person").GetAsync(second)).Name = "Edsger";

        await state.SaveChangesAsync(first);
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => state.SaveChangesAsync(second));

        Assert.StartsWith("Etag conflict", refused.Message, StringComparison.Ordinal);
        Assert.Equal("Grace", (string?)memory["test/users/user1"]["person"]!["Name"]);
    }

    [Fact]
    public async Task A_turn_may_save_twice()
    {
        await SaveAsync(new Person { Name = "Ada" });
        using var turn = Turn();
        var state = new UserState(storage);
        var name = state.CreateProperty<string>("name");

        await name.SetAsync(turn, "one");
        await state.SaveChangesAsync(turn);
        await name.SetAsync(turn, "two");
        await state.SaveChangesAsync(turn);

        Assert.Equal("two", (string?)memory["test/users/user1"]["name"]);
    }

    [Fact]
    public async Task Cleared_state_is_empty_in_the_storage_after_the_save_and_deleted_state_is_gone()
    {
        await SaveAsync(new Person { Name = "Ada" });
        using var turn = Turn();
        var state = new UserState(storage);
        await state.LoadAsync(turn);

        await state.ClearStateAsync(turn);
        await state.SaveChangesAsync(turn);
        Assert.Null(memory["test/users/user1"]["person"]);

        await state.DeleteAsync(turn);
        Assert.Empty(memory);
    }

    [Fact]
    public async Task An_absent_property_is_made_by_the_factory_and_kept()
    {
        using var turn = Turn();
        var likes = new UserState(storage).CreateProperty<List<string>>("likes");

        Assert.Null(await likes.GetAsync(turn));
        (await likes.GetAsync(turn, () => [])).Add("blue");

        Assert.Equal(["blue"], await likes.GetAsync(turn));
    }

    [Fact]
    public async Task A_type_named_in_stored_JSON_is_not_loaded()
    {
        memory["key"] = JObject.Parse("""{"$type":"System.IO.FileInfo, System.Runtime","fileName":"/etc/passwd"}""");

        var read = await storage.ReadAsync(["key"], CancellationToken.None);

        Assert.IsType<Dictionary<string, object>>(read["key"]);
    }

    [Fact]
    public async Task A_store_item_is_refused_when_stale_unless_it_overwrites_on_purpose()
    {
        await WriteAsync(new Item { Value = 1 });
        var read = (Item)(await storage.ReadAsync(["item"], CancellationToken.None))["item"];
        await WriteAsync(new Item { Value = 2, ETag = read.ETag });

        await Assert.ThrowsAnyAsync<Exception>(() => WriteAsync(new Item { Value = 3, ETag = read.ETag }));
        await Assert.ThrowsAnyAsync<Exception>(() => WriteAsync(new Item { Value = 3 }));
        await WriteAsync(new Item { Value = 4, ETag = "*" });

        Assert.Equal(4, (int?)memory["item"]["Value"]);
    }

    [Fact]
    public async Task Every_state_of_a_set_is_saved_at_the_end_of_the_turn()
    {
        var user = new UserState(storage);
        var conversation = new ConversationState(storage);
        var adapter = new TestAdapter().Use(new AutoSaveStateMiddleware(user).Add(conversation));

        await adapter.SendTextToBotAsync("hi", async (turn, token) =>
        {
            await user.CreateProperty<int>("n").SetAsync(turn, 1, token);
            await conversation.CreateProperty<int>("n").SetAsync(turn, 2, token);
        }, CancellationToken.None);

        Assert.Equal(2, memory.Count);
    }

    [Fact]
    public async Task An_activity_without_a_user_has_no_user_state()
    {
        using var turn = new TurnContext(new TestAdapter(), new Activity(ActivityTypes.Message) { ChannelId = "test" });

        await Assert.ThrowsAsync<InvalidOperationException>(() => new UserState(storage).LoadAsync(turn));
    }

    private static TurnContext Turn()
    {
        var adapter = new TestAdapter();
        var activity = adapter.MakeActivity("hi");
        activity.ChannelId = adapter.Conversation.ChannelId;
        return new TurnContext(adapter, activity);
    }

    private async Task SaveAsync(Person person)
    {
        using var turn = Turn();
        var state = new UserState(storage);
        await state.CreateProperty<Person>("person").SetAsync(turn, person);
        await state.SaveChangesAsync(turn);
    }

    private Task WriteAsync(Item item) => storage.WriteAsync(new Dictionary<string, object> { ["item"] = item }, CancellationToken.None);

    private sealed class Person
    {
        public string? Name { get; set; }

        public List<string> Likes { get; set; } = [];
    }

    private sealed class Item : IStoreItem
    {
        public int Value { get; set; }

        public string ETag { get; set; } = null!;
    }
}
