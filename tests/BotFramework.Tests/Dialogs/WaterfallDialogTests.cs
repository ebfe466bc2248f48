using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Testing;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace BotFramework.Tests.Dialogs;

public class WaterfallDialogTests
{
    [Fact]
    public async Task Each_message_goes_on_to_the_next_step_and_the_values_stay()
    {
        var client = new DialogTestClient(Channels.Test, NameAndColour());

        Assert.Equal("Name?", (await client.SendActivityAsync<IMessageActivity>("hi")).Text);
        Assert.Equal("Colour?", (await client.SendActivityAsync<IMessageActivity>("Ada")).Text);
        Assert.Equal("Ada likes blue.", (await client.SendActivityAsync<IMessageActivity>("blue")).Text);

        Assert.Equal(DialogTurnStatus.Complete, client.DialogTurnResult.Status);
        Assert.Equal("done", client.DialogTurnResult.Result);
    }

    [Theory]
    [InlineData(ActivityTypes.Event)]
    [InlineData(ActivityTypes.Invoke)]
    [InlineData(ActivityTypes.ConversationUpdate)]
    public async Task What_is_no_message_advances_no_step(string type)
    {
        var client = new DialogTestClient(Channels.Test, NameAndColour());
        await client.SendActivityAsync<IMessageActivity>("hi");

        Assert.Null(await client.SendActivityAsync<IActivity>(new Activity(type)));

        Assert.Equal(DialogTurnStatus.Waiting, client.DialogTurnResult.Status);
        Assert.Equal("Colour?", (await client.SendActivityAsync<IMessageActivity>("Ada")).Text);
    }

    [Fact]
    public async Task A_step_may_go_on_by_itself_but_only_once()
    {
        var waterfall = new WaterfallDialog("w",
        [
            (step, token) => step.NextAsync(20, token),
            async (step, token) =>
            {
                var after = await step.NextAsync((int)step.Result + 1, token);
                await Assert.ThrowsAsync<InvalidOperationException>(() => step.NextAsync(0, token));
                return after;
            },
            (step, token) => step.EndDialogAsync(step.Result, token),
        ]);
        var client = new DialogTestClient(Channels.Test, waterfall);

        await client.SendActivityAsync<IActivity>("go");

        Assert.Equal(21, client.DialogTurnResult.Result);
    }

    [Fact]
    public async Task A_conversation_goes_on_from_state_that_a_storage_kept_as_plain_json()
    {
        var storage = new PlainJsonStorage();
        var dialog = NameAndColour();

        foreach (var (said, answer) in new[] { ("hi", "Name?"), ("Ada", "Colour?"), ("blue", "Ada likes blue.") })
        {
            // Nothing but the JSON survives from one turn to the next.
            var client = new DialogTestClient(new TestAdapter(Channels.Test), dialog, conversationState: new ConversationState(storage));
            Assert.Equal(answer, (await client.SendActivityAsync<IMessageActivity>(said)).Text);
        }

        Assert.DoesNotContain("$type", storage.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_are_there_in_every_step_even_after_storage()
    {
        var seen = new List<string>();
        var waterfall = new WaterfallDialog("w", [Look, Look]);
        var client = new DialogTestClient(Channels.Test, waterfall, initialDialogOptions: "blue");

        await client.SendActivityAsync<IActivity>("a");
        await client.SendActivityAsync<IActivity>("b");

        Assert.Equal(["blue", "blue"], seen);

        Task<DialogTurnResult> Look(WaterfallStepContext step, CancellationToken token)
        {
            seen.Add((string)step.Options);
            return Task.FromResult(Dialog.EndOfTurn);
        }
    }

    private static ComponentDialog NameAndColour() => new ComponentDialog("root")
        .AddDialog(new WaterfallDialog("steps",
        [
            (step, token) => step.PromptAsync("text", new PromptOptions { Prompt = MessageFactory.Text("Name?") }, token),
            (step, token) =>
            {
                step.Values["name"] = step.Result;
                return step.PromptAsync("text", new PromptOptions { Prompt = MessageFactory.Text("Colour?") }, token);
            },
            async (step, token) =>
            {
                await step.Context.SendActivityAsync($"{step.Values["name"]} likes {step.Result}.", cancellationToken: token);
                return await step.EndDialogAsync("done", token);
            },
        ]))
        .AddDialog(new TextPrompt("text"));

    private sealed class PlainJsonStorage : IStorage
    {
        private readonly Dictionary<string, string> kept = [];

        public string Text => string.Concat(kept.Values);

        public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default) =>
            Task.FromResult<IDictionary<string, object>>(keys.Where(kept.ContainsKey).ToDictionary(key => key, key => (object)JObject.Parse(kept[key])));

        public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
        {
            foreach (var (key, value) in changes)
                kept[key] = JsonConvert.SerializeObject(value);
            return Task.CompletedTask;
        }

        public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }
}
