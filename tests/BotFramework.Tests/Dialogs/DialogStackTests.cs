using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Testing;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace BotFramework.Tests.Dialogs;

public class DialogStackTests
{
    [Fact]
    public async Task The_dialog_below_is_resumed_with_the_result()
    {
        object result = null!;
        var outer = new ComponentDialog("outer")
            .AddDialog(new WaterfallDialog("steps",
            [
                (step, token) => step.BeginDialogAsync("inner", cancellationToken: token),
                (step, token) =>
                {
                    result = step.Result;
                    return step.EndDialogAsync(cancellationToken: token);
                },
            ]))
            .AddDialog(new WaterfallDialog("inner", [(step, token) => step.EndDialogAsync(42, token)]));

        await new DialogTestClient(Channels.Test, outer).SendActivityAsync<IActivity>("go");

        Assert.Equal(42, result);
    }

    [Fact]
    public void The_first_dialog_added_is_the_one_to_begin_with()
    {
        var component = new ComponentDialog("c").AddDialog(new TextPrompt("first")).AddDialog(new TextPrompt("second"));

        Assert.Equal("first", component.InitialDialogId);
    }

    [Fact]
    public void A_second_dialog_with_the_same_id_gets_a_number()
    {
        var second = new TextPrompt("text");

        var dialogs = new DialogSet().Add(new TextPrompt("text")).Add(second);

        Assert.Equal("text2", second.Id);
        Assert.Same(second, dialogs.Find("text2"));
    }

    [Fact]
    public async Task An_unknown_dialog_is_named_in_the_exception()
    {
        var waterfall = new WaterfallDialog("w", [(step, token) => step.BeginDialogAsync("nowhere", cancellationToken: token)]);

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => new DialogTestClient(Channels.Test, waterfall).SendActivityAsync<IActivity>("go"));

        Assert.Contains("nowhere", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_ends_every_dialog_inside_and_reports_it()
    {
        var ended = new List<DialogReason>();
        var component = new Cancellable("root");
        component.AddDialog(new Waiting("inside", ended));
        var client = new DialogTestClient(Channels.Test, component);

        await client.SendActivityAsync<IActivity>("hi");
        await client.SendActivityAsync<IActivity>("cancel");

        Assert.Equal([DialogReason.CancelCalled], ended);
        Assert.Equal(DialogTurnStatus.Complete, client.DialogTurnResult.Status);
    }

    [Fact]
    public async Task A_dialog_of_our_own_may_accept_any_activity()
    {
        var client = new DialogTestClient(Channels.Test, new Waiting("any", []));
        await client.SendActivityAsync<IActivity>("hi");

        await client.SendActivityAsync<IActivity>(new Activity(ActivityTypes.Invoke) { Name = "adaptiveCard/action" });

        Assert.Equal("adaptiveCard/action", client.DialogTurnResult.Result);
    }

    [Fact]
    public async Task RunAsync_begins_then_continues()
    {
        var state = new ConversationState(new MemoryStorage());
        var adapter = new TestAdapter().Use(new AutoSaveStateMiddleware(state));
        var dialog = new WaterfallDialog("w", [Say("one"), Say("two")]);
        var stack = state.CreateProperty<DialogState>("stack");

        await new TestFlow(adapter, (turn, token) => dialog.RunAsync(turn, stack, token))
            .Test("a", "one")
            .Test("b", "two")
            .Send("c")
            .Test("d", "one")
            .StartTestAsync();
    }

    [Fact]
    public async Task A_changed_dialog_is_told_to_the_container()
    {
        var storage = new MemoryStorage();
        await Client(new ComponentDialog("root").AddDialog(new WaterfallDialog("w", [Say("one"), Say("two")]))).SendActivityAsync<IActivity>("a");

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => Client(new ComponentDialog("root").AddDialog(new WaterfallDialog("w", [Say("one"), Say("two"), Say("three")]))).SendActivityAsync<IActivity>("b"));

        DialogTestClient Client(Dialog dialog) => new(new TestAdapter(Channels.Test), dialog, conversationState: new ConversationState(storage));
    }

    private static WaterfallStep Say(string text) => async (step, token) =>
    {
        await step.Context.SendActivityAsync(text, cancellationToken: token);
        return Dialog.EndOfTurn;
    };

    private sealed class Cancellable(string id) : ComponentDialog(id)
    {
        protected override Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken = default) =>
            innerDc.Context.Activity.Text == "cancel" ? innerDc.CancelAllDialogsAsync(cancellationToken) : base.OnContinueDialogAsync(innerDc, cancellationToken);
    }

    private sealed class Waiting(string id, List<DialogReason> ended) : Dialog(id)
    {
        public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object options = null!, CancellationToken cancellationToken = default) =>
            Task.FromResult(EndOfTurn);

        public override Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default) =>
            dc.EndDialogAsync(dc.Context.Activity.Name, cancellationToken);

        public override Task EndDialogAsync(ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
        {
            ended.Add(reason);
            return Task.CompletedTask;
        }
    }
}
