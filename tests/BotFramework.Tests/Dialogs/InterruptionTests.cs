using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Testing;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace BotFramework.Tests.Dialogs;

/// <summary>Who gets a message first that came in while a prompt waits, and as whom an adapter is asked for tokens.</summary>
public sealed class InterruptionTests
{
    [Theory]
    [InlineData("7", false, false)]
    [InlineData("7", true, true)]
    [InlineData("help", false, true)]
    public async Task A_prompt_keeps_the_message_it_understands_from_the_dialog_above_unless_it_may_be_interrupted(string said, bool allowed, bool heardAbove)
    {
        var above = new Above(new Digit(allowed));
        var client = new DialogTestClient(Channels.Test, above);
        await client.SendActivityAsync<IActivity>("go");

        await client.SendActivityAsync<IActivity>(said);

        Assert.Equal(heardAbove, above.Heard);
    }

    [Fact]
    public async Task An_adapter_that_keeps_tokens_is_asked_as_the_app_of_the_settings()
    {
        var app = new MicrosoftAppCredentials("another app", null);
        var adapter = new Asked();
        using var turn = new TurnContext(adapter, new Activity(ActivityTypes.Message) { From = new ChannelAccount("29:alex"), ChannelId = Channels.Test, Conversation = new ConversationAccount(id: "a") });

        await new OAuthPrompt("oauth", new OAuthPromptSettings { ConnectionName = "Backend", OAuthAppCredentials = app }).GetUserTokenAsync(turn);

        Assert.Same(app, adapter.As);
    }

    private sealed class Digit(bool allowed) : Prompt<int>("digit")
    {
        protected override Task OnPromptAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default) =>
            turnContext.SendActivityAsync("Which?", cancellationToken: cancellationToken);

        protected override Task<PromptRecognizerResult<int>> OnRecognizeAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default) =>
            Task.FromResult(new PromptRecognizerResult<int> { Succeeded = int.TryParse(turnContext.Activity.Text, out var digit), Value = digit, AllowInterruption = allowed });
    }

    private sealed class Above : ComponentDialog
    {
        public Above(Dialog prompt)
            : base("above") => AddDialog(new WaterfallDialog("ask", [(step, token) => step.PromptAsync("digit", new PromptOptions(), token)])).AddDialog(prompt);

        public bool Heard { get; private set; }

        protected override async Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken = default)
        {
            Heard = !await innerDc.EmitEventAsync(DialogEvents.ActivityReceived, innerDc.Context.Activity, bubble: false, fromLeaf: true, cancellationToken);
            return await base.OnContinueDialogAsync(innerDc, cancellationToken);
        }
    }

    private sealed class Asked() : TestAdapter(Channels.Test)
    {
        public AppCredentials? As { get; private set; }

        public override Task<TokenResponse> GetUserTokenAsync(ITurnContext turnContext, AppCredentials oAuthAppCredentials, string connectionName, string magicCode, CancellationToken cancellationToken = default)
        {
            As = oAuthAppCredentials;
            return base.GetUserTokenAsync(turnContext, oAuthAppCredentials, connectionName, magicCode, cancellationToken);
        }
    }
}
